"""Where lines leave and meet cards: on which side, how far along it, and the plain curve between.

All is a function of the boxes alone; where boxes leave the order of two lines open, the ids of the
lines decide, so that the same board looks the same whatever was edited before.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from evidence_board.ui.canvas import geometry
from evidence_board.ui.canvas.geometry import Floats, Ints

Marks: TypeAlias = Callable[[Ints], Ints]
"""Gives for rows of lines numbers that follow from their ids."""

_APART = 18.0
_LOOP_AWAY, _LOOP_DOWN, _LOOP_REACH, _LOOP_STEP = 30.0, 22.0, 46.0, 12.0


def nests(ends: Ints, marks: Marks) -> Floats:
    """Return the place of each line among those between the same two cards, 0 in their middle.

    Two lines get -0.5 and 0.5, three -1, 0 and 1; a single line gets 0.
    """
    if not len(ends):
        return np.zeros(0)
    low, high = ends.min(axis=1), ends.max(axis=1)
    key = low * (int(high.max()) + 1) + high
    order = np.argsort(key)
    ordered = key[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    counts = np.diff(np.r_[starts, len(ordered)])
    found = np.zeros(len(ends))
    if counts.max() == 1:
        return found
    several = np.repeat(counts > 1, counts)
    rows = order[several]
    rows = rows[np.lexsort((marks(rows), key[rows]))]
    counts = counts[counts > 1]
    place = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    found[rows] = place - (np.repeat(counts, counts) - 1) / 2
    return found


def shares(owners: Ints, sides: Ints, others: Floats, marks: Marks) -> Floats:
    """Return for each end how far along its edge it sits, 0 to 1.

    Ends that share an edge (same owner, same side) stand in the order of ``others``, the middles
    of the cards at their other ends, so that links cross as little as may be.
    """
    if not len(owners):
        return np.zeros(0)
    edge = owners * 4 + sides
    along = np.where(sides % 2 == 0, others[:, 0], others[:, 1])
    order = np.argsort(along)
    order = order[_order_of(edge[order])]
    edges, places = edge[order], along[order]
    same = edges[1:] == edges[:-1]
    open_pairs = same & (places[1:] == places[:-1])
    if open_pairs.any():
        rows = np.flatnonzero(np.r_[open_pairs, False] | np.r_[False, open_pairs])
        ends = order[rows]
        order[rows] = ends[np.lexsort((marks(ends), along[ends], edge[ends]))]
    starts = np.flatnonzero(np.r_[True, ~same])
    counts = np.diff(np.r_[starts, len(edges)])
    place = np.arange(len(edges)) - np.repeat(starts, counts)
    found = np.empty(len(edges))
    found[order] = (place + 1) / (np.repeat(counts, counts) + 1)
    return found


def _order_of(keys: Ints) -> Ints:
    """Return the order of whole numbers from 0 on, those that are equal as they stand.

    By 16 bits at a time: numpy sorts numbers of that size ten times as quickly.
    """
    order = np.argsort(keys.astype(np.uint16), kind="stable")
    high = keys >> 16
    return order[_order_of(high[order])] if high.any() else order


def plain(first: Floats, second: Floats, sides: Ints, shares: Floats, nests: Floats) -> Floats:
    """Return the curves between boxes; lines between the same two swing apart where it is tight."""
    start = geometry.anchors(first, sides[:, 0], shares[:, 0])
    end = geometry.anchors(second, sides[:, 1], shares[:, 1])
    curves = geometry.curves(start, sides[:, 0], end, sides[:, 1])
    several = np.flatnonzero(nests)
    if len(several):
        _fan(curves, several, first, second, sides, nests)
    return curves


def _fan(
    curves: Floats, rows: Ints, first: Floats, second: Floats, sides: Ints, nests: Floats
) -> None:
    """Pull the handles of lines that run together aside, so that their middles are apart."""
    upright = sides[rows, 0] % 2 == 0
    one, other = first[rows], second[rows]
    edge = np.where(upright, np.minimum(one[:, 2], other[:, 2]), np.minimum(one[:, 3], other[:, 3]))
    count = 2 * np.abs(nests[rows]) + 2
    tight = np.maximum(_APART - edge / (count + 1), 0.0)
    aside = nests[rows] * tight * 4 / 3
    for column in (2, 4):
        curves[rows, column] += np.where(upright, aside, 0.0)
        curves[rows, column + 1] += np.where(upright, 0.0, aside)


def loops(boxes: Floats, nests: Floats) -> Floats:
    """Return curves from cards to themselves, round their top right corners."""
    right, top = boxes[:, 0] + boxes[:, 2], boxes[:, 1]
    step = np.maximum(nests * _LOOP_STEP, -_LOOP_DOWN / 2)
    away = np.minimum(_LOOP_AWAY + step, boxes[:, 2] / 2)
    down = np.minimum(_LOOP_DOWN + step, boxes[:, 3] / 2)
    reach = _LOOP_REACH + step
    columns = (right - away, top, right - away, top - reach, right + reach, top + down)
    return np.stack((*columns, right, top + down), axis=1)


def onto(boxes: Floats, spots: Floats, sides: Ints) -> tuple[Floats, Floats]:
    """Return curves from boxes to places on lines, and where on their edges these begin.

    That is opposite the place, if it can be; the curves end a little before it.
    """
    upright = sides[:, 0] % 2 == 0
    away = np.where(upright, spots[:, 0] - boxes[:, 0], spots[:, 1] - boxes[:, 1])
    shares = np.clip(away / np.where(upright, boxes[:, 2], boxes[:, 3]), 0.2, 0.8)
    start = geometry.anchors(boxes, sides[:, 0], shares)
    end = spots + geometry.NORMALS[sides[:, 1]] * geometry.DISC
    return geometry.curves(start, sides[:, 0], end, sides[:, 1]), shares
