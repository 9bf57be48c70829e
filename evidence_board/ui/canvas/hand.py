"""What a gesture has in hand: lifted off the painted board, carried, and put down again."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.live import MOST_ROUTED

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView


class Hand:
    """Lifts cards and frames of one board into the layer over it."""

    def __init__(self, board: "BoardView") -> None:
        self._board = board

    def lift(self, rows: Ints, frames: frozenset[str]) -> None:
        """Take cards, their lines and frames from the painted board into the live layer."""
        board = self._board
        board.surface.hold()
        board.live.lift(board.sheet.layout, rows, frames)
        board.surface.damage(board.live.extent(board.sheet.layout))

    def carry(self, rows: Ints, places: Floats, frames: Mapping[str, Area]) -> None:
        """Show lifted cards at other places and lifted frames with other boxes."""
        layout = self._board.sheet.layout
        for id, box in frames.items():
            layout.frames[id] = replace(layout.frames[id], box=box)
        layout.move(rows, places, routed=len(rows) <= MOST_ROUTED)
        self._board.update()

    def stretch(self, rows: Ints, boxes: Floats) -> None:
        """Show lifted cards with other boxes."""
        self._board.sheet.layout.stretch(rows, boxes)
        self._board.update()

    def put_down(self) -> None:
        """Give what was lifted back to the painted board."""
        board = self._board
        board.surface.damage(board.live.extent(board.sheet.layout))
        board.live.let_down()
        board.sheet.layout.lines.rest()
        board.update()
