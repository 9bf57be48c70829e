"""What a board's view does when the project, the selection or the theme changes."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject

from evidence_board.model.change import ChangeSet
from evidence_board.ui.canvas import accessible
from evidence_board.ui.canvas.geometry import NO_ROWS
from evidence_board.ui.canvas.scene import MOST_RINGS

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView


class Following(QObject):
    """Keeps what is painted true for one board's view."""

    def __init__(self, board: "BoardView") -> None:
        """Belong to the view: it must not be followed for when it is gone."""
        super().__init__(board)
        self._board = board
        self._stale = False
        """Whether something was selected while the board was hidden."""

    def changes(self, changes: ChangeSet) -> None:
        """Follow a change set; a gesture under way is called off first."""
        board = self._board
        board.pointing.call_off()
        down = board.live.put_down(board.sheet.layout)
        shown = board.sheet.apply(changes)
        accessible.forget(board)
        board.live.find_again(board.sheet.layout, down)
        board.forget_chosen()
        board.surface.follow(shown)
        board.focusing.follow()
        self.show_emphasis()
        board.overlays.follow()
        board.update()

    def selection(self) -> None:
        """Follow the selection; keys go on from a card that is selected alone.

        A board that is hidden waits until it is seen: other views are shown at once by that.
        """
        board = self._board
        self._stale = not board.isVisible()
        if self._stale:
            board.forget_chosen()
            return
        before, brought = board.forget_chosen(), board.surface.strong
        self.show_emphasis()
        chosen = board.chosen
        if len(chosen.ids) == 1 == len(chosen.cards):
            board.live.focus = board.sheet.layout.records[int(chosen.cards[0])]
        if before is None or board.live.ring or not (before.only_cards and chosen.only_cards):
            board.refresh()
            return
        cards = np.union1d(before.cards, chosen.cards)
        board.refresh(board.surface.marks(cards, np.union1d(brought, board.surface.strong)))

    def catch_up(self) -> None:
        """Follow what was selected while the board was hidden."""
        if self._stale:
            self.selection()

    def point_at(self, row: int | None) -> None:
        """Show the ports of a card, or of none, in place of those that show."""
        board = self._board
        before, board.live.hover = board.live.hover, row
        if row != before:
            rows = np.array([one for one in (before, row) if one is not None])
            known = rows[rows < len(board.sheet.layout.ids)]
            board.refresh(board.surface.marks(known, NO_ROWS))

    def evidence(self) -> None:
        """Mark the cards whose stored copies were found to be altered."""
        board = self._board
        rows = board.sheet.mark_altered(board.document.altered)
        if len(rows):
            accessible.forget(board)
            board.surface.damage(board.sheet.layout.boxes[rows])
            board.update()

    def counts(self) -> None:
        """Show other counts of origins: something else is taken for gone."""
        board = self._board
        rows = board.sheet.rows_of(board.sheet.count_anew())
        if len(rows):
            accessible.forget(board)
            board.surface.damage(board.sheet.layout.boxes[rows])
            board.update()

    def show_emphasis(self) -> None:
        """Bring the lines of what is selected forward, and mark many selected cards."""
        board = self._board
        ids = [id for id in board.document.selected if id not in board.sheet.layout.frames]
        strong = board.sheet.lines_of(ids) if 0 < len(ids) <= MOST_RINGS else None
        board.surface.emphasise(strong if strong is not None and len(strong) else None)
        board.surface.mark(board.chosen.cards, board.chosen.lines)

    def grid(self) -> None:
        """Show the grid, or hide it."""
        self._board.surface.show_grid(self._board.document.snapping.grid)
        self._board.update()

    def theme(self) -> None:
        """Follow colours, letters and the scale of the interface."""
        board = self._board
        board.sheet.restyle(board.surface.restyle())
        board.fit_camera()
        board.overlays.follow()
        board.update()
