"""Folding: a click on the chevron collapses a frame or expands it; a drag moves it."""

from evidence_board.ui.canvas.acts import framing
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.tools.move import drag
from evidence_board.ui.canvas.workspace import Workspace


def fold(space: Workspace, press: Pointer, *, frame: str) -> Gesture:
    """Collapse or expand the frame whose chevron was pressed."""
    read_only = space.document.project.read_only
    while True:
        pointer = yield
        if pointer.kind == "release":
            if not read_only:
                framing.toggle(space, (frame,))
            return
        if pointer.far_from(press):
            break
    if frame not in space.document.selected:
        space.document.select((frame,))
    if not read_only:
        yield from drag(space, press, pointer, frame)
