"""Ways through the gaps between cards: straight pieces across and down, with round corners."""

from collections.abc import Iterator
from typing import Protocol

import numpy as np

from evidence_board.ui.canvas.geometry import DISC, Flags, Floats, Ints

ROOM = 120.0
"""How far round the two cards of a line its course may lead, px at 100 %."""
_ROUND = 26.0
"""Radius of a corner."""
_BEND = 0.5523
_GAP, _LEAST = 16.0, 13.0
_ASIDE, _LANES = 0.17, 12.0
_NEAREST, _FARTHEST = 20.0, 44.0
"""How far from its card a way may turn for the first time."""


class Lines(Protocol):
    """Lines to lead: the edges of the boxes they join, and where they sit on these."""

    @property
    def first(self) -> Floats:
        """Boxes that the lines leave."""

    @property
    def second(self) -> Floats:
        """Boxes that they meet."""

    @property
    def sides(self) -> Ints:
        """The sides of these that the plain curves leave and meet."""

    @property
    def shares(self) -> Floats:
        """How far along these sides the plain curves leave and meet them."""


def ways(lines: Lines, of: Ints, held: Floats) -> Iterator[Floats]:
    """Yield corners of ways (lines, corners, 2) to try, the plainest first.

    ``held`` are the boxes in the way by their edges, ``of`` the line each is in the way of, in
    order.
    """
    for way in (_round_one_corner, _along_one, _along_two):
        for columns in ((0, 1, 2, 3), (1, 0, 3, 2)):
            first, second = lines.first[:, columns], lines.second[:, columns]
            shares = _shares(lines, columns[0])
            spots = way(first, second, shares, of, held[:, columns])
            yield spots[:, :, columns[:2]]


def _shares(lines: Lines, axis: int) -> Floats:
    """Return how far along their sides lines leave and meet boxes; axis 0 for upright ways.

    On sides that the plain curve does not have, this is nearer to the other box, so that the line
    does not end where another does.
    """
    apart = lines.second - lines.first
    toward = np.where(apart[:, axis] + apart[:, axis + 2] >= 0, _ASIDE, -_ASIDE)
    other = np.stack((toward, -toward), axis=1) + lines.shares * 0.5 + 0.25
    for end, boxes in enumerate((lines.first, lines.second)):
        other[boxes[:, axis + 2] - boxes[:, axis] <= 2 * DISC, end] = 0.5
    return np.where(lines.sides % 2 == axis, lines.shares, other)


def hits(spots: Floats, of: Ints, held: Floats) -> Ints:
    """Return how many of its boxes each way enters."""
    low = np.minimum(spots[:, :-1], spots[:, 1:])[of]
    high = np.maximum(spots[:, :-1], spots[:, 1:])[of]
    entered = (low < held[:, None, 2:]) & (high > held[:, None, :2])
    met: Flags = np.any(entered[:, :, 0] & entered[:, :, 1], axis=1)
    return np.bincount(of[met], minlength=len(spots))


def rounded(spots: Floats) -> list[Floats]:
    """Return each way as a chain of cubics (pieces, 8): straight, corner, straight and so on."""
    steps = np.diff(spots, axis=1)
    lengths = np.abs(steps).sum(axis=2)
    units = steps / np.maximum(lengths, 1e-9)[:, :, None]
    reach = np.minimum(np.minimum(lengths[:, :-1], lengths[:, 1:]) / 2, _ROUND)[:, :, None]
    before = spots[:, 1:-1] - units[:, :-1] * reach
    after = spots[:, 1:-1] + units[:, 1:] * reach
    corners = np.concatenate(
        (
            before,
            before + units[:, :-1] * reach * _BEND,
            after - units[:, 1:] * reach * _BEND,
            after,
        ),
        axis=2,
    )
    starts = np.concatenate((spots[:, :1], after), axis=1)
    ends = np.concatenate((before, spots[:, -1:]), axis=1)
    third = (ends - starts) / 3
    straight = np.concatenate((starts, starts + third, ends - third, ends), axis=2)
    count = spots.shape[1] - 2
    chain = np.empty((len(spots), 2 * count + 1, 8))
    chain[:, 0::2], chain[:, 1::2] = straight, corners
    return [pieces[(pieces[:, :2] != pieces[:, 6:]).any(axis=1)] for pieces in chain]


