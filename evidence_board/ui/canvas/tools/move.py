"""Moving: cards and frames follow the pointer, their links follow them, release acts once."""

from collections.abc import Callable

import numpy as np

from evidence_board.commands import boards, copying
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.live import Copies
from evidence_board.ui.canvas.tools.carried import moved, moves, taken, tell_locked
from evidence_board.ui.canvas.tools.edges import Resting, reach_at
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.tools.guides import guidance
from evidence_board.ui.canvas.tools.into import Goal
from evidence_board.ui.canvas.workspace import Workspace

_Aim = Callable[[Pointer], tuple[float, float]]


def move(space: Workspace, press: Pointer, *, taken: str) -> Gesture:
    """Drag what is selected by the card or frame that was taken; with Alt drag copies of it.

    A click selects it; one on its origin badge shows where it comes from.
    """
    while True:
        pointer = yield
        if pointer.kind == "release":
            if not press.adding:
                _click(space, press, taken)
            return
        if pointer.far_from(press):
            break
    if space.document.project.read_only:
        return
    yield from (_copy if pointer.copying else drag)(space, press, pointer, taken)


def _click(space: Workspace, press: Pointer, taken: str) -> None:
    space.document.select((taken,))
    if space.badge_at(*press.place) == taken:
        space.document.trace(taken)


def drag(space: Workspace, press: Pointer, pointer: Pointer, anchor: str) -> Gesture:
    """Let the selection follow the pointer until it is let go, by the card or frame taken."""
    found = taken(space)
    layout = space.sheet.layout
    rows, frames = found.rows, found.frames
    if found.nothing or _stays(space, anchor):
        tell_locked(space, max(found.staying, 1), alone=True)
        return
    starts = layout.boxes[rows, :2].copy()
    boxes = {id: layout.frames[id].box for id in frames}
    aim = _aim(space, press, _box_of(space, anchor), rows)
    shift = (0.0, 0.0)
    with space.hand.lifted(rows, frozenset(frames)):
        goal = Goal(space, anchor, rows, frames)
        try:
            while pointer.kind != "release":
                shift = aim(pointer)
                space.hand.carry(
                    rows, starts + shift, {id: moved(box, shift) for id, box in boxes.items()}
                )
                shift = goal.aim(pointer, shift)
                pointer = yield
        finally:
            goal.leave()
            _let_go(space)
    if shift == (0.0, 0.0):
        space.hand.put_back()
        return
    shifted = {id: moved(box, shift) for id, box in boxes.items()}
    if space.hand.drop(boards.move, moves(space, rows, starts + shift, shifted)):
        tell_locked(space, found.staying, alone=False)
        goal.tell()


def _copy(space: Workspace, press: Pointer, pointer: Pointer, anchor: str) -> Gesture:
    """Let copies follow the pointer while the originals stay; they are made at the release."""
    layout, found = space.sheet.layout, taken(space, with_locked=True)
    ids = (*(layout.records[row] for row in found.rows.tolist()), *found.frames)
    aim = _aim(space, press, _box_of(space, anchor), np.zeros(0, dtype=np.int64))
    shift = (0.0, 0.0)
    try:
        while pointer.kind != "release":
            shift = aim(pointer)
            space.live.copies = Copies(found.rows, found.frames, shift)
            space.refresh()
            pointer = yield
    finally:
        _let_go(space)
        space.refresh()
    if shift != (0.0, 0.0):
        made = space.document.act(copying.duplicate, space.board_id, ids, *shift)
        tell_copied(space, made)


def tell_copied(space: Workspace, made: tuple[str, ...] | None) -> None:
    """Select copies; say why nothing was copied of sources."""
    if made:
        space.document.select(made)
    elif made is not None:
        space.document.tell(
            tr("Sources and excerpts are not doubled: a second one would count as another origin.")
        )


def _let_go(space: Workspace) -> None:
    space.live.guides, space.live.measures, space.live.copies = (), (), None


def _stays(space: Workspace, anchor: str) -> bool:
    """Whether what the pointer took is locked."""
    layout = space.sheet.layout
    if anchor in layout.frames:
        return layout.frames[anchor].locked
    return bool(layout.locked[layout.row_of_record[anchor]])


def _box_of(space: Workspace, anchor: str) -> Area:
    layout = space.sheet.layout
    if anchor in layout.frames:
        return layout.frames[anchor].shown
    x, y, width, height = layout.boxes[layout.row_of_record[anchor]].tolist()
    return x, y, width, height


def _aim(space: Workspace, press: Pointer, anchor: Area, rows: Ints) -> _Aim:
    """Return what says how far a drag went: on one axis with Shift, snapped unless Space is held.

    ``anchor`` is the box that was taken; ``rows`` are the cards that move and so give no guides.
    """
    x, y, width, height = anchor
    others = Resting(space, rows)

    def aim(pointer: Pointer) -> tuple[float, float]:
        dx, dy = pointer.place[0] - press.place[0], pointer.place[1] - press.place[1]
        if pointer.straight:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        space.live.guides, space.live.measures = (), ()
        if pointer.free:
            return dx, dy
        off = _guided(space, (x + dx, y + dy, width, height), others.boxes())
        snapping = space.document.snapping
        snapped_x = snapping.on_grid(x + dx) - x if off[0] is None else dx + off[0]
        snapped_y = snapping.on_grid(y + dy) - y if off[1] is None else dy + off[1]
        if pointer.straight:
            return (snapped_x, 0.0) if dy == 0.0 else (0.0, snapped_y)
        return snapped_x, snapped_y

    return aim


def _guided(space: Workspace, box: Area, others: Floats) -> tuple[float | None, float | None]:
    """Return the shift that lines up with resting cards in sight, and show guides and measures."""
    found = guidance(box, others, reach_at(space.camera.viewport.zoom))
    space.live.guides, space.live.measures = found.lines, found.measures
    return found.dx, found.dy
