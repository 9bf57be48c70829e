"""Which gesture a press begins, by what lies under the pointer."""

from PySide6.QtCore import Qt

from evidence_board.ui.canvas.live import PORT_HIT, port_places
from evidence_board.ui.canvas.tools.band import band
from evidence_board.ui.canvas.tools.fold import fold
from evidence_board.ui.canvas.tools.former import Former
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.tools.link import link
from evidence_board.ui.canvas.tools.move import move
from evidence_board.ui.canvas.tools.reattach import handle_at, reattach
from evidence_board.ui.canvas.tools.resize import resize
from evidence_board.ui.canvas.tools.stretch import card_handle_at, cursor_of, stretch
from evidence_board.ui.canvas.tools.targets import LINE_REACH
from evidence_board.ui.canvas.workspace import Workspace

CORNER_HIT = 12.0
EDGE_HIT = 4.0
"""How near, in px of the screen, the edge of a frame is taken."""
_FAR_TITLE = 18.0
"""How high a title stands over its frame at the far level, px of the screen."""
LINKABLE = frozenset({"claim", "source"})


def port_at(space: Workspace, pointer: Pointer) -> tuple[int, tuple[float, float]] | None:
    """Return the hovered card and its port under the pointer, or None."""
    row = space.live.hover
    if row is None or row >= len(space.sheet.layout.ids):
        return None
    reach = PORT_HIT / 2 / space.camera.viewport.factor * space.camera.viewport.scale
    for place in port_places(space.sheet.layout.boxes[row]):
        away = (place[0] - pointer.place[0], place[1] - pointer.place[1])
        if abs(away[0]) <= reach and abs(away[1]) <= reach:
            return row, place
    return None


def hovered(space: Workspace, pointer: Pointer) -> int | None:
    """Return the row of the card whose ports show when the pointer is here."""
    if space.camera.level == "far" or space.document.project.read_only:
        return None
    reach = PORT_HIT / 2 / space.camera.viewport.zoom
    row = space.sheet.layout.card_at(*pointer.place)
    if row is None:
        row = space.sheet.layout.card_at(*pointer.place, reach)
    record = space.sheet.record(row) if row is not None else None
    return row if record is not None and record.table in LINKABLE else None


def choose(space: Workspace, press: Pointer) -> Gesture | None:
    """Return the gesture of the select tool for a press, or None where a click was enough."""
    handle = handle_at(space, press)
    if handle is not None and not press.adding:
        return reattach(space, press, line=handle[0], end=handle[1])
    port = port_at(space, press)
    if port is not None:
        return link(space, press, row=port[0], port=port[1])
    grip = card_handle_at(space, press)
    if grip is not None and not press.adding:
        return stretch(space, press, row=grip[0], handle=grip[1])
    taken = taken_at(space, press)
    if taken is not None:
        return _take(space, press, taken)
    chevron = _chevron(space, press)
    if chevron is not None and not press.adding:
        return Former.of(space).again_after(space, fold(space, press, frame=chevron))
    corner = _corner(space, press)
    if corner is not None:
        return resize(space, press, frame=corner[0], corner=corner[1])
    line = line_at(space, press)
    if line is not None:
        _select(space, line, adding=press.adding)
        return None
    frame = frame_at(space, press)
    if frame is not None:
        return _take(space, press, frame)
    return band(space, press)


def taken_at(space: Workspace, pointer: Pointer) -> str | None:
    """Return the record of the card under the pointer."""
    row = space.sheet.layout.card_at(*pointer.place)
    return space.sheet.layout.records[row] if row is not None else None


def line_at(space: Workspace, pointer: Pointer) -> str | None:
    """Return the record of the line under the pointer."""
    lines = space.sheet.layout.lines
    row = lines.at(*pointer.place, LINE_REACH / 2 / space.camera.viewport.zoom)
    return lines.ties[row].id if row is not None else None


def frame_at(space: Workspace, pointer: Pointer) -> str | None:
    """Return the frame whose bar, title or edge is under the pointer."""
    layout, zoom = space.sheet.layout, space.camera.viewport.zoom
    found = layout.frame_at(*pointer.place, EDGE_HIT / zoom)
    if found is not None or space.camera.level != "far":
        return found
    (x, y), high = pointer.place, _FAR_TITLE / zoom
    for frame in reversed(layout.shown_frames()):
        left, top, _, _ = frame.shown
        if 0 <= x - left <= (frame.named + 8) / zoom and 0 <= top - y <= high:
            return frame.id
    return None


def folds(space: Workspace, press: Pointer) -> bool:
    """Return whether a press takes the chevron of a frame, with nothing that lies over it."""
    over = (handle_at, port_at, card_handle_at, taken_at)
    return _chevron(space, press) is not None and all(at(space, press) is None for at in over)


def _chevron(space: Workspace, pointer: Pointer) -> str | None:
    """Return the frame whose chevron is under the pointer; far away none is drawn."""
    if space.camera.level == "far" or space.document.project.read_only:
        return None
    return space.sheet.layout.chevron_at(*pointer.place)


def _corner(space: Workspace, press: Pointer) -> tuple[str, int] | None:
    layout = space.sheet.layout
    reach = CORNER_HIT / space.camera.viewport.zoom
    found = layout.frame_corner_at(*press.place, reach)
    fixed = space.document.project.read_only or (found and layout.frames[found[0]].locked)
    return None if fixed else found


def _take(space: Workspace, press: Pointer, id: str) -> Gesture | None:
    """Select what was pressed, and drag it with all that is selected."""
    former = Former.of(space)
    if press.adding:
        _select(space, id, adding=True)
        if id in former.selected:
            return None
    elif id not in former.selected:
        space.document.select((id,))
    return former.again_after(space, move(space, press, taken=id))


def _select(space: Workspace, id: str, *, adding: bool) -> None:
    selected = space.document.selected
    if not adding:
        space.document.select((id,))
    elif id in selected:
        space.document.select(tuple(one for one in selected if one != id))
    else:
        space.document.select((*selected, id))


def cursor_at(space: Workspace, pointer: Pointer) -> Qt.CursorShape:
    """Return the shape of the cursor over what lies there."""
    if handle_at(space, pointer) is not None or port_at(space, pointer) is not None:
        return Qt.CursorShape.CrossCursor
    grip = card_handle_at(space, pointer)
    if grip is not None:
        return cursor_of(grip[1])
    if taken_at(space, pointer) is not None:
        traced = space.badge_at(*pointer.place) is not None
        return Qt.CursorShape.PointingHandCursor if traced else Qt.CursorShape.ArrowCursor
    if _chevron(space, pointer) is not None:
        return Qt.CursorShape.PointingHandCursor
    corner = _corner(space, pointer)
    if corner is not None:
        return cursor_of(corner[1])
    if line_at(space, pointer) is not None:
        return Qt.CursorShape.PointingHandCursor
    return Qt.CursorShape.ArrowCursor
