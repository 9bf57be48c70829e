"""Resizing: a corner of a frame follows the pointer."""

from evidence_board.commands import boards
from evidence_board.ui.canvas.folding import CHEVRON
from evidence_board.ui.canvas.geometry import NO_ROWS, Area, corners
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.workspace import Workspace

SMALLEST = (96.0, 64.0)
_BESIDE_TITLE = 24.0
"""How much wider than chevron and title a frame stays."""


def resize(space: Workspace, press: Pointer, *, frame: str, corner: int) -> Gesture:
    """Drag a corner; the opposite one stays, and the title has room."""
    place = space.sheet.layout.frames[frame]
    box = now = place.box
    least = max(SMALLEST[0], CHEVRON + place.named + _BESIDE_TITLE), SMALLEST[1]
    fixed = corners(box)[(corner + 2) % 4]
    own = corners(box)[corner]
    snapping = space.document.snapping
    space.hand.lift(NO_ROWS, frozenset((frame,)))
    try:
        while True:
            pointer = yield
            if pointer.kind == "release":
                break
            x = own[0] + pointer.place[0] - press.place[0]
            y = own[1] + pointer.place[1] - press.place[1]
            if not pointer.free:
                x, y = snapping.on_grid(x), snapping.on_grid(y)
            now = _spanned(fixed, (x, y), corner, least)
            space.hand.carry(NO_ROWS, space.sheet.layout.boxes[:0, :2], {frame: now})
    except BaseException:
        space.hand.put_back()
        raise
    if now == box:
        space.hand.put_back()
    else:
        space.hand.drop(boards.resize, frame, *now)


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
