"""What records are called in lists, heads and tool tips, and the icon of their kind."""

from collections.abc import Mapping

from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.note import Note
from evidence_board.model.record import Numbered, Record
from evidence_board.model.source import Source
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

_KINDS: Mapping[str, tuple[str, str, str]] = {
    "source": (QT_TRANSLATE_NOOP("Kind", "Source"), "newspaper", "kind.source"),
    "image": (QT_TRANSLATE_NOOP("Kind", "Image"), "image", "kind.image"),
    "origin": (QT_TRANSLATE_NOOP("Kind", "Origin"), "circle-dot", "kind.origin"),
    "claim": (QT_TRANSLATE_NOOP("Kind", "Claim"), "scale", "kind.claim"),
    "hypothesis": (QT_TRANSLATE_NOOP("Kind", "Hypothesis"), "flask-conical", "kind.hypothesis"),
    "excerpt": (QT_TRANSLATE_NOOP("Kind", "Excerpt"), "quote", "kind.excerpt"),
    "assertion": (QT_TRANSLATE_NOOP("Kind", "Assertion"), "text-quote", "kind.excerpt"),
    "citation": (QT_TRANSLATE_NOOP("Kind", "Citation"), "spline", "text.secondary"),
    "link": (QT_TRANSLATE_NOOP("Kind", "Link"), "spline", "text.secondary"),
    "note": (QT_TRANSLATE_NOOP("Kind", "Note"), "sticky-note", "kind.note"),
    "gap": (QT_TRANSLATE_NOOP("Kind", "Question"), "circle-question-mark", "kind.question"),
    "indicator": (QT_TRANSLATE_NOOP("Kind", "Indicator"), "eye", "kind.note"),
    "frame": (QT_TRANSLATE_NOOP("Kind", "Frame"), "frame", "text.secondary"),
}


def kind_key(record: Record) -> str:
    """Return the kind as people see it: an origin is a source, a gap a note, in storage only."""
    if isinstance(record, Source) and record.origin_kind is not None:
        return "origin"
    if isinstance(record, Source) and record.kind == "image":
        return "image"
    if isinstance(record, Claim) and record.kind == "hypothesis":
        return "hypothesis"
    if isinstance(record, Note) and record.kind != "note":
        return record.kind
    return record.table


def kind_icon(record: Record) -> tuple[str, str]:
    """Return the icon of a record's kind and the token of its colour."""
    _word, icon, color = _KINDS.get(kind_key(record), ("", "file", "text.secondary"))
    return icon, color


def heading(record: Record) -> str:
    """Return kind and mark, such as "Claim C1"."""
    word = translate("Kind", _KINDS.get(kind_key(record), (record.noun, "", ""))[0])
    return f"{word} {mark_of(record)}".strip()


def mark_of(record: Record) -> str:
    """Return the short mark that people cite, or nothing for a record that has none."""
    mark = getattr(record, "mark", "") if isinstance(record, Numbered) else ""
    return str(mark)


def line_of(record: Record, view: Investigation) -> str:
    """Return what a record says, in one line."""
    if isinstance(record, Source):
        return record.name
    if isinstance(record, Claim | Note):
        return " ".join(record.text.split())
    if isinstance(record, Excerpt):
        return f"“{' '.join(record.exact.split())}”"
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


def short_of(record: Record | None, view: Investigation) -> str:
    """Return a record in a word or two: its mark, a source with its name."""
    if record is None:
        return "?"
    if isinstance(record, Source):
        return f"{record.mark} {record.name}" if record.name != record.mark else record.mark
    if isinstance(record, Link):
        return f"({line_of(record, view)})"
    return mark_of(record) or line_of(record, view)
