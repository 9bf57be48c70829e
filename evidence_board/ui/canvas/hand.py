"""What a gesture has in hand: lifted off the painted board, carried, and put down again."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import numpy as np
from PySide6.QtGui import QRegion

from evidence_board.project.project import Project
from evidence_board.ui.canvas.damage import lifted_boxes, line_boxes
from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.live import MOST_ROUTED
from evidence_board.ui.canvas.rows import among, differing

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

Given = ParamSpec("Given")


class Hand:
    """Lifts cards and frames of one board into the layer over it."""

    def __init__(self, board: "BoardView") -> None:
        self._board = board
        self._before: Layout | None = None
        self._reach = QRegion()

    def lift(self, rows: Ints, frames: frozenset[str]) -> None:
        """Take cards, their lines and frames from the painted board into the live layer."""
        board = self._board
        self._before = board.surface.hold()
        alone = self._shows_no_other(rows)
        board.live.lift(board.sheet.layout, rows, frames)
        board.surface.damage(lifted_boxes(board.live, board.sheet.layout))
        self._reach = board.surface.reach()
        if alone:
            board.update(self._reach)
        else:
            board.update()

    @contextmanager
    def lifted(self, rows: Ints, frames: frozenset[str]) -> Iterator[None]:
        """Hold cards and frames until `drop` or `put_back`; what is called off goes back."""
        self.lift(rows, frames)
        try:
            yield
        except BaseException:
            self.put_back()
            raise

    def carry(self, rows: Ints, places: Floats, frames: Mapping[str, Area]) -> None:
        """Show lifted cards at other places and lifted frames with other boxes."""
        layout = self._board.sheet.layout
        for id, box in frames.items():
            layout.frames[id] = replace(layout.frames[id], box=box)
        self._follow(layout.move(rows, places, routed=len(rows) <= MOST_ROUTED))

    def stretch(self, rows: Ints, boxes: Floats) -> None:
        """Show lifted cards with other boxes."""
        self._follow(self._board.sheet.layout.stretch(rows, boxes))

    def put_down(self) -> None:
        """Give what was lifted back to the painted board, where it is now."""
        board = self._board
        board.surface.damage(lifted_boxes(board.live, board.sheet.layout))
        board.live.let_down()
        board.sheet.layout.lines.rest()
        self._before, self._reach = None, QRegion()
        board.update()

    def put_back(self) -> None:
        """Give what was lifted back to the painted board, where it was taken from."""
        board, before = self._board, self._before
        assert before is not None  # it is lifted
        self._return(before, board.live.lifted, board.live.lifted_frames)
        self.put_down()

    def drop(
        self,
        command: Callable[Concatenate[Project, Given], object],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> bool:
        """Put down what was lifted where it is now, as the command saves it.

        What cannot be saved goes back to where it was taken from; returns whether it was.
        """
        board, before = self._board, self._before
        layout, rows, frames = board.sheet.layout, board.live.lifted, board.live.lifted_frames
        assert before is not None  # it is lifted
        self.put_down()
        saved = False
        try:
            saved = board.document.does(command, *given, **named)
        finally:
            if not saved and layout is board.sheet.layout:
                self._return(before, rows, frames)
                board.surface.damage()
                board.update()
        return saved

    def _shows_no_other(self, rows: Ints) -> bool:
        """Whether no other card has ports or grips just now, which go when these are lifted."""
        shown = self._board.chosen.cards
        hover = self._board.live.hover
        if hover is not None:
            shown = np.append(shown, hover)
        return bool(among(shown, rows).all())

    def _return(self, before: Layout, rows: Ints, frames: frozenset[str]) -> None:
        layout = self._board.sheet.layout
        for id in frames:
            layout.frames[id] = replace(layout.frames[id], box=before.frames[id].box)
        layout.stretch(rows, before.boxes[rows])

    def _follow(self, turned: Ints) -> None:
        """Show what is in hand where it is now; other lines that run anew are lifted too.

        These have an end beside one that moves, or on it.
        """
        board, lines, before = self._board, self._board.sheet.layout.lines, self._before
        assert before is not None  # it is lifted
        others = turned[~among(turned, board.live.lifted_lines) & ~lines.hidden[turned]]
        others = others[differing(lines.plain[others], before.lines.plain[others])]
        if len(others):
            board.live.lift_lines(others)
            board.surface.damage(line_boxes(before, others))
        reach = board.surface.reach()
        board.update(reach + self._reach)
        self._reach = reach
