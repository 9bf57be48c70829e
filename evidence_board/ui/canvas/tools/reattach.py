"""Moving an end of a selected line to another card or link: its handle is dragged there."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from evidence_board.commands import links
from evidence_board.commands.line_rules import End, Line, ends_of
from evidence_board.model.record import Record
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.live import Thread
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.tools.targets import under
from evidence_board.ui.canvas.workspace import Workspace
from evidence_board.ui.naming import line_of

HANDLE_HIT = 24.0


@dataclass(frozen=True)
class Held:
    """A line taken by one end; ``fixed`` is the place of its other end."""

    line: Line
    end: End
    fixed: tuple[float, float]
    drawn_to: str
    """The record whose card the taken end is drawn at."""

    @classmethod
    def of(cls, space: Workspace, line_id: str, end: End) -> Self | None:
        """Return a line of the board taken by an end, None if it is none."""
        lines = space.sheet.layout.lines
        row, record = lines.row_of.get(line_id), space.document.project.find(line_id)
        if row is None or not isinstance(record, Line):
            return None
        curve, tie = lines.curves[row].tolist(), lines.ties[row]
        fixed = (curve[6], curve[7]) if end == "start" else (curve[0], curve[1])
        return cls(record, end, fixed, tie.start if end == "start" else tie.end)

    def row(self, space: Workspace) -> int:
        """Return the row of the card at the taken end, or else of the one at the other end."""
        rows = space.sheet.layout.row_of_record
        lines = space.sheet.layout.lines
        return rows.get(self.drawn_to, int(lines.ends[lines.row_of[self.line.id], 0]))

    def why_not(self, space: Workspace, id: str) -> str:
        """Return why the end cannot lead to a record, nothing if it can."""
        if self.drawn_to not in ends_of(self.line):
            return tr("This line starts at words or an origin. Move the card of its source here.")
        try:
            links.refuse_end(space.document.project, self.line, self.end, id)
        except ValueError as refusal:
            return str(refusal)
        return ""


def handle_at(space: Workspace, pointer: Pointer) -> tuple[str, End] | None:
    """Return the selected line and its end whose handle is under the pointer, or None."""
    chosen = space.chosen.lines
    chosen = chosen[~space.sheet.layout.lines.hidden[chosen]]
    if not len(chosen) or space.document.project.read_only:
        return None
    lines = space.sheet.layout.lines
    ends = lines.curves[chosen][:, (0, 1, 6, 7)].reshape(-1, 2)
    away = np.hypot(*(ends - pointer.place).T)
    nearest = int(away.argmin())
    if away[nearest] > HANDLE_HIT / 2 / space.camera.viewport.zoom:
        return None
    return lines.ties[chosen[nearest // 2]].id, "end" if nearest % 2 else "start"


def reattach(space: Workspace, press: Pointer, *, line: str, end: End) -> Gesture:
    """Drag an end of a line; only what may take it does, the other end stays."""
    held = Held.of(space, line, end)
    if held is None:
        return
    target: Record | None = None
    moved = False
    space.live.hover = None
    try:
        while True:
            pointer = yield
            moved = moved or pointer.far_from(press)
            if moved:
                target = _aimed(space, held, pointer)
            if pointer.kind == "release":
                break
    finally:
        space.live.thread = None
        space.refresh()
    if moved:
        _drop(space, held, target)


def _aimed(space: Workspace, held: Held, pointer: Pointer) -> Record | None:
    """Show the line to what lies under the pointer; returns that."""
    card, line = under(space, pointer)
    if line is not None and space.sheet.layout.lines.ties[line].id == held.line.id:
        line = None
    target = space.target(card, line)
    allowed = target is None or not held.why_not(space, target.id)
    space.live.thread = Thread(held.fixed, pointer.place, card, line, allowed)
    space.refresh()
    return target


def _drop(space: Workspace, held: Held, target: Record | None) -> None:
    if target is None:
        space.document.tell(tr("No card there: the line stayed as it was."))
    elif why := held.why_not(space, target.id):
        space.document.tell(why)
    else:
        tell_moved(space, held, target)


def tell_moved(space: Workspace, held: Held, target: Record) -> None:
    """Let the end lead to a record, and tell what the line says now."""
    if target.id in (held.drawn_to, held.line.id):
        return
    document = space.document
    made = document.act(links.reattach, held.line, held.end, target.id)
    if made is not None:
        document.select((made.id,))
        document.tell(line_of(made, document.project), undo=True)