def _along_one(first: Floats, second: Floats, shares: Floats, of: Ints, held: Floats) -> Floats:
    """Leave downwards or upwards, go across in one gap, meet the other box upright."""
    left, right = _spots(first, shares[:, 0]), _spots(second, shares[:, 1])
    owners = np.concatenate((of, of))
    levels = _levels(first, second, shares, 1, owners, held)
    reach = np.stack((np.minimum(left, right), np.maximum(left, right)), axis=1)
    free = _free(levels, of, held[:, (1, 3)], held[:, (0, 2)], reach)
    leaving, meeting = _level_edges(first, levels, owners), _level_edges(second, levels, owners)
    free &= (np.abs(levels - leaving) >= _LEAST) & (np.abs(levels - meeting) >= _LEAST)
    for boxes, spots in ((first, left), (second, right)):
        free &= (levels < boxes[owners, 1]) | (levels > boxes[owners, 3])
        middle = (boxes[:, 1] + boxes[:, 3]) / 2
        low, high = _open(spots, middle, of, held[:, (0, 2)], held[:, (1, 3)])
        free &= (levels > low[owners]) & (levels < high[owners])
    cost = np.abs(levels - leaving) + np.abs(levels - meeting)
    level = _cheapest(owners, levels, np.where(free, cost, np.inf), len(first))
    lines = np.arange(len(first))
    corners = (
        (left, _level_edges(first, level, lines)),
        (left, level),
        (right, level),
        (right, _level_edges(second, level, lines)),
    )
    return np.stack([np.stack(corner, axis=1) for corner in corners], axis=1)


def _along_two(first: Floats, second: Floats, shares: Floats, of: Ints, held: Floats) -> Floats:
    """Leave towards the other box, go across, along a gap, across again, and meet it upright."""
    ahead = second[:, 1] + second[:, 3] >= first[:, 1] + first[:, 3]
    left, right = _spots(first, shares[:, 0]), _spots(second, shares[:, 1])
    begin = np.where(ahead, first[:, 3], first[:, 1])
    finish = np.where(ahead, second[:, 1], second[:, 3])
    sign = np.where(ahead, 1.0, -1.0)
    leaving = begin + sign * _room_ahead(begin, sign, of, held)
    meeting = finish - sign * _room_ahead(finish, -sign, of, held)
    leaving += (shares[:, 0] - 0.5) * _LANES
    meeting += (shares[:, 1] - 0.5) * _LANES
    owners = np.concatenate((of, of))
    levels = _levels(first, second, shares, 0, owners, held)
    reach = np.stack((np.minimum(leaving, meeting), np.maximum(leaving, meeting)), axis=1)
    free = _free(levels, of, held[:, (0, 2)], held[:, (1, 3)], reach)
    for height, spots in ((leaving, left), (meeting, right)):
        low, high = _open(height, spots, of, held[:, (1, 3)], held[:, (0, 2)])
        free &= (levels > low[owners]) & (levels < high[owners])
    cost = np.abs(levels - left[owners]) + np.abs(levels - right[owners])
    across = _cheapest(owners, levels, np.where(free, cost, np.inf), len(first))
    corners = (
        (left, begin),
        (left, leaving),
        (across, leaving),
        (across, meeting),
        (right, meeting),
        (right, finish),
    )
    return np.stack([np.stack(corner, axis=1) for corner in corners], axis=1)


def _round_one_corner(
    first: Floats, second: Floats, shares: Floats, of: Ints, held: Floats
) -> Floats:
    """Leave upright, and meet the other box level with it."""
    left = _spots(first, shares[:, 0])
    level = second[:, 1] + (second[:, 3] - second[:, 1]) * shares[:, 1]
    begin = np.where(level >= (first[:, 1] + first[:, 3]) / 2, first[:, 3], first[:, 1])
    beside = np.where(left >= (second[:, 0] + second[:, 2]) / 2, second[:, 2], second[:, 0])
    corners = ((left, begin), (left, level), (beside, level))
    return np.stack([np.stack(corner, axis=1) for corner in corners], axis=1)


