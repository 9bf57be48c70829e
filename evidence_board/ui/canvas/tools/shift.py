"""Moving by keys: arrows carry what is selected, Enter puts it down, Esc puts it back."""

import numpy as np

from evidence_board.commands import boards
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.tools.carried import moved, moves, taken, tell_locked
from evidence_board.ui.canvas.tools.keyed import Keyed
from evidence_board.ui.canvas.workspace import Workspace

NEAR, FAR = 8.0, 40.0


def move_by_keys(space: Workspace) -> Keyed:
    """Carry the selected cards and frames; all of it is one step."""
    found, layout = taken(space), space.sheet.layout
    rows, frames = found.rows, found.frames
    if found.nothing:
        tell_locked(space, found.staying, alone=True)
        if not found.staying:
            space.document.tell(tr("Select a card first, then move it by keys."))
        return
    starts = layout.boxes[rows, :2].copy()
    boxes = {id: layout.frames[id].box for id in frames}
    dx = dy = 0.0
    with space.hand.lifted(rows, frozenset(frames)):
        space.linking.announce(tr("Moving. Arrows move, Enter keeps, Esc puts back."))
        while True:
            pressed = yield
            if pressed.enter:
                break
            if pressed.step is None:
                continue
            reach = FAR if pressed.far else NEAR
            dx, dy = dx + pressed.step[0] * reach, dy + pressed.step[1] * reach
            shifted = {id: moved(box, (dx, dy)) for id, box in boxes.items()}
            space.hand.carry(rows, starts + np.array((dx, dy)), shifted)
            area = layout.area(rows) if len(rows) else shifted[frames[0]]
            if area is not None:
                space.camera.bring(area)
            space.linking.announce(tr("{0} right, {1} down").format(round(dx), round(dy)))
    if not dx and not dy:
        space.hand.put_back()
        return
    shifted = {id: moved(box, (dx, dy)) for id, box in boxes.items()}
    space.hand.drop(boards.move, moves(space, rows, starts + np.array((dx, dy)), shifted))
