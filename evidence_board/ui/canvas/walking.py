"""Walking the board by keys: to the next card, to a neighbour, along a link; linking by keys."""

from PySide6.QtCore import Qt

from evidence_board.model.link import Link
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.live import Thread
from evidence_board.ui.canvas.tools.link import fits
from evidence_board.ui.canvas.workspace import Workspace

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def focused_row(space: Workspace) -> int | None:
    """Return the row of the card with the keyboard's focus, else of the first selected one."""
    rows = space.sheet.layout.row_of_record
    if space.live.focus in rows:
        return rows[space.live.focus]
    chosen = space.chosen.cards
    return int(chosen[0]) if len(chosen) else None


def focus_row(space: Workspace, row: int) -> None:
    """Give a card the keyboard's focus and bring it into view."""
    layout = space.sheet.layout
    space.live.focus = layout.records[row]
    space.live.ring = True
    x, y, width, height = layout.boxes[row].tolist()
    space.camera.bring((x, y, width, height))
    space.refresh()


def walk(space: Workspace, dx: int, dy: int) -> None:
    """Move the focus to the nearest card in a direction; the first time to the first card."""
    row = focused_row(space)
    if row is None:
        step_through(space, 1)
        return
    found = space.sheet.layout.nearest(row, dx, dy)
    focus_row(space, row if found is None else found)


def step_through(space: Workspace, step: int) -> bool:
    """Move the focus through the cards by place; False at either end."""
    order = space.sheet.layout.reading_order().tolist()
    row = focused_row(space)
    place = order.index(row) + step if row in order else (0 if step > 0 else len(order) - 1)
    if not 0 <= place < len(order):
        return False
    focus_row(space, order[place])
    return True


def walk_link(space: Workspace, dx: int, dy: int) -> None:
    """Move focus and selection along the link that leads best in a direction."""
    row = focused_row(space)
    if row is None:
        return
    layout = space.sheet.layout
    x, y, width, height = layout.boxes[row].tolist()
    best: tuple[float, int] | None = None
    for start, end in _neighbours(space, row):
        other = end if start == row else start
        box = layout.boxes[other].tolist()
        away_x = box[0] + box[2] / 2 - x - width / 2
        away_y = box[1] + box[3] / 2 - y - height / 2
        ahead = away_x * dx + away_y * dy
        cost = abs(away_x * dy) + abs(away_y * dx) - ahead
        if ahead > 0 and (best is None or cost < best[0]):
            best = (cost, other)
    if best is not None:
        focus_row(space, best[1])
        space.document.select((layout.records[best[1]],))


def _neighbours(space: Workspace, row: int) -> list[tuple[int, int]]:
    ends = space.sheet.layout.lines.ends
    touching = ends[(ends == row).any(axis=1)]
    return [(start, end) for start, end in touching.tolist() if end >= 0]


def toggle(space: Workspace) -> None:
    """Select the focused card, or let it go."""
    row = focused_row(space)
    if row is None:
        return
    id = space.sheet.layout.records[row]
    selected = space.document.selected
    space.live.focus = id
    space.document.select(
        tuple(one for one in selected if one != id) if id in selected else (*selected, id)
    )


def start_link(space: Workspace) -> str | None:
    """Begin a link by keys from the focused or selected card; returns its record's id."""
    row = focused_row(space)
    if row is None:
        space.document.tell(tr("Select a card first, then press L to link it."))
        return None
    start = space.sheet.layout.records[row]
    if not (aim(space, start, row, 1, 0) or aim(space, start, row, 0, 1)):
        for other in space.sheet.layout.reading_order().tolist():
            if other != row and _fits(space, start, other):
                _point(space, row, other)
                break
    if space.live.thread is None:
        space.document.tell(tr("There is no card here that this one can be linked to."))
        return None
    return start


def aim(space: Workspace, start: str, row: int, dx: int, dy: int) -> bool:
    """Point the link at the next card in a direction that it may end on."""
    layout = space.sheet.layout
    own = layout.row_of_record[start]
    seen, now = {own}, row
    while (found := layout.nearest(now, dx, dy)) is not None and found not in seen:
        if _fits(space, start, found):
            _point(space, own, found)
            return True
        seen.add(found)
        now = found
    return False


def _fits(space: Workspace, start: str, row: int) -> bool:
    record = space.sheet.record(row)
    return record is not None and not isinstance(record, Link) and fits(space, start, record)


def _point(space: Workspace, own: int, row: int) -> None:
    boxes = space.sheet.layout.boxes
    start, end = (boxes[one, :2] + boxes[one, 2:] / 2 for one in (own, row))
    space.live.thread = Thread(
        (float(start[0]), float(start[1])), (float(end[0]), float(end[1])), card=row
    )
    x, y, width, height = boxes[row].tolist()
    space.camera.bring((x, y, width, height))
    space.refresh()
