"""Stretching: a corner or the right edge of a selected card resizes all selected cards."""

import numpy as np
from PySide6.QtCore import Qt

from evidence_board.commands import arranging
from evidence_board.commands.arranging import NARROWEST, WIDEST, WIDTH_STEP, Laid
from evidence_board.commands.placing import CARD_WIDTH
from evidence_board.model.board import Card
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Area, Flags, Floats, Ints, corners
from evidence_board.ui.canvas.tools.edges import met, nearest_edge, resting
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.workspace import Workspace

HANDLE_HIT, EDGE_HIT = 12.0, 5.0
MOST = 200
"""How many selected cards have handles; more are resized by the menu."""
EDGE = 4
_LEAST_PULL = 4.0
"""How far a corner goes up or down, px at 100 %, before that changes the height."""
_LIMITS = {"image": (120.0, 960.0)}
"""Between which widths cards of a kind may be, where it is not as for cards with words."""


def stretched_rows(space: Workspace) -> Ints:
    """Return the selected cards that can be resized; none far away or where nothing changes."""
    rows = space.chosen.cards
    if space.document.project.read_only or space.camera.level == "far" or len(rows) > MOST:
        return rows[:0]
    layout = space.sheet.layout
    return rows[~layout.locked[rows] & ~layout.hidden[rows]]


def card_handle_at(space: Workspace, pointer: Pointer) -> tuple[int, int] | None:
    """Return the card and its handle under the pointer: a corner, top left first, or `EDGE`."""
    zoom = space.camera.viewport.zoom
    x, y = pointer.place
    for row in stretched_rows(space).tolist():
        left, top, width, height = space.sheet.layout.boxes[row].tolist()
        box = (left, top, width, height)
        reach = min(HANDLE_HIT, height * zoom / 3, width * zoom / 4) / zoom
        for corner, spot in enumerate(corners(box)):
            if abs(spot[0] - x) <= reach and abs(spot[1] - y) <= reach:
                return row, corner
        if abs(left + width - x) <= EDGE_HIT / zoom and top <= y <= top + height:
            return row, EDGE
    return None


def cursor_of(handle: int) -> Qt.CursorShape:
    """Return the shape of the cursor over a handle."""
    if handle == EDGE:
        return Qt.CursorShape.SizeHorCursor
    falling = handle in (0, 2)
    return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor


def stretch(space: Workspace, press: Pointer, *, row: int, handle: int) -> Gesture:
    """Drag a handle: all selected cards become wider and higher by as much."""
    layout = space.sheet.layout
    rows = stretched_rows(space)
    former = now = layout.boxes[rows].copy()
    others, at = resting(space, rows), rows.tolist().index(row)
    with space.hand.lifted(rows, frozenset()):
        try:
            while True:
                pointer = yield
                if pointer.kind == "release":
                    break
                by = (pointer.place[0] - press.place[0], pointer.place[1] - press.place[1])
                given = others[:0] if pointer.free else others
                by, guided = _guided(space, former[at], by, handle, given)
                now = _stretched(space, rows, former, by, handle, free=pointer.free or guided)
                space.live.guides = met(_area(now[at]), given, _edges(now[at], handle))
                space.hand.stretch(rows, now)
        finally:
            space.live.guides = ()
    if (now == former).all():
        space.hand.put_back()
    else:
        space.hand.drop(arranging.arrange, _label(len(rows)), laid(space, rows, now))


def _guided(
    space: Workspace, box: Floats, by: tuple[float, float], handle: int, others: Floats
) -> tuple[tuple[float, float], bool]:
    """Return how far a handle went once its upper or lower edge meets another card's.

    Widths go in steps, so sideways the grid decides.
    """
    edge = _edges(box, handle)[1]
    if edge is None or abs(by[1]) < _LEAST_PULL:
        return by, False
    found = nearest_edge(edge + by[1], others, 1, space.camera.viewport.zoom)
    return (by, False) if found is None else ((by[0], found - edge), True)


def _edges(box: Floats, handle: int) -> tuple[float, float | None]:
    """Return where the edges of a box lie that a handle moves."""
    x, y, width, height = box.tolist()
    across = x if handle in (0, 3) else x + width
    if handle == EDGE:
        return across, None
    return across, y if handle in (0, 1) else y + height


def _area(box: Floats) -> Area:
    x, y, width, height = box.tolist()
    return x, y, width, height


def natural(space: Workspace, rows: Ints) -> None:
    """Give cards the usual width, and the height of their text."""
    layout = space.sheet.layout
    spots = zip(rows.tolist(), layout.boxes[rows, :2].tolist(), strict=True)
    places = [Laid(layout.ids[row], x, y, CARD_WIDTH, 0.0) for row, (x, y) in spots]
    if places:
        words = "Natural size" if len(places) == 1 else f"Natural size of {len(places)} cards"
        space.document.act(arranging.arrange, words, places)


def widths_within(space: Workspace, rows: Ints, widths: Floats) -> Floats:
    """Return widths in steps, as wide and as narrow as these cards may be."""
    kinds = [CARD_KINDS[kind] for kind in space.sheet.layout.kinds[rows].tolist()]
    limits = np.array([_LIMITS.get(kind, (NARROWEST, WIDEST)) for kind in kinds]).reshape(-1, 2)
    steps = np.rint(widths / WIDTH_STEP) * WIDTH_STEP
    within: Floats = np.clip(steps, limits[:, 0], limits[:, 1])
    return within


def follow_text(space: Workspace, rows: Ints) -> Flags:
    """Return which cards are as high as their text needs, since nobody pulled them taller."""
    cards = (space.document.project.find(space.sheet.layout.ids[row]) for row in rows.tolist())
    return np.array([isinstance(card, Card) and card.height == 0 for card in cards], dtype=np.bool_)


def laid(space: Workspace, rows: Ints, boxes: Floats) -> list[Laid]:
    """Return places and sizes as the command takes them; height 0 where the text needs as much."""
    listed = []
    for row, (x, y, width, height) in zip(rows.tolist(), boxes.tolist(), strict=True):
        follows = height <= space.sheet.natural_height(row, width)
        listed.append(Laid(space.sheet.layout.ids[row], x, y, width, 0.0 if follows else height))
    return listed


def _stretched(
    space: Workspace,
    rows: Ints,
    former: Floats,
    by: tuple[float, float],
    handle: int,
    *,
    free: bool,
) -> Floats:
    """Return the boxes after a handle went so far; what lies opposite stays in its place."""
    leftward, upward = handle in (0, 3), handle in (0, 1)
    now = former.copy()
    wider = -by[0] if leftward else by[0]
    now[:, 2] = widths_within(space, rows, former[:, 2] + wider)
    higher = 0.0 if handle == EDGE or abs(by[1]) < _LEAST_PULL else -by[1] if upward else by[1]
    follows = follow_text(space, rows)
    for place, row in enumerate(rows.tolist()):
        least = space.sheet.natural_height(row, float(now[place, 2]))
        pulled = float(former[place, 3]) + higher
        if higher and not free:
            pulled = space.document.snapping.on_grid(pulled)
        now[place, 3] = least if follows[place] and not higher else max(pulled, least)
    if leftward:
        now[:, 0] += former[:, 2] - now[:, 2]
    if upward:
        now[:, 1] += former[:, 3] - now[:, 3]
    return now


def _label(count: int) -> str:
    return "Resize card" if count == 1 else f"Resize {count} cards"
