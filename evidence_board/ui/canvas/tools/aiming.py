"""Aiming by keys: arrows choose a card, Tab a line, Enter or the figure of a type takes it."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace

import numpy as np

from evidence_board.commands.line_rules import End
from evidence_board.model.record import Record
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import NO_ROWS
from evidence_board.ui.canvas.live import Thread, port_places
from evidence_board.ui.canvas.spoken import card_name
from evidence_board.ui.canvas.tools.keyed import Keyed, Pressed
from evidence_board.ui.canvas.tools.link import fits, veil
from evidence_board.ui.canvas.tools.reattach import Held, tell_moved
from evidence_board.ui.canvas.workspace import Workspace
from evidence_board.ui.naming import line_of

Fits = Callable[[Record], bool]


@dataclass(frozen=True)
class Aim:
    """Where a line starts on the board, and which records it may end on."""

    space: Workspace
    start: tuple[float, float] | int
    fits: Fits

    def at_card(self, row: int) -> Thread:
        """Return the thread to a card, between the nearest two ports."""
        ports = port_places(self.space.sheet.layout.boxes[row])
        pairs = [(one, other) for one in self._starts() for other in ports]
        start, end = min(pairs, key=lambda pair: _apart(*pair))
        return Thread(start, end, card=row)

    def at_line(self, row: int) -> Thread:
        """Return the thread to the middle of a line."""
        (middle,) = self.space.sheet.layout.lines.middles(np.array([row])).tolist()
        end = (middle[0], middle[1])
        return Thread(min(self._starts(), key=lambda one: _apart(one, end)), end, line=row)

    def _starts(self) -> tuple[tuple[float, float], ...]:
        if isinstance(self.start, int):
            return port_places(self.space.sheet.layout.boxes[self.start])
        return (self.start,)

    def takes_card(self, row: int) -> bool:
        """Whether a card may be aimed at."""
        record = self.space.sheet.record(row)
        return row != self.start and record is not None and self.fits(record)

    def next_card(self, row: int, step: tuple[int, int]) -> int | None:
        """Return the next card in a direction that fits."""
        seen, now = {row}, row
        while (found := self.space.sheet.layout.nearest(now, *step)) not in {None, *seen}:
            assert found is not None
            if self.takes_card(found):
                return found
            seen.add(found)
            now = found
        return None

    def first_card(self, row: int) -> int | None:
        """Return a card to begin with: to the right, below, or the first that fits."""
        for step in ((1, 0), (0, 1)):
            if (found := self.next_card(row, step)) is not None:
                return found
        order = self.space.sheet.layout.reading_order().tolist()
        return next((one for one in order if one != row and self.takes_card(one)), None)

    def first(self, row: int) -> tuple[int, Thread] | None:
        """Return the card that arrows go from, and the first target; None if nothing fits."""
        card = self.first_card(row)
        if card is not None:
            return card, self.at_card(card)
        line = self.next_line(None, 1)
        return None if line is None else (row, self.at_line(line))

    def lines(self) -> list[int]:
        """Return the lines in sight that fit, by place."""
        lines = self.space.sheet.layout.lines
        found = [
            row
            for row in lines.seen_in(self.space.camera.viewport.area).tolist()
            if (record := self.space.target(None, row)) is not None and self.fits(record)
        ]
        middles = lines.middles(np.array(found, dtype=np.int64))
        return [found[place] for place in np.lexsort((middles[:, 0], middles[:, 1]))]

    def next_line(self, line: int | None, step: int) -> int | None:
        """Return the line after or before one."""
        lines = self.lines()
        if not lines:
            return None
        if line not in lines:
            return lines[0 if step > 0 else -1]
        return lines[(lines.index(line) + step) % len(lines)]


def aim(space: Workspace, aim: Aim, row: int, thread: Thread) -> Generator[None, Pressed, Pressed]:
    """Point at one target after another; returns the key that takes it.

    ``row`` is the card that arrows go from; ``space.live.thread`` shows the target.
    """
    _show(space, thread)
    taken = False
    try:
        while True:
            pressed = yield
            if pressed.enter or pressed.figure:
                taken = True
                return pressed
            found: Thread | None = None
            if pressed.step is not None:
                card = aim.next_card(row, pressed.step)
                row = row if card is None else card
                found = aim.at_card(card) if card is not None else None
            elif pressed.aside:
                line = aim.next_line(_shown(space).line, pressed.aside)
                found = aim.at_line(line) if line is not None else None
            if found is not None:
                _show(space, found)
    finally:
        if not taken:
            space.live.thread = None
            space.refresh()


def link_by_keys(space: Workspace, start: str) -> Keyed:
    """Draw a link from a card by keys; the menu of types follows."""
    row = space.sheet.layout.row_of_record[start]
    aimed = Aim(space, row, lambda record: fits(space, start, record))
    first = aimed.first(row)
    if first is None:
        space.document.tell(tr("There is nothing here that this card can be linked to."))
        return
    veil(space, start)
    try:
        pressed = yield from aim(space, aimed, *first)
    finally:
        space.live.unfit = NO_ROWS
    shown = _shown(space)
    target = space.target(shown.card, shown.line)
    spot = space.camera.viewport.to_screen(*shown.end)
    if target is None or not space.linking.offer(start, target.id, *spot, pressed.figure):
        space.live.thread = None
        space.refresh()


def reattach_by_keys(space: Workspace, line_id: str, end: End) -> Keyed:
    """Choose another target for an end of a line by keys; Enter takes it."""
    held = Held.of(space, line_id, end)
    if held is None:
        return
    aimed = Aim(space, held.fixed, lambda record: held.why_not(space, record.id) == "")
    first = aimed.first(held.row(space))
    if first is None:
        space.document.tell(tr("There is nothing else here that this end can lead to."))
        return
    yield from aim(space, aimed, *first)
    shown = _shown(space)
    target = space.target(shown.card, shown.line)
    space.live.thread = None
    space.refresh()
    if target is not None:
        tell_moved(space, held, target)


def _shown(space: Workspace) -> Thread:
    thread = space.live.thread
    assert thread is not None, "a mode that aims shows its thread"
    return thread


def _show(space: Workspace, thread: Thread) -> None:
    """Show where the line would lead, bring it into view and say it."""
    space.live.thread = replace(thread)
    layout, words = space.sheet.layout, ""
    if thread.card is not None:
        x, y, width, height = layout.boxes[thread.card].tolist()
        space.camera.bring((x, y, width, height))
        words = card_name(space.sheet.face(thread.card), selected=False)
    elif (target := space.target(None, thread.line)) is not None:
        words = line_of(target, space.document.project)
    space.linking.announce(tr("To {0}").format(words))
    space.refresh()


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(np.hypot(one[0] - other[0], one[1] - other[1]))
