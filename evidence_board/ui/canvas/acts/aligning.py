"""Aligning what is selected, spreading it evenly, making cards alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from evidence_board.commands import arranging
from evidence_board.commands.arranging import Laid
from evidence_board.ui.canvas import placement
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import Flags, Floats, Ints
from evidence_board.ui.canvas.placement import Axis, Edge
from evidence_board.ui.canvas.tools.carried import tell_locked
from evidence_board.ui.canvas.tools.stretch import follow_text, widths_within
from evidence_board.ui.canvas.workspace import Act, Workspace


@dataclass(frozen=True)
class _Units:
    """What is aligned: cards, and frames with all that is in them; one box each.

    Locked ones keep their places, and the others are aligned with them.
    """

    rows: Ints
    frames: tuple[str, ...]
    boxes: Floats
    locked: Flags


def align(space: Workspace, edge: Edge) -> None:
    """Let all that is selected share an edge, or the middle, of its common area."""
    units = _units(space)
    if len(units.boxes) < 2:
        space.document.tell(tr("Select two cards or more to align them."))
        return
    _put(space, f"Align {edge}", units, placement.aligned(units.boxes, edge))


def distribute(space: Workspace, axis: Axis) -> None:
    """Leave equal gaps between all that is selected; the outer two stay."""
    units = _units(space)
    if len(units.boxes) < 3:
        space.document.tell(tr("Select three cards or more to distribute them."))
        return
    places = placement.distributed(units.boxes, axis)
    _put(space, f"Distribute {axis}", units, places)


def same_size(space: Workspace, *, width: bool, height: bool) -> None:
    """Make the selected cards as wide, or as high, as the largest of them."""
    layout, rows = space.sheet.layout, space.chosen.cards
    free = rows[~layout.locked[rows]]
    if len(rows) < 2:
        space.document.tell(tr("Select two cards or more to make them alike."))
        return
    widths = layout.boxes[free, 2].copy()
    if width:
        widths = widths_within(space, free, np.full(len(free), layout.boxes[rows, 2].max()))
    places = list(_sizes(space, rows, free, widths, height=height))
    what = "size" if width and height else "width" if width else "height"
    if places:
        space.document.act(arranging.arrange, f"Make same {what}", places)
    tell_locked(space, len(rows) - len(free), alone=not len(free))


def _sizes(space: Workspace, rows: Ints, free: Ints, widths: Floats, *, height: bool) -> list[Laid]:
    """Return the cards with their new sizes; a height that is that of the text follows it."""
    layout, natural = space.sheet.layout, space.sheet.natural_height
    own = np.array([natural(r, w) for r, w in zip(free.tolist(), widths.tolist(), strict=True)])
    former = layout.boxes[free]
    follows = follow_text(space, free)
    heights = np.where(follows, own, np.maximum(own, former[:, 3]))
    staying = np.setdiff1d(rows, free)
    if height:
        tallest = np.r_[heights, layout.boxes[staying, 3]].max(initial=0.0)
        heights = np.full(len(free), tallest)
    heights = np.where(heights <= own, 0.0, heights)
    columns = (free.tolist(), former.tolist(), widths.tolist(), heights.tolist())
    return [
        Laid(layout.ids[row], box[0], box[1], wide, high)
        for row, box, wide, high in zip(*columns, strict=True)
    ]


def _units(space: Workspace) -> _Units:
    layout, chosen = space.sheet.layout, space.chosen
    frames = tuple(id for id in chosen.ids if id in chosen.frames)
    held_frames = ((id, layout.frames_inside(layout.frames[id].box)) for id in frames)
    within = {one for id, inner in held_frames for one in inner if one != id}
    outer = tuple(id for id in frames if id not in within)
    held = [layout.cards_inside(layout.frames[id].box) for id in outer]
    rows = np.setdiff1d(chosen.cards, np.concatenate([chosen.cards[:0], *held]))
    areas = np.array([layout.frames[id].shown for id in outer], dtype=np.float64).reshape(-1, 4)
    fixed = np.array([layout.frames[id].locked for id in outer], dtype=np.bool_)
    return _Units(
        rows, outer, np.vstack((layout.boxes[rows], areas)), np.r_[layout.locked[rows], fixed]
    )


def _put(space: Workspace, label: str, units: _Units, places: Floats) -> None:
    """Move what is not locked; a frame takes along what is in it."""
    if units.locked.all():
        tell_locked(space, len(units.boxes), alone=True)
        return
    layout, count = space.sheet.layout, len(units.rows)
    shifts = places - units.boxes[:, :2]
    due = ~units.locked & (shifts != 0).any(axis=1)
    cards = zip(units.rows[due[:count]].tolist(), places[:count][due[:count]].tolist(), strict=True)
    listed = [Laid(layout.ids[row], x, y) for row, (x, y) in cards]
    for place in np.flatnonzero(due[count:]).tolist():
        listed += _frame(space, units.frames[place], *shifts[count + place].tolist())
    if listed:
        space.document.act(arranging.arrange, label, listed)
    tell_locked(space, int(units.locked.sum()), alone=False)


def _frame(space: Workspace, id: str, dx: float, dy: float) -> list[Laid]:
    """Return a frame with all that lies in it and is not locked, so far away."""
    layout = space.sheet.layout
    box = layout.frames[id].box
    inner = [
        one for one in layout.frames_inside(box) if one != id and not layout.frames[one].locked
    ]
    moved = [
        Laid(one, layout.frames[one].box[0] + dx, layout.frames[one].box[1] + dy)
        for one in (id, *inner)
    ]
    for row in layout.cards_inside(box).tolist():
        if not layout.locked[row]:
            x, y = layout.boxes[row, :2].tolist()
            moved.append(Laid(layout.ids[row], x + dx, y + dy))
    return moved


ALIGNING: Mapping[str, Act] = {
    "align_left": partial(align, edge="left"),
    "align_centre": partial(align, edge="centre"),
    "align_right": partial(align, edge="right"),
    "align_top": partial(align, edge="top"),
    "align_middle": partial(align, edge="middle"),
    "align_bottom": partial(align, edge="bottom"),
    "distribute_across": partial(distribute, axis="across"),
    "distribute_down": partial(distribute, axis="down"),
    "same_width": partial(same_size, width=True, height=False),
    "same_height": partial(same_size, width=False, height=True),
    "same_size": partial(same_size, width=True, height=True),
}
