"""Panning: the board follows the pointer."""

from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.workspace import Workspace


def pan(space: Workspace, press: Pointer) -> Gesture:
    """Drag the board under the window."""
    last = press
    while True:
        pointer = yield
        if pointer.kind == "release":
            return
        space.camera.pan(last.x - pointer.x, last.y - pointer.y)
        last = pointer