def _levels(
    first: Floats, second: Floats, shares: Floats, axis: int, owners: Ints, held: Floats
) -> Floats:
    """Return where a line might run beside the boxes in its way: two places for each of them.

    They lie a little apart for lines that sit elsewhere on their boxes, so that lines which go
    along the same gap do not cover each other.
    """
    low = np.minimum(first[:, axis], second[:, axis]) - ROOM
    high = np.maximum(first[:, axis + 2], second[:, axis + 2]) + ROOM
    beside = np.concatenate((held[:, axis] - _GAP, held[:, axis + 2] + _GAP))
    beside += ((shares[:, 0] + shares[:, 1] - 1) * _LANES)[owners]
    return np.clip(beside, low[owners], high[owners])


def _spots(boxes: Floats, shares: Floats) -> Floats:
    spots: Floats = boxes[:, 0] + (boxes[:, 2] - boxes[:, 0]) * shares
    return spots


def _level_edges(boxes: Floats, levels: Floats, owners: Ints) -> Floats:
    """Return the upper or lower edges of boxes, whichever a level is nearer to."""
    top, bottom = boxes[owners, 1], boxes[owners, 3]
    edges: Floats = np.where(levels >= (top + bottom) / 2, bottom, top)
    return edges


def _room_ahead(begin: Floats, sign: Floats, of: Ints, held: Floats) -> Floats:
    """Return half the way to the nearest box ahead, within bounds."""
    edges = np.where(sign[of] > 0, held[:, 1], held[:, 3])
    ahead = (edges - begin[of]) * sign[of]
    room = np.full(len(begin), 2 * _FARTHEST)
    np.minimum.at(room, of[ahead > 0], ahead[ahead > 0])
    return np.clip(room / 2, _NEAREST, _FARTHEST)


def _free(levels: Floats, of: Ints, thick: Floats, along: Floats, reach: Floats) -> Flags:
    """Return whether no box of its line lies on a level where the line runs along it.

    ``levels`` are two for each box, ``thick`` and ``along`` the low and high edges of the boxes
    across the levels and along them, ``reach`` from where to where each line runs.
    """
    counts = np.bincount(of, minlength=len(reach))
    starts = np.cumsum(counts) - counts
    repeated = np.tile(counts[of], 2)
    level = np.repeat(np.arange(len(levels)), repeated)
    within = np.arange(len(level)) - np.repeat(np.cumsum(repeated) - repeated, repeated)
    owner = np.r_[of, of][level]
    box = starts[owner] + within
    shut = (thick[box, 0] < levels[level]) & (thick[box, 1] > levels[level])
    shut &= (along[box, 0] < reach[owner, 1]) & (along[box, 1] > reach[owner, 0])
    free: Flags = np.bincount(level[shut], minlength=len(levels)) == 0
    return free


def _open(
    levels: Floats, spots: Floats, of: Ints, thick: Floats, along: Floats
) -> tuple[Floats, Floats]:
    """Return how far back and on one can go along a level from a spot before a box shuts it.

    Boxes round the spot itself are those that one starts in.
    """
    on_level = (thick[:, 0] < levels[of]) & (thick[:, 1] > levels[of])
    low, high = np.full(len(levels), -np.inf), np.full(len(levels), np.inf)
    behind, ahead = on_level & (along[:, 1] <= spots[of]), on_level & (along[:, 0] >= spots[of])
    np.maximum.at(low, of[behind], along[behind, 1])
    np.minimum.at(high, of[ahead], along[ahead, 0])
    return low, high


def _cheapest(owners: Ints, levels: Floats, cost: Floats, count: int) -> Floats:
    """Return the level of least cost for each line; any, where none is free."""
    order = np.lexsort((levels, cost, owners))
    ordered = owners[order]
    return levels[order[np.searchsorted(ordered, np.arange(count))]]
