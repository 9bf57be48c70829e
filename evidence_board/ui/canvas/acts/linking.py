"""Lines: drawing, turning, moving, naming and joining them; a new card at the end of one."""

from collections.abc import Callable, Mapping
from functools import partial

from evidence_board.commands import links, premises
from evidence_board.commands.line_rules import End, Line
from evidence_board.commands.linked_cards import kinds_for
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import LINK_TYPES
from evidence_board.ui.canvas import walking
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.tools import aiming
from evidence_board.ui.canvas.tools.former import Former
from evidence_board.ui.canvas.tools.shift import move_by_keys
from evidence_board.ui.canvas.workspace import Act, Workspace
from evidence_board.ui.naming import line_of


def refused(space: Workspace) -> bool:
    """Say that nothing can be changed here, where that is so."""
    if space.document.project.read_only:
        space.document.tell(tr("This project is open to read only."))
    return space.document.project.read_only


def one_line(space: Workspace) -> Line | None:
    """Return the one selected line that may be changed; say so where there is none."""
    if refused(space):
        return None
    records = space.document.selected_records() if len(space.chosen.ids) == 1 else ()
    if len(records) == 1 and isinstance(records[0], Line):
        return records[0]
    space.document.tell(tr("Select one line first."))
    return None


def link_selection(space: Workspace) -> None:
    """Link two selected cards, or a card and a link, from the first; of one card by keys."""
    if refused(space):
        return
    layout = space.sheet.layout
    cards = [id for id in space.chosen.ids if id in layout.row_of_record]
    lines = [layout.lines.ties[row].id for row in space.chosen.lines.tolist()]
    if len(cards) == 1 and not lines:
        link_by_keys(space)
        return
    if not cards or len(cards) + len(lines) != 2:
        space.document.tell(tr("Select two cards to link them: first the one that it starts from."))
        return
    ends = (*cards, *lines)
    areas = [layout.boxes[layout.row_of_record[id]] for id in cards]
    middle = sum(box[:2] + box[2:] / 2 for box in areas) / len(areas)
    spot = space.camera.viewport.to_screen(float(middle[0]), float(middle[1]))
    if not space.linking.offer(ends[0], ends[1], *spot):
        space.document.tell(tr("No type of link fits between these two."))


def link_by_keys(space: Workspace) -> None:
    """Begin a link by keys from the focused or selected card."""
    if refused(space):
        return
    row = walking.focused_row(space)
    if row is None:
        space.document.tell(tr("Select a card first, then link it by keys."))
        return
    space.pointing.take_keys(aiming.link_by_keys(space, space.sheet.layout.records[row]))


def carry_by_keys(space: Workspace) -> None:
    """Begin to move the selected cards, or the focused one, by keys."""
    if refused(space):
        return
    row, former = walking.focused_row(space), Former.of(space)
    if not former.selected and row is not None:
        space.document.select((space.sheet.layout.records[row],))
    space.pointing.take_keys(former.again_after(space, move_by_keys(space)))


def move_end(space: Workspace, end: End) -> None:
    """Begin to choose another target for an end of the selected line."""
    line = one_line(space)
    if line is not None:
        space.pointing.take_keys(aiming.reattach_by_keys(space, line.id, end))


def reverse(space: Workspace) -> None:
    """Turn the selected line round."""
    line = one_line(space)
    made = space.document.act(links.reverse, line) if line is not None else None
    if made is not None:
        space.document.tell(line_of(made, space.document.project), undo=True)


def retype(space: Workspace, key: str) -> None:
    """Give the selected line another type."""
    line = one_line(space)
    if isinstance(line, Link | Citation):
        space.document.act(links.retype, line, key)


def name(space: Workspace) -> None:
    """Edit the reason of the selected line in place."""
    line = one_line(space)
    if isinstance(line, Assertion):
        tell_unnamed(space)
    elif line is not None:
        space.edit(line.id)


def tell_unnamed(space: Workspace) -> None:
    """Say why a line has no reason to be edited."""
    space.document.tell(tr("A source states a claim in its own words: such a line has no reason."))


def go_to(space: Workspace, end: End) -> None:
    """Select what the selected line starts from or ends on, and bring it into view."""
    rows = space.chosen.lines
    if len(rows) != 1:
        space.document.tell(tr("Select one line first."))
        return
    tie = space.sheet.layout.lines.ties[int(rows[0])]
    walking.go_to(space, tie.start if end == "start" else tie.end)


def join(space: Workspace) -> None:
    """Let the selected links stand only together."""
    if refused(space):
        return
    made = space.document.act(premises.join, _links(space))
    if made is not None:
        words = tr("{0} linked premises: one falls, all fall").format(len(made))
        space.document.tell(words, undo=True)


def part(space: Workspace) -> None:
    """Let the selected linked premises stand alone."""
    if not refused(space):
        space.document.act(premises.part, _links(space))


def add_linked(space: Workspace, dx: int, dy: int) -> None:
    """Write a new card in a direction, linked to the focused or selected one."""
    if refused(space):
        return
    row = walking.focused_row(space)
    record = space.sheet.record(row) if row is not None else None
    if row is None or record is None:
        space.document.tell(tr("Select a card first, then add one that is linked to it."))
    elif not kinds_for(record):
        space.document.tell(tr("A new card can be linked to a claim or a source."))
    else:
        space.linking.new.add_towards(record, row, (dx, dy))


def _links(space: Workspace) -> tuple[Link, ...]:
    return tuple(one for one in space.document.selected_records() if isinstance(one, Link))


def type_action(key: str) -> str:
    """Return the id of the action that gives a line a type."""
    return f"type_{key.replace(' ', '_')}"


def _retyping(key: str) -> Callable[[Workspace], None]:
    return lambda space: retype(space, key)


LINKING: Mapping[str, Act] = {
    "link": link_selection,
    "link_keys": link_by_keys,
    "move_keys": carry_by_keys,
    "reverse_link": reverse,
    "link_reason": name,
    "link_start": partial(go_to, end="start"),
    "link_end": partial(go_to, end="end"),
    "move_link_start": partial(move_end, end="start"),
    "move_link_end": partial(move_end, end="end"),
    "next_link": walking.next_line,
    "join_premises": join,
    "part_premises": part,
    "linked_up": partial(add_linked, dx=0, dy=-1),
    "linked_down": partial(add_linked, dx=0, dy=1),
    "linked_left": partial(add_linked, dx=-1, dy=0),
    "linked_right": partial(add_linked, dx=1, dy=0),
    **{
        type_action(kind.key): _retyping(kind.key)
        for kind in LINK_TYPES
        if kind.record != "assertion"
    },
}
