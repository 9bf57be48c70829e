"""Linking: a thread from a port to a card or a line; release offers the types that fit."""

from evidence_board.model.link import Link
from evidence_board.model.link_types import types_between
from evidence_board.model.record import Record
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.live import Thread
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.workspace import Workspace

TARGET_REACH, LINE_REACH = 24.0, 12.0


def link(space: Workspace, press: Pointer, *, row: int, port: tuple[float, float]) -> Gesture:
    """Draw a link from a card; it is made only when its type has been chosen."""
    start = space.sheet.layout.records[row]
    thread = Thread(port, press.place)
    offered = False
    space.live.thread = thread
    try:
        while True:
            pointer = yield
            thread = aimed(space, start, port, pointer)
            space.live.thread = thread
            space.refresh()
            if pointer.kind == "release":
                break
        offered = _offer(space, start, thread, pointer)
    finally:
        if not offered:
            space.live.thread = None
        space.refresh()


def aimed(space: Workspace, start: str, port: tuple[float, float], pointer: Pointer) -> Thread:
    """Return the thread to what lies under the pointer, or within reach of it."""
    factor = space.camera.viewport.factor
    x, y = pointer.place
    card = space.sheet.layout.card_at(x, y)
    if card is None:
        card = space.sheet.layout.card_at(x, y, TARGET_REACH / factor)
    if card is not None and space.sheet.layout.records[card] == start:
        card = None
    line = space.sheet.layout.lines.at(x, y, LINE_REACH / factor) if card is None else None
    target = space.target(card, line)
    return Thread(port, pointer.place, card, line, target is None or fits(space, start, target))


def fits(space: Workspace, start: str, target: Record) -> bool:
    """Whether any type of link may be drawn between two records, either way round."""
    record = space.document.project.find(start)
    if record is None:
        return False
    forward = types_between(record.table, target.table)
    return bool(forward or types_between(target.table, record.table))


def _offer(space: Workspace, start: str, thread: Thread, pointer: Pointer) -> bool:
    """Open the type menu where the thread was dropped; say so where nothing can be linked."""
    target = space.target(thread.card, thread.line)
    if target is None:
        space.document.tell(tr("No card there: nothing was linked."))
        return False
    if not thread.allowed:
        words = tr("Nothing can be drawn from here to this {0}.")
        noun = tr("link") if isinstance(target, Link) else target.noun
        space.document.tell(words.format(noun))
        return False
    return space.offer_link(start, target.id, pointer.x, pointer.y)
