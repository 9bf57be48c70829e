"""Focus on neighbours: what lies within a few links of some cards stays, the rest is dimmed."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from evidence_board.ui.canvas.chosen import chosen_on
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import NO_ROWS, Flags, Ints
from evidence_board.ui.canvas.neighbours import joined, lines_between, within

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

FARTHEST = 3


class Focusing(QObject):
    """The focus of one board: from which records, and how many steps; a way of looking only."""

    changed = Signal()

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board)
        self._board = board
        self._start: tuple[str, ...] = ()
        self.steps = 1
        self.reached: Flags | None = None
        """Which rows of cards are in focus; None while all are."""

    @property
    def on(self) -> bool:
        """Whether there is a focus."""
        return bool(self._start)

    def toggle(self) -> None:
        """Focus on what is selected, or on the card of the keyboard; or end the focus."""
        if self.on:
            self.end()
        else:
            self.begin(self.steps)

    def begin(self, steps: int) -> None:
        """Focus on what lies so many steps around what is selected, or keep the present start."""
        start = self._start or self._wanted()
        if not start:
            self._board.document.tell(tr("Select a card first, then focus on what is near it."))
            return
        self._start, self.steps = start, steps
        self.follow()

    def take_steps(self, steps: int) -> None:
        """Look farther or less far, while there is a focus."""
        if self.on and steps != self.steps:
            self.steps = steps
            self.follow()

    def end(self) -> None:
        """Show all as before."""
        self._start = ()
        self.follow()

    def follow(self) -> None:
        """Look anew at what is in focus: start, steps or the board have changed."""
        board = self._board
        self._start = tuple(id for id in self._start if len(self._rows((id,))))
        if not self._start:
            self.reached = None
            board.surface.dim(NO_ROWS, NO_ROWS)
        else:
            layout = board.sheet.layout
            ends, targets = layout.lines.ends, layout.lines.targets
            start = self._rows(self._start)
            self.reached = within(joined(ends, targets), start, self.steps, len(layout.ids))
            inside = lines_between(ends, targets, self.reached)
            board.surface.dim(np.flatnonzero(~self.reached), np.flatnonzero(~inside))
        board.refresh()
        self.changed.emit()

    @property
    def words(self) -> str:
        """What the focus is on."""
        rows = self._rows(self._start)
        near = tr("1 step") if self.steps == 1 else tr("{0} steps").format(self.steps)
        if len(rows) == 1:
            face = self._board.sheet.face(int(rows[0]))
            return tr("Focus: {0} from {1}").format(near, face.mark or face.title[:24])
        return tr("Focus: {0} from {1} cards").format(near, len(rows))

    def _wanted(self) -> tuple[str, ...]:
        chosen = self._board.document.selected
        if len(self._rows(chosen)):
            return chosen
        focus = self._board.live.focus
        return (focus,) if focus is not None and len(self._rows((focus,))) else ()

    def _rows(self, ids: tuple[str, ...]) -> Ints:
        """Return the cards of records: a line gives both its cards, a frame those inside it."""
        chosen, layout = chosen_on(self._board.sheet, ids), self._board.sheet.layout
        ends = layout.lines.ends[chosen.lines].ravel()
        inside = [layout.cards_inside(layout.frames[id].box) for id in chosen.frames]
        return np.unique(np.concatenate((chosen.cards, ends[ends >= 0], *inside)))
