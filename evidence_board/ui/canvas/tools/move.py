"""Moving: cards and frames follow the pointer, their links follow them, release acts once."""

import numpy as np

from evidence_board.commands import boards
from evidence_board.ui.canvas import geometry
from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.tools.into import Goal
from evidence_board.ui.canvas.workspace import Workspace

SNAP, GUIDE_REACH = 8.0, 6.0
_GUIDES_FROM = 0.4
"""Below this zoom guides would tie every card to every other."""


def move(space: Workspace, press: Pointer, *, taken: str) -> Gesture:
    """Drag what is selected by the card or frame that was taken."""
    while True:
        pointer = yield
        if pointer.kind == "release":
            if not press.adding:
                space.document.select((taken,))
            return
        if pointer.far_from(press):
            break
    if space.document.project.read_only:
        return
    yield from drag(space, press, pointer, taken)


def drag(space: Workspace, press: Pointer, pointer: Pointer, taken: str) -> Gesture:
    """Drag what is selected, from where the pointer has left the press behind."""
    rows, frames = carried(space)
    starts = space.sheet.layout.boxes[rows, :2].copy()
    boxes = {id: space.sheet.layout.frames[id].box for id in frames}
    anchor = _box_of(space, taken)
    goal = Goal(space, taken, rows, frames)
    shift = (0.0, 0.0)
    space.lift(rows, frozenset(frames))
    try:
        while pointer.kind != "release":
            shift = _shift(space, press, pointer, anchor, rows)
            space.carry(rows, starts + shift, {id: _moved(box, shift) for id, box in boxes.items()})
            shift = goal.aim(pointer, shift)
            pointer = yield
    except GeneratorExit:
        shift = (0.0, 0.0)
        raise
    finally:
        goal.leave()
        space.carry(rows, starts, boxes)
        space.put_down()
    if shift != (0.0, 0.0):
        space.document.act(boards.move, _moves(space, rows, starts + shift, boxes, shift))
        goal.tell()


def carried(space: Workspace) -> tuple[Ints, tuple[str, ...]]:
    """Return the selected cards and frames, and the cards and frames inside these frames."""
    chosen, layout = space.chosen, space.sheet.layout
    boxes = [layout.frames[id].box for id in chosen.frames]
    rows = np.unique(np.concatenate([chosen.cards, *map(layout.cards_inside, boxes)]))
    inner = (id for box in boxes for id in layout.frames_inside(box))
    return rows, tuple(dict.fromkeys((*chosen.frames, *inner)))


def _box_of(space: Workspace, taken: str) -> Area:
    if taken in space.sheet.layout.frames:
        return space.sheet.layout.frames[taken].box
    x, y, width, height = space.sheet.layout.boxes[space.sheet.layout.row_of_record[taken]].tolist()
    return x, y, width, height


def _shift(
    space: Workspace, press: Pointer, pointer: Pointer, anchor: Area, rows: Ints
) -> tuple[float, float]:
    """Return how far the drag went, on one axis with Shift, snapped unless Space is held."""
    dx, dy = pointer.place[0] - press.place[0], pointer.place[1] - press.place[1]
    if pointer.straight:
        dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
    space.live.guides = ()
    if pointer.free:
        return dx, dy
    x, y, width, height = anchor
    aligned = _aligned(space, (x + dx, y + dy, width, height), rows)
    snapped_x = geometry.snapped(x + dx, SNAP) - x if aligned[0] is None else dx + aligned[0]
    snapped_y = geometry.snapped(y + dy, SNAP) - y if aligned[1] is None else dy + aligned[1]
    if pointer.straight:
        return (snapped_x, 0.0) if dy == 0.0 else (0.0, snapped_y)
    return snapped_x, snapped_y


def _aligned(space: Workspace, box: Area, rows: Ints) -> tuple[float | None, float | None]:
    """Return the shift that lines up with a resting card in sight, and show its guides."""
    if space.camera.viewport.zoom < _GUIDES_FROM:
        return None, None
    seen = space.sheet.layout.cards_in(space.camera.viewport.area)
    others = space.sheet.layout.boxes[seen[~np.isin(seen, rows)]]
    reach = GUIDE_REACH / max(space.camera.viewport.zoom, 1.0)
    dx, dy = geometry.alignment(box, others, reach)
    landed = (box[0] + (dx or 0.0), box[1] + (dy or 0.0), box[2], box[3])
    space.live.guides = tuple(_guides(landed, others, across=dx is not None, down=dy is not None))
    return dx, dy


def _guides(
    box: Area, others: Floats, *, across: bool, down: bool
) -> list[tuple[float, float, float, float]]:
    """Return a line for each edge or middle that the box shares with others."""
    found = []
    for axis, wanted in ((0, across), (1, down)):
        for part in (0.0, 0.5, 1.0) if wanted else ():
            value = box[axis] + box[axis + 2] * part
            same = others[np.abs(others[:, axis] + others[:, axis + 2] * part - value) < 0.01]
            if len(same):
                found.append(_guide(axis, value, np.vstack((same, box))))
    return found


def _guide(axis: int, value: float, boxes: Floats) -> tuple[float, float, float, float]:
    other = 1 - axis
    low = float(boxes[:, other].min())
    high = float((boxes[:, other] + boxes[:, other + 2]).max())
    return (value, low, value, high) if axis == 0 else (low, value, high, value)


def _moved(box: Area, shift: tuple[float, float]) -> Area:
    return box[0] + shift[0], box[1] + shift[1], box[2], box[3]


def _moves(
    space: Workspace,
    rows: Ints,
    places: Floats,
    frames: dict[str, Area],
    shift: tuple[float, float],
) -> list[boards.Move]:
    cards = zip(rows.tolist(), places.tolist(), strict=True)
    moves: list[boards.Move] = [(space.sheet.layout.ids[row], x, y) for row, (x, y) in cards]
    return moves + [(id, *_moved(box, shift)[:2]) for id, box in frames.items()]
