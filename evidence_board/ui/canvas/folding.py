"""Frames in frames, and what collapsed ones hide: boxes in, order and rows out.

What lies wholly in the full box of a frame is in it. A collapsed frame shows as a bar at the top
left of that box, in place of all that is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

import numpy as np

from evidence_board.ui.canvas.geometry import NO_ROWS, Area, Flags, Floats, Ints

BAR = (208.0, 36.0)
"""Least width, and height, of the bar of a collapsed frame, px at 100 %."""
FRAME_TITLE = 32.0
"""Height of the strip of a frame by which it is taken, px at 100 %."""
CHEVRON = 34.0
"""How far the hit area of the chevron reaches into that strip or bar from its left end."""
_COUNT_ROOM, _MOST_COUNTS = 66.0, 3
"""What a bar leaves for the count of one kind of cards, px at 100 %, and for how many kinds."""
_MARGIN = 16.0


@dataclass(frozen=True)
class FramePlace:
    """A frame to lay out.

    ``named`` is how wide its title is; ``counts`` is how many cards of which kind are in it, and
    is known only of a collapsed one. A ``sheer`` one has no ground: it lies over its cards while
    it is resized.
    """

    id: str
    box: Area
    title: str = ""
    locked: bool = False
    collapsed: bool = False
    colour: str = ""
    layer: int = 0
    named: float = 0.0
    counts: tuple[tuple[int, int], ...] = ()
    sheer: bool = False

    @property
    def shown(self) -> Area:
        """The box as it shows: that of the bar, where it is collapsed."""
        if not self.collapsed:
            return self.box
        x, y, width, height = self.box
        counted = _COUNT_ROOM * min(len(self.counts), _MOST_COUNTS)
        wide = ceil((CHEVRON + self.named + counted + _MARGIN) / 8) * 8.0
        return x, y, min(max(BAR[0], wide), width), min(BAR[1], height)


@dataclass(frozen=True)
class Folding:
    """What shows of the frames: their ids from back to front, and what stands for hidden cards.

    ``hosts`` gives for each card the place in ``bars`` of the frame that hides it, or -1.
    """

    order: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    hosts: Ints = field(default_factory=lambda: NO_ROWS)

    @property
    def hidden(self) -> Flags:
        """Whether each card is hidden."""
        flags: Flags = self.hosts >= 0
        return flags


def folding_of(frames: Sequence[FramePlace], boxes: Floats) -> Folding:
    """Return what shows of frames and of cards with these boxes."""
    held = np.array([frame.box for frame in frames], dtype=np.float64).reshape(-1, 4)
    around = _around(held)
    depth = around.sum(axis=0)
    layers = np.array([frame.layer for frame in frames], dtype=np.int64)
    order = np.lexsort((np.arange(len(frames)), -held[:, 2] * held[:, 3], layers, depth))
    folded = np.array([frame.collapsed for frame in frames], dtype=np.bool_)
    gone: Flags = np.any(around & folded[:, None], axis=0)
    shown = [frames[place] for place in order[~gone[order]].tolist()]
    bars = [frame for frame in shown if frame.collapsed]
    hosts: Ints = np.full(len(boxes), -1, dtype=np.int64)
    for place, bar in reversed(list(enumerate(bars))):
        hosts[inside(boxes, bar.box)] = place
    return Folding(tuple(frame.id for frame in shown), tuple(bar.id for bar in bars), hosts)


def _around(boxes: Floats) -> Flags:
    """Return for each two frames whether the first lies round the second; equals never do both."""
    low, high = boxes[:, :2], boxes[:, :2] + boxes[:, 2:]
    lower: Flags = np.all(low[:, None] <= low[None], axis=2)
    holds: Flags = lower & np.all(high[:, None] >= high[None], axis=2)
    earlier = np.triu(np.ones(holds.shape, dtype=np.bool_), 1)
    around: Flags = holds & (~holds.T | earlier)
    return around


def inside(boxes: Floats, area: Area) -> Flags:
    """Return for each box whether it lies wholly in an area."""
    low: Flags = np.all(boxes[:, :2] >= area[:2], axis=1)
    ends = boxes[:, :2] + boxes[:, 2:]
    flags: Flags = low & np.all(ends <= (area[0] + area[2], area[1] + area[3]), axis=1)
    return flags


def counts_of(kinds: Ints) -> tuple[tuple[int, int], ...]:
    """Return how many there are of each kind, the most frequent first."""
    found, counts = np.unique(kinds, return_counts=True)
    pairs = zip(found.tolist(), counts.tolist(), strict=True)
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))


def merged(
    ends: Ints, targets: Ints, looks: Ints, weights: Ints, hosts: Ints
) -> tuple[Flags, Ints]:
    """Return which lines are not drawn, and as how many each of the others counts.

    Lines inside one bar are not drawn. Of several lines with the same look and direction between
    a bar and a card, or two bars, the strongest is drawn and counts for all.
    """
    known = np.r_[hosts, -1]
    owners = np.where(known[ends] >= 0, len(hosts) + known[ends], ends)
    between = targets < 0
    within = between & (owners[:, 0] == owners[:, 1])
    onto = np.flatnonzero(~between)
    within[onto] = within[targets[onto]] & (owners[targets[onto], 0] == owners[onto, 0])
    counts: Ints = np.ones(len(ends), dtype=np.int64)
    due = np.flatnonzero(between & ~within & (known[ends] >= 0).any(axis=1))
    due = due[np.argsort(-weights[due], kind="stable")]
    keys = np.column_stack((owners[due], looks[due]))
    _, firsts, groups = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    gone: Flags = within.copy()
    gone[due] = True
    gone[due[firsts]] = False
    counts[due[firsts]] = np.bincount(groups.ravel(), minlength=len(firsts))
    return gone, counts


def fitted(group: Area, frame: Area) -> tuple[float, float] | None:
    """Return the nearest corner at which a group lies wholly in a frame; None if it is too large.

    Where there is room, its title and a margin stay free.
    """
    corner = []
    for low, size, start, extent, head in (
        (frame[0], frame[2], group[0], group[2], _MARGIN),
        (frame[1], frame[3], group[1], group[3], FRAME_TITLE + 8.0),
    ):
        spare = size - extent
        if spare < 0:
            return None
        first = min(head, spare / 2)
        last = max(spare - _MARGIN, first)
        corner.append(low + min(max(start - low, first), last))
    return corner[0], corner[1]


def within(frame: Area) -> Area:
    """Return the part of a frame that its title and a margin leave."""
    x, y, width, height = frame
    head = FRAME_TITLE + 8.0
    return x + _MARGIN, y + head, width - 2 * _MARGIN, height - head - _MARGIN


def takes(frame: FramePlace, x: float, y: float, reach: float) -> bool:
    """Whether a frame is taken at a place: its bar, its title strip, or its edge within reach."""
    left, top, width, height = frame.shown
    if not (left - reach <= x <= left + width + reach and top - reach <= y <= top + height + reach):
        return False
    if frame.collapsed or y <= top + FRAME_TITLE:
        return True
    return x <= left + reach or x >= left + width - reach or y >= top + height - reach
