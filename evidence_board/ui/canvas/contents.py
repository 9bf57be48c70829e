"""What of a board goes into a picture: all of it, or what is selected; notes only when wanted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from evidence_board.model.note import Note
from evidence_board.ui.canvas.chosen import Chosen, chosen_on
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Area, Flags, Ints
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.rows import among
from evidence_board.ui.canvas.sheet import Sheet

_REMARKS = tuple(CARD_KINDS.index(kind) for kind in ("note", "gap", "indicator"))


@dataclass(frozen=True)
class Contents:
    """What of a board goes into a picture: rows of cards and lines, ids of frames."""

    cards: Ints
    lines: Ints
    frames: frozenset[str]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not len(self.cards) and not self.frames


@dataclass(frozen=True)
class Wanted:
    """What a person wants shown: selected records and frames, or all (None); which notes."""

    ids: tuple[str, ...] | None = None
    notes: bool = False
    private: bool = False


def contents_of(sheet: Sheet, wanted: Wanted) -> Contents:
    """Return what is wanted of a board as it is now."""
    ids = wanted.ids
    shown = all_of(sheet) if ids is None else picked(sheet, chosen_on(sheet, ids))
    return less_notes(sheet, shown, notes=wanted.notes, private=wanted.private)


def all_of(sheet: Sheet) -> Contents:
    """Return all that lies on a board."""
    layout = sheet.layout
    count = len(layout.lines.ties)
    return Contents(np.arange(len(layout.ids)), np.arange(count), frozenset(layout.frames))


def picked(sheet: Sheet, chosen: Chosen) -> Contents:
    """Return what is selected, what lies in selected frames, and the lines between all that."""
    layout = sheet.layout
    boxes = [layout.frames[id].box for id in chosen.frames]
    inner = [id for id, frame in layout.frames.items() if any(_holds(b, frame.box) for b in boxes)]
    ends = layout.lines.ends[chosen.lines].ravel()
    inside = [layout.cards_inside(box) for box in boxes]
    cards = np.unique(np.concatenate([chosen.cards, ends[ends >= 0], *inside]))
    lines = _lines_between(layout.lines, cards, len(layout.ids))
    return Contents(cards, lines, chosen.frames | frozenset(inner))


def private_notes(sheet: Sheet, contents: Contents) -> Ints:
    """Return the rows of the private notes, questions and indicators among what is shown."""
    return np.array([row for row, note in _notes(sheet, contents) if note.private], dtype=np.int64)


def notes_among(sheet: Sheet, contents: Contents) -> Ints:
    """Return the rows of the notes that are not private; questions are no remarks, and stay."""
    rows = [
        row for row, note in _notes(sheet, contents) if note.kind == "note" and not note.private
    ]
    return np.array(rows, dtype=np.int64)


def less_notes(
    sheet: Sheet, contents: Contents, *, notes: bool = False, private: bool = False
) -> Contents:
    """Return what is shown without the notes that stay out, and without their lines."""
    out = np.zeros(0, dtype=np.int64)
    if not notes:
        out = np.r_[out, notes_among(sheet, contents)]
    if not private:
        out = np.r_[out, private_notes(sheet, contents)]
    if not len(out):
        return contents
    cards = contents.cards[~among(contents.cards, out)]
    lines = _lines_between(sheet.layout.lines, cards, len(sheet.layout.ids))
    return replace(contents, cards=cards, lines=np.intersect1d(contents.lines, lines))


def _notes(sheet: Sheet, contents: Contents) -> Iterator[tuple[int, Note]]:
    """Yield the notes of any kind among the cards, with their rows."""
    kinds = sheet.layout.kinds[contents.cards]
    for row in contents.cards[np.isin(kinds, _REMARKS)].tolist():
        note = sheet.record(row)
        if isinstance(note, Note):
            yield row, note


def _lines_between(lines: Lines, cards: Ints, count: int) -> Ints:
    """Return the lines whose cards are all shown, and the lines that they end on too."""
    flags: Flags = np.zeros(count + 1, dtype=np.bool_)
    flags[cards] = True
    onto = lines.targets >= 0
    shown = flags[lines.ends[:, 0]] & (flags[lines.ends[:, 1]] | onto)
    while True:
        held = shown & (~onto | shown[lines.targets]) if len(shown) else shown
        if np.array_equal(held, shown):
            return np.flatnonzero(shown)
        shown = held


def _holds(outer: Area, inner: Area) -> bool:
    x, y, width, height = inner
    left, top, wide, high = outer
    return left <= x and top <= y and x + width <= left + wide and y + height <= top + high
