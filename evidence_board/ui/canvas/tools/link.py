"""Linking: a thread from a port to a card, a line or nothing; release asks what it becomes."""

from evidence_board.model.link import Link
from evidence_board.model.link_types import types_between
from evidence_board.model.record import Record
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import NO_ROWS
from evidence_board.ui.canvas.live import Thread
from evidence_board.ui.canvas.live_targets import unfit_cards
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.tools.targets import under
from evidence_board.ui.canvas.workspace import Workspace


def link(space: Workspace, press: Pointer, *, row: int, port: tuple[float, float]) -> Gesture:
    """Draw a link from a card; it is made only when its type has been chosen."""
    start = space.sheet.layout.records[row]
    thread = Thread(port, press.place)
    offered = far = False
    veil(space, start)
    space.live.thread = thread
    try:
        while True:
            pointer = yield
            thread = aimed(space, start, port, pointer)
            far = far or pointer.far_from(press)
            space.live.thread = thread
            space.refresh()
            if pointer.kind == "release":
                break
        offered = far and _offer(space, start, thread, pointer)
    finally:
        if not offered:
            space.live.thread = None
        space.live.hover, space.live.unfit = None, NO_ROWS
        space.refresh()


def veil(space: Workspace, start: str) -> None:
    """Let the cards step back that a link from a record cannot end on."""
    record = space.document.project.find(start)
    if record is not None:
        space.live.unfit = unfit_cards(space.sheet.layout, record.table)


def aimed(space: Workspace, start: str, port: tuple[float, float], pointer: Pointer) -> Thread:
    """Return the thread to what lies under the pointer, or within reach of it."""
    card, line = under(space, pointer)
    if card is not None and space.sheet.layout.records[card] == start:
        card = None
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
    """Open the menu where the thread was dropped; say so where nothing can be linked."""
    target = space.target(thread.card, thread.line)
    if target is None:
        if _on_own_card(space, start, pointer):
            return False
        return space.linking.new.offer(start, thread, pointer.x, pointer.y)
    if not thread.allowed:
        words = tr("Nothing can be drawn from here to this {0}.")
        noun = tr("link") if isinstance(target, Link) else target.noun
        space.document.tell(words.format(noun))
        return False
    return space.linking.offer(start, target.id, pointer.x, pointer.y)


def _on_own_card(space: Workspace, start: str, pointer: Pointer) -> bool:
    """Whether the thread came back to where it began: then nothing was meant."""
    row = space.sheet.layout.card_at(*pointer.place)
    return row is not None and space.sheet.layout.records[row] == start
