"""Walking the board by keys: to the next card, to a neighbour, along a link, to a line."""

from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas.chosen import chosen_on
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.stops import box_of_stop, stop_beside, stops
from evidence_board.ui.canvas.tools.keyed import STEPS
from evidence_board.ui.canvas.workspace import Workspace
from evidence_board.ui.naming import line_of

__all__ = ["STEPS", "Trail", "focus_row", "focused_row", "go_to", "next_line", "walk", "walk_link"]


@dataclass(frozen=True)
class Trail:
    """Where the last step along a link led, among the ways that go the same way, best first."""

    ways: tuple[str, ...]
    step: tuple[int, int]
    at: int = 0


def focused_row(space: Workspace) -> int | None:
    """Return the row of the card with the keyboard's focus, else of the first selected one.

    None while a collapsed frame has the focus.
    """
    rows = space.sheet.layout.row_of_record
    if space.live.focus in rows:
        return rows[space.live.focus]
    if space.live.focus in space.sheet.layout.frames:
        return None
    chosen = space.chosen.cards
    return int(chosen[0]) if len(chosen) else None


def focus_row(space: Workspace, row: int) -> None:
    """Give a card the keyboard's focus and bring it into view, or the bar that hides it."""
    layout = space.sheet.layout
    host = layout.host_of(row)
    if host is not None:
        focus_stop(space, host)
        return
    space.live.focus = layout.records[row]
    space.live.ring = True
    x, y, width, height = layout.boxes[row].tolist()
    space.camera.bring((x, y, width, height))
    space.refresh()


def walk(space: Workspace, dx: int, dy: int) -> None:
    """Move the focus to the nearest card or collapsed frame in a direction.

    The first time it goes to the first one.
    """
    layout, row = space.sheet.layout, focused_row(space)
    here = space.live.focus if row is None else layout.records[row]
    if here is None or box_of_stop(layout, here) is None:
        step_through(space, 1)
        return
    focus_stop(space, stop_beside(layout, here, dx, dy, space.focusing.reached) or here)


def step_through(space: Workspace, step: int) -> bool:
    """Move the focus through cards and collapsed frames by place; False at either end."""
    layout = space.sheet.layout
    order, row = stops(layout, space.focusing.reached), focused_row(space)
    here = space.live.focus if row is None else layout.records[row]
    place = order.index(here) + step if here in order else (0 if step > 0 else len(order) - 1)
    if not 0 <= place < len(order):
        return False
    focus_stop(space, order[place])
    return True


def focus_stop(space: Workspace, id: str) -> None:
    """Give a card or a collapsed frame the keyboard's focus and bring it into view."""
    area = box_of_stop(space.sheet.layout, id)
    if area is not None:
        space.live.focus, space.live.ring = id, True
        space.camera.bring(area)
        space.refresh()


def go_to(space: Workspace, id: str) -> None:
    """Select a card or a line and bring it into view; a card takes the keyboard's focus."""
    layout = space.sheet.layout
    area = chosen_on(space.sheet, (id,)).area(space.sheet)
    if area is not None:
        space.camera.bring(area, jump=True)
    space.document.select((id,))
    if id in layout.row_of_record:
        focus_row(space, layout.row_of_record[id])
    elif id in layout.lines.row_of:
        _show_line(space, layout.lines.row_of[id])


def walk_link(space: Workspace, dx: int, dy: int) -> None:
    """Move focus and selection along the link that leads best in a direction.

    The same step again, while Alt is held, tries the other links that go that way in turn; from a
    selected line it goes to its end on that side.
    """
    if len(space.chosen.lines) == 1 and len(space.chosen.ids) == 1:
        _walk_off(space, int(space.chosen.lines[0]), dx, dy)
        return
    row, trail = focused_row(space), space.pointing.trail
    if row is None:
        return
    if trail is not None and trail.step == (dx, dy) and len(trail.ways) > 1:
        at = (trail.at + 1) % len(trail.ways)
        trail = Trail(trail.ways, trail.step, at)
    else:
        trail = Trail(_ways(space, row, dx, dy), (dx, dy))
    if trail.ways:
        go_to(space, trail.ways[trail.at])
        space.pointing.trail = trail


def _ways(space: Workspace, row: int, dx: int, dy: int) -> tuple[str, ...]:
    """Return the cards at the other ends of a card's lines that lie in a direction, best first."""
    layout = space.sheet.layout
    lines = layout.lines
    ends = lines.ends[lines.of_cards(np.array([row]), len(layout.ids))]
    others = np.unique(np.where(ends[:, 0] == row, ends[:, 1], ends[:, 0]))
    others = others[(others >= 0) & (others != row)]
    middles = layout.boxes[:, :2] + layout.boxes[:, 2:] / 2
    away = middles[others] - middles[row]
    ahead = away[:, 0] * dx + away[:, 1] * dy
    aside = np.abs(away[:, 0] * dy) + np.abs(away[:, 1] * dx)
    found = np.flatnonzero((ahead > 0) & (ahead * 2 >= aside))
    found = found if len(found) else np.flatnonzero(ahead > 0)
    best = found[np.lexsort((ahead[found], aside[found] - ahead[found]))]
    return tuple(layout.records[row] for row in others[best].tolist())


def _walk_off(space: Workspace, line: int, dx: int, dy: int) -> None:
    """Go from a line to the end that lies farther in a direction."""
    lines = space.sheet.layout.lines
    curve, tie = lines.curves[line], lines.ties[line]
    ahead = (curve[6] - curve[0]) * dx + (curve[7] - curve[1]) * dy
    if ahead:
        go_to(space, tie.end if ahead > 0 else tie.start)


def next_line(space: Workspace) -> None:
    """Select the lines of the focused or selected card one after the other."""
    layout, row = space.sheet.layout, focused_row(space)
    chosen = space.chosen.lines
    if row is None and len(chosen):
        row = int(layout.lines.ends[int(chosen[0]), 0])
    if row is None:
        space.document.tell(tr("Select a card first; its lines follow one by one."))
        return
    own = layout.lines.of_cards(np.array([row]), len(layout.ids)).tolist()
    own = [one for one in own if layout.lines.ties[one].selectable]
    if not own:
        space.document.tell(tr("No line starts or ends here."))
        return
    last = int(chosen[-1]) if len(chosen) else -1
    line = own[(own.index(last) + 1) % len(own)] if last in own else own[0]
    space.live.focus = layout.records[row]
    space.document.select((layout.lines.ties[line].id,))
    _show_line(space, line)


def _show_line(space: Workspace, row: int) -> None:
    """Bring a line into view and say what it says."""
    lines = space.sheet.layout.lines
    left, top, right, bottom = lines.spans(np.array([row]))[0].tolist()
    space.camera.bring((left, top, right - left, bottom - top))
    record = space.document.project.find(lines.ties[row].id)
    if record is not None:
        space.linking.announce(line_of(record, space.document.project))
    space.refresh()


def toggle(space: Workspace) -> None:
    """Select the focused card or collapsed frame, or let it go."""
    row, focus = focused_row(space), space.live.focus
    id = space.sheet.layout.records[row] if row is not None else focus
    if id is None or space.document.project.find(id) is None:
        return
    selected = space.document.selected
    space.live.focus = id
    space.document.select(
        tuple(one for one in selected if one != id) if id in selected else (*selected, id)
    )
