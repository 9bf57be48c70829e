"""Into frames: which frame a drag would put things into, shown while they hover over it."""

from collections.abc import Sequence

import numpy as np

from evidence_board.ui.canvas.acts.framing import innermost
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.folding import FramePlace, fitted, inside, takes, within
from evidence_board.ui.canvas.geometry import Area, Ints, area_of
from evidence_board.ui.canvas.room import free_within
from evidence_board.ui.canvas.tools.gesture import Pointer
from evidence_board.ui.canvas.workspace import Workspace


class Goal:
    """The frame that what is dragged would lie in, other than the one it came from."""

    def __init__(self, space: Workspace, taken: str, rows: Ints, carried: Sequence[str]) -> None:
        """Follow a drag by the card or frame taken, with these cards and frames in hand."""
        layout = space.sheet.layout
        self._space = space
        self._taken = taken
        self._carried = frozenset(carried)
        self._rows = rows
        boxes = np.array([layout.frames[id].box for id in carried]).reshape(-1, 4)
        self._group = area_of(np.vstack((layout.boxes[rows], boxes)))
        self._home = self._around(self._box())
        self._goal: FramePlace | None = None

    def aim(self, pointer: Pointer, shift: tuple[float, float]) -> tuple[float, float]:
        """Show the frame under the drag; returns the shift that a drop here would make.

        A drop on the bar of a collapsed frame goes into it, as far as there is room, and beside
        what is in it, as far as there is room for that.
        """
        bar, corner = self._bar_at(*pointer.place), None
        if bar is not None and self._group is not None:
            x, y, width, height = self._group
            corner = fitted((x + shift[0], y + shift[1], width, height), bar.box)
            if corner is not None:
                corner = self._beside(bar, corner, (width, height))
                shift = corner[0] - x, corner[1] - y
        self._goal = bar if corner is not None else self._around(self._box())
        new = self._goal is not None and (self._home is None or self._goal.id != self._home.id)
        self._goal = self._goal if new else None
        into = self._goal.id if self._goal is not None else None
        if into != self._space.live.into:
            self._space.live.into = into
            self._space.refresh()
        return shift

    def _beside(
        self, bar: FramePlace, corner: tuple[float, float], size: tuple[float, float]
    ) -> tuple[float, float]:
        """Return a corner in a frame at which a group covers nothing that is hidden there."""
        boxes = self._space.sheet.layout.boxes
        held = inside(boxes, bar.box)
        held[self._rows] = False
        return free_within(boxes[held], size, corner, within(bar.box))

    def leave(self) -> None:
        """Show no frame any more."""
        self._space.live.into = None

    def tell(self) -> None:
        """Say where things went that are not seen any more."""
        if self._goal is not None and self._goal.collapsed:
            words = tr("Put into “{0}”.") if self._goal.title else tr("Put into the frame.")
            self._space.document.tell(words.format(self._goal.title), undo=True)

    def _bar_at(self, x: float, y: float) -> FramePlace | None:
        bars = (one for one in reversed(self._space.sheet.layout.shown_frames()) if one.collapsed)
        there = (one for one in bars if takes(one, x, y, 0.0) and one.id not in self._carried)
        return next(there, None)

    def _box(self) -> Area:
        layout = self._space.sheet.layout
        if self._taken in layout.frames:
            return layout.frames[self._taken].box
        x, y, width, height = layout.boxes[layout.row_of_record[self._taken]].tolist()
        return x, y, width, height

    def _around(self, box: Area) -> FramePlace | None:
        id = innermost(self._space, box, without=self._carried)
        return self._space.sheet.layout.frames[id] if id is not None else None
