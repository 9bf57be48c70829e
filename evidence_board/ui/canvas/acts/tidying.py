"""Tidying the selection, or all of the board: reckoned in the background, one step to undo."""

from collections.abc import Generator, Iterable, Mapping
from functools import partial
from typing import TypeAlias

import numpy as np
from PySide6.QtCore import QObject, Slot

from evidence_board.commands import arranging
from evidence_board.commands.arranging import Laid
from evidence_board.ui.canvas.engine import Engine
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.folding import FRAME_TITLE, inside
from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.tidying import INNER, Group, tidied
from evidence_board.ui.canvas.ties import KINDS
from evidence_board.ui.canvas.tools.carried import taken, tell_locked
from evidence_board.ui.canvas.tools.drift import drift
from evidence_board.ui.canvas.workspace import Act, Workspace

Plan: TypeAlias = tuple[Ints, Floats, Floats]
"""The rows of cards, and their top left corners before and after."""
_RISING = [KINDS.index("citation"), KINDS.index("remark")]
"""Kinds of lines that lead from the lower to the upper card."""


def tidy(space: Workspace) -> None:
    """Lay out the selected cards by their links, or all cards if none is selected."""
    layout, found = space.sheet.layout, taken(space)
    rows = found.rows if len(space.document.selected) else np.arange(len(layout.ids))
    rows = rows[~layout.locked[rows] & ~layout.hidden[rows]]
    if len(rows) < 2:
        tell_locked(space, found.staying, alone=True)
        if not found.staying:
            space.document.tell(tr("Select two cards or more to tidy them."))
        return
    assert isinstance(space, QObject)
    for earlier in space.findChildren(Tidying):
        earlier.stop()
    Tidying(space, space, rows)


class Tidying(QObject):
    """One tidying under way; it ends with a step of the project, or with nothing when stopped."""

    def __init__(self, space: Workspace, parent: QObject, rows: Ints) -> None:
        super().__init__(parent)
        self._space = space
        layout = space.sheet.layout
        self._ids = {row: layout.ids[row] for row in rows.tolist()}
        work = partial(planned, layout.still(), rows)
        self._job = space.document.jobs.run(tr("Tidying cards"), work)
        self._job.done.connect(self._lay)
        self._job.finished.connect(self.deleteLater)

    def stop(self) -> None:
        """Give up; nothing is changed."""
        self._job.cancel()

    @Slot(object)
    def _lay(self, plan: Plan) -> None:
        """Put the cards at their places, as one step, and show how they go there."""
        rows, before, corners = plan
        moved = (corners != before).any(axis=1)
        if not moved.any():
            self._space.document.tell(tr("These cards are tidy already."))
            return
        ids = [self._ids[row] for row in rows[moved].tolist()]
        laid = [Laid(id, x, y) for id, (x, y) in zip(ids, corners[moved].tolist(), strict=True)]
        self._space.pointing.call_off()
        label = f"Tidy {len(laid)} cards" if len(laid) > 1 else "Tidy card"
        self._space.document.act(arranging.arrange, label, laid)
        drift(self._space, dict(zip(ids, before[moved].tolist(), strict=True)))


def planned(layout: Layout, rows: Ints) -> Generator[tuple[int, int], None, Plan]:
    """Return where cards are to go, yielding how many of how many are laid out."""
    parts = parted(layout, rows)
    with Engine() as engine:
        corners = yield from tidied([group for _, group in parts], engine)
    before = [layout.boxes[part, :2] for part, _ in parts]
    order = np.concatenate([part for part, _ in parts])
    return order, np.concatenate(before), np.concatenate(corners)


def parted(layout: Layout, rows: Ints) -> list[tuple[Ints, Group]]:
    """Return the cards to tidy, those in each frame for themselves, with what is in their way."""
    hosts, frames = _hosts(layout, rows)
    links = _links(layout)
    parts = []
    for number in dict.fromkeys(hosts.tolist()):
        part, host = rows[hosts == number], frames[number]
        numbers = np.full(len(layout.ids) + 1, -1, dtype=np.int64)
        numbers[part] = np.arange(len(part))
        between = numbers[links]
        between = between[(between >= 0).all(axis=1)]
        within = None if host is None else _inner(layout.frames[host].box)
        held = _held(layout, part, rows, host)
        parts.append((part, Group(layout.boxes[part], between, held, within)))
    return parts


def _hosts(layout: Layout, rows: Ints) -> tuple[Ints, list[str | None]]:
    """Return for each card the place of the smallest frame that holds it among the ids returned.

    The last of these, at -1, is None for the cards that no frame holds.
    """
    frames = sorted(layout.frames.values(), key=lambda frame: -frame.box[2] * frame.box[3])
    hosts: Ints = np.full(len(rows), -1, dtype=np.int64)
    for place, frame in enumerate(frames):
        hosts[inside(layout.boxes[rows], frame.box)] = place
    return hosts, [*(frame.id for frame in frames), None]


def _held(layout: Layout, part: Ints, rows: Ints, host: str | None) -> Floats:
    """Return what these cards may not cover: cards that stay, and frames that they are not in."""
    staying = np.ones(len(layout.ids), dtype=np.bool_)
    staying[part if host is not None else rows] = False
    outer = layout.frames[host].box if host is not None else None
    frames: Iterable[Area] = (
        frame.box
        for frame in layout.frames.values()
        if frame.id != host and (outer is None or not inside(np.array([outer]), frame.box)[0])
    )
    boxes = np.array(list(frames), dtype=np.float64).reshape(-1, 4)
    return np.vstack((layout.boxes[staying], boxes))


def _inner(frame: Area) -> Area:
    x, y, width, height = frame
    head = FRAME_TITLE + INNER / 2
    return x + INNER, y + head, width - 2 * INNER, height - head - INNER


def _links(layout: Layout) -> Ints:
    """Return the lines as pairs of an upper and a lower card: evidence flows down a board.

    A citation leads from the carrier to what it rests on, which stands above it, and a note stands
    below what it is about. A line onto a line counts as one to the card where that ends.
    """
    lines = layout.lines
    links = lines.ends.copy()
    for row in np.flatnonzero(links[:, 1] < 0).tolist():
        target = int(lines.targets[row])
        while target >= 0 and lines.ends[target, 1] < 0:
            target = int(lines.targets[target])
        links[row, 1] = lines.ends[target, 1]
    rising = np.isin(lines.kinds, _RISING)
    links[rising] = links[rising][:, ::-1]
    between: Ints = links[links[:, 0] != links[:, 1]]
    return between


TIDYING: Mapping[str, Act] = {"tidy": tidy}
"""By the ids of the window's actions."""
