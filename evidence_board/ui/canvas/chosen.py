"""The selection of the document as it lies on one board: cards, lines and frames."""

from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas.geometry import NO_ROWS, Area, Ints, boxes_of
from evidence_board.ui.canvas.sheet import Sheet

_FEW = 40


@dataclass(frozen=True)
class Chosen:
    """Selected rows of cards and lines, and ids of frames; the line of a note is its card."""

    ids: tuple[str, ...]
    cards: Ints
    lines: Ints
    frames: frozenset[str]

    @property
    def only_cards(self) -> bool:
        """Whether nothing but cards is selected, and few of them."""
        return len(self.cards) <= _FEW and not len(self.lines) and not self.frames

    def area(self, sheet: Sheet) -> Area | None:
        """Return the area that holds all that is selected, or None."""
        layout = sheet.layout
        boxes = [layout.ground()[self.cards]]
        boxes += [np.array([layout.frames[id].shown]) for id in self.frames]
        extents = layout.lines.spans(self.lines)
        boxes.append(boxes_of(extents))
        together = np.vstack(boxes)
        if not len(together):
            return None
        left, top = together[:, :2].min(axis=0)
        right, bottom = (together[:, :2] + together[:, 2:]).max(axis=0)
        return float(left), float(top), float(right - left), float(bottom - top)


def chosen_on(sheet: Sheet, ids: tuple[str, ...]) -> Chosen:
    """Return what of a selection lies on a board."""
    if not ids:
        return Chosen((), NO_ROWS, NO_ROWS, frozenset())
    layout = sheet.layout
    lines, ties = layout.lines.row_of, layout.lines.ties
    rows = [lines[id] for id in ids if id in lines and ties[lines[id]].selectable]
    return Chosen(
        ids,
        sheet.rows_of(ids),
        np.array(rows, dtype=np.int64),
        frozenset(id for id in ids if id in layout.frames),
    )
