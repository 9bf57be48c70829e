"""Resizing: a corner of a frame follows the pointer."""

from dataclasses import replace

import numpy as np

from evidence_board.commands import boards
from evidence_board.ui.canvas.folding import CHEVRON
from evidence_board.ui.canvas.geometry import NO_ROWS, Area, Floats, corners
from evidence_board.ui.canvas.tools.edges import met, nearest_edge, resting
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.workspace import Workspace

SMALLEST = (96.0, 64.0)
_BESIDE_TITLE = 24.0
"""How much wider than chevron and title a frame stays."""


def resize(space: Workspace, press: Pointer, *, frame: str, corner: int) -> Gesture:
    """Drag a corner; the opposite one stays, the title has room, and what lies inside shows."""
    place = space.sheet.layout.frames[frame]
    box = now = place.box
    least = max(SMALLEST[0], CHEVRON + place.named + _BESIDE_TITLE), SMALLEST[1]
    fixed = corners(box)[(corner + 2) % 4]
    own = corners(box)[corner]
    others = _others(space, frame)
    with space.hand.lifted(NO_ROWS, frozenset((frame,))):
        space.sheet.layout.frames[frame] = replace(place, sheer=True)
        try:
            while True:
                pointer = yield
                if pointer.kind == "release":
                    break
                given = others[:0] if pointer.free else others
                shift = pointer.place[0] - press.place[0], pointer.place[1] - press.place[1]
                spot = _guided(space, (own[0] + shift[0], own[1] + shift[1]), given, pointer)
                now = _spanned(fixed, spot, corner, least)
                space.live.guides = met(now, given, corners(now)[corner])
                space.hand.carry(NO_ROWS, space.sheet.layout.boxes[:0, :2], {frame: now})
        finally:
            _let_go(space, frame)
    if now == box:
        space.hand.put_back()
    else:
        space.hand.drop(boards.resize, frame, *now)
    space.live.settling_frames = frozenset()  # with its ground it would cover its cards


def _let_go(space: Workspace, frame: str) -> None:
    """Take the guides away, and give the frame its ground again."""
    space.live.guides = ()
    frames = space.sheet.layout.frames
    frames[frame] = replace(frames[frame], sheer=False)


def _others(space: Workspace, frame: str) -> Floats:
    """Return the boxes in sight whose edges a corner may meet: cards and other frames."""
    cards = resting(space, NO_ROWS)
    if not space.document.snapping.objects:
        return cards
    shown = (one.shown for one in space.sheet.layout.shown_frames() if one.id != frame)
    boxes: Floats = np.vstack((cards, np.array(list(shown), dtype=np.float64).reshape(-1, 4)))
    return boxes


def _guided(
    space: Workspace, spot: tuple[float, float], others: Floats, pointer: Pointer
) -> tuple[float, float]:
    """Return a corner on the edges that it comes near, else on the grid."""
    zoom, snapping = space.camera.viewport.zoom, space.document.snapping
    found = []
    for axis, value in enumerate(spot):
        near = nearest_edge(value, others, axis, zoom)
        loose = value if pointer.free else snapping.on_grid(value)
        found.append(loose if near is None else near)
    return found[0], found[1]


def _spanned(
    fixed: tuple[float, float],
    spot: tuple[float, float],
    corner: int,
    least: tuple[float, float],
) -> Area:
    """Return the box between the fixed corner and the dragged one, never turned inside out."""
    leftward, upward = corner in (0, 3), corner in (0, 1)
    width = max(fixed[0] - spot[0] if leftward else spot[0] - fixed[0], least[0])
    height = max(fixed[1] - spot[1] if upward else spot[1] - fixed[1], least[1])
    x = fixed[0] - width if leftward else fixed[0]
    y = fixed[1] - height if upward else fixed[1]
    return x, y, width, height
