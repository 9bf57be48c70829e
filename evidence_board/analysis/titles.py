"""What records are called in a line or a word: in lists, sentences, and the history."""

from collections.abc import Callable, Mapping
from typing import Protocol

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.issue import Issue
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.note import Note, Tag, Tagging
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Numbered, Record
from evidence_board.model.source import OriginGroup, Source

MOST = 60
"""So many characters of a record's words stand in its title."""


class Finder(Protocol):
    """Whoever knows records by their ids, such as an open project."""

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""


def short(text: str, most: int = 110) -> str:
    """Return text in one line, cut at a word where it is longer than `most` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip(" ,;:.–-") + "…"


def mark_of(record: Record) -> str:
    """Return the short mark that people cite, or nothing for a record that has none."""
    mark = getattr(record, "mark", "") if isinstance(record, Numbered) else ""
    return str(mark)


def line_of(record: Record, view: Finder) -> str:
    """Return what a record says, in one line."""
    if isinstance(record, Source):
        return record.name
    if isinstance(record, Claim | Note):
        return " ".join(record.text.split())
    if isinstance(record, Excerpt):
        words = " ".join(record.exact.split())
        return words if record.wordless else f"“{words}”"
    if isinstance(record, Link | Citation):
        start, end = view.find(record.from_id), view.find(record.to_id)
        word = BY_KEY[record.type].word
        return f"{short_of(start, view)} {word} {short_of(end, view)}"
    if isinstance(record, Assertion):
        start, end = view.find(record.source), view.find(record.claim)
        return f"{short_of(start, view)} {BY_KEY['asserts'].word} {short_of(end, view)}"
    if isinstance(record, Frame):
        return record.title
    if isinstance(record, Capture):
        return record.file_name
    return ""


def short_of(record: Record | None, view: Finder) -> str:
    """Return a record in a word or two: its mark, a source with its name."""
    if record is None:
        return "?"
    if isinstance(record, Source):
        return f"{record.mark} {record.name}" if record.name != record.mark else record.mark
    if isinstance(record, Link):
        return f"({line_of(record, view)})"
    return mark_of(record) or line_of(record, view)


def words_of(record: Record, view: Finder) -> str:
    """Return what a record of any kind says, in one short line without quotation marks."""
    told = _WORDS.get(type(record))
    words = told(record, view) if told else line_of(record, view)
    return short(words, MOST)


def title_of(record: Record, view: Finder) -> str:
    """Return what a record is called in a sentence, such as "claim C3 “The bridge was hit”".

    Never an id: what is referred to is told by its own mark or words.
    """
    words, mark = words_of(record, view), mark_of(record)
    if isinstance(record, Source):
        return f"source {mark} {words}"
    if mark:
        return f"{noun_of(record)} {mark} “{words}”"
    if isinstance(record, Card):
        return f"card of {words}"
    if not words:
        return noun_of(record)
    quoted = words if isinstance(record, _BETWEEN) else f"“{words}”"
    return f"{noun_of(record)} {quoted}"


def noun_of(record: Record) -> str:
    """Return the kind of a record as people see it: a gap is a question, a hypothesis no claim."""
    if isinstance(record, Claim) and record.kind == "hypothesis":
        return "hypothesis"
    if isinstance(record, Note) and record.kind != "note":
        return "question" if record.kind == "gap" else record.kind
    return {"tagging": "tag", "origin_group": "group"}.get(record.table, record.noun)


def origin_named(id: str, view: Finder) -> str:
    """Return what an origin is called, as it is counted: a group by its label, else who it is."""
    found = view.find(id)
    if isinstance(found, OriginGroup):
        return found.label
    return f"{found.mark} {found.name}" if isinstance(found, Source) else "an origin that is gone"


def _called(record: Record | None, view: Finder) -> str:
    """Return a record within the words of another; one that is not known any more by no name."""
    if record is None:
        return "a record that is gone"
    if isinstance(record, Link):
        ends = (view.find(record.from_id), view.find(record.to_id))
        start, end = (mark_of(one) or "a link" if one else "a record that is gone" for one in ends)
        return f"({start} {BY_KEY[record.type].word} {end})"  # no further: links may lead to links
    return mark_of(record) or words_of(record, view) or noun_of(record)


def _card(record: Record, view: Finder) -> str:
    assert isinstance(record, Card)
    shown, board = view.find(record.record), view.find(record.board)
    place = f" on “{board.title}”" if isinstance(board, Board) else ""
    return f"{_called(shown, view)}{place}"


def _tagging(record: Record, view: Finder) -> str:
    assert isinstance(record, Tagging)
    tag, tagged = view.find(record.tag), view.find(record.record)
    label = tag.label if isinstance(tag, Tag) else "gone since"
    return f"“{label}” on {_called(tagged, view)}"


def _deferral(record: Record, view: Finder) -> str:
    assert isinstance(record, Deferral)
    return f"on {_called(view.find(record.record), view)}"


def _issue(record: Record, _view: Finder) -> str:
    assert isinstance(record, Issue)
    return str(record.number)


def _discrepancy(record: Record, view: Finder) -> str:
    assert isinstance(record, Discrepancy)
    return f"of {_called(view.find(record.one), view)} and {_called(view.find(record.other), view)}"


def _independence(record: Record, view: Finder) -> str:
    assert isinstance(record, IndependenceVerdict)
    return f"of {_called(view.find(record.one), view)} and {_called(view.find(record.other), view)}"


def _assertion(record: Record, view: Finder) -> str:
    assert isinstance(record, Assertion)
    start, end = view.find(record.source), view.find(record.claim)
    return f"{_called(start, view)} {BY_KEY['asserts'].word} {_called(end, view)}"


def _line(record: Record, view: Finder) -> str:
    assert isinstance(record, Link | Citation)
    start, end = view.find(record.from_id), view.find(record.to_id)
    return f"{_called(start, view)} {BY_KEY[record.type].word} {_called(end, view)}"


def _exact(record: Record, _view: Finder) -> str:
    return str(getattr(record, "exact", "")) or "part of a picture"


def _label(record: Record, _view: Finder) -> str:
    return str(getattr(record, "title", "") or getattr(record, "label", ""))


_BETWEEN = (
    *(Link, Citation, Assertion, Discrepancy, Tagging, Deferral, IndependenceVerdict, Issue),
)
"""Records whose words name others, and so are no quotation."""

_WORDS: Mapping[type[Record], Callable[[Record, Finder], str]] = {
    Card: _card,
    Tagging: _tagging,
    Deferral: _deferral,
    Issue: _issue,
    Discrepancy: _discrepancy,
    IndependenceVerdict: _independence,
    Assertion: _assertion,
    Link: _line,
    Citation: _line,
    Excerpt: _exact,
    Board: _label,
    Frame: _label,
    Tag: _label,
    OriginGroup: _label,
    ProjectRecord: _label,
}
