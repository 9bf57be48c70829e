"""Where links run and where cards snap: numbers in, numbers out, no Qt.

A box is x, y, width, height; a curve is the eight numbers of a cubic: start, first handle, second
handle, end. Arrays hold one box or curve a row; lengths are px at 100 %.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
Area: TypeAlias = tuple[float, float, float, float]
"""x, y, width, height."""

TOP, RIGHT, BOTTOM, LEFT = range(4)
NORMALS: Floats = np.array(((0, -1), (1, 0), (0, 1), (-1, 0)), dtype=np.float64)
HANDLE = 0.42
SHORTEST_HANDLE, LONGEST_HANDLE = 22.0, 90.0
_SEGMENTS = 24
ROOM, _FLATTEST = 24.0, 12.0


def sides(start: Floats, end: Floats, room: float = ROOM) -> tuple[Ints, Ints]:
    """Return the sides on which links leave their first boxes and meet their second ones.

    Boxes with ``room`` between them in height are joined bottom to top, for evidence flows down
    a board; others, and those far apart sideways, left to right.
    """
    gaps = np.maximum(
        end[:, :2] - start[:, :2] - start[:, 2:], start[:, :2] - end[:, :2] - end[:, 2:]
    )
    ahead = (end[:, :2] + end[:, 2:] / 2) >= (start[:, :2] + start[:, 2:] / 2)
    roomy = (gaps[:, 1] >= room) & (gaps[:, 0] <= gaps[:, 1] * _FLATTEST)
    upright = roomy | (gaps[:, 1] >= gaps[:, 0])
    leaving = np.where(
        upright, np.where(ahead[:, 1], BOTTOM, TOP), np.where(ahead[:, 0], RIGHT, LEFT)
    ).astype(np.int64)
    return leaving, (leaving + 2) % 4


def spread(owners: Ints, side: Ints, other_ends: Floats) -> Floats:
    """Return for each end how far along its edge it sits, 0 to 1.

    Ends that share an edge (same owner, same side) stand in the order of their other ends, so
    that links cross as little as may be.
    """
    if not len(owners):
        return np.zeros(0)
    edge = owners * 4 + side
    along = np.where((side == TOP) | (side == BOTTOM), other_ends[:, 0], other_ends[:, 1])
    order = np.lexsort((along, edge))
    ordered = edge[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    counts = np.diff(np.r_[starts, len(ordered)])
    place = np.arange(len(ordered)) - np.repeat(starts, counts)
    share = np.empty(len(ordered))
    share[order] = (place + 1) / (np.repeat(counts, counts) + 1)
    return share


def anchors(boxes: Floats, side: Ints, share: Floats) -> Floats:
    """Return the points on the edges of boxes, at these shares along them."""
    upright = (side == TOP) | (side == BOTTOM)
    across = np.where(upright, share, (side == RIGHT).astype(np.float64))
    down = np.where(upright, (side == BOTTOM).astype(np.float64), share)
    spots: Floats = boxes[:, :2] + boxes[:, 2:] * np.stack((across, down), axis=1)
    return spots


def curves(start: Floats, start_side: Ints, end: Floats, end_side: Ints) -> Floats:
    """Return cubics that leave and meet the edges at a right angle."""
    reach = np.hypot(*(end - start).T) * HANDLE
    reach = np.clip(reach, SHORTEST_HANDLE, LONGEST_HANDLE)[:, None]
    first = start + NORMALS[start_side] * reach
    second = end + NORMALS[end_side] * reach
    return np.hstack((start, first, second, end))


def points_at(lines: Floats, share: float) -> Floats:
    """Return the point of each curve at a share of its parameter, 0 to 1."""
    rest = 1.0 - share
    weights = np.array((rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3))
    spots: Floats = np.einsum("kpc,p->kc", lines.reshape(-1, 4, 2), weights)
    return spots


def bounds(lines: Floats) -> Floats:
    """Return for each curve the box that holds its four points, as left, top, right, bottom."""
    spots = lines.reshape(-1, 4, 2)
    return np.hstack((spots.min(axis=1), spots.max(axis=1)))


def directions(lines: Floats) -> Floats:
    """Return the unit vectors in which curves arrive at their ends."""
    arriving = lines[:, 6:8] - lines[:, 4:6]
    length = np.hypot(arriving[:, 0], arriving[:, 1])[:, None]
    return np.divide(arriving, length, out=np.zeros_like(arriving), where=length > 0)


def distances(lines: Floats, x: float, y: float) -> Floats:
    """Return how far each curve passes from a point."""
    shares = np.linspace(0.0, 1.0, _SEGMENTS + 1)
    spots = np.stack([points_at(lines, share) for share in shares], axis=1) - (x, y)
    starts, steps = spots[:, :-1], np.diff(spots, axis=1)
    squared = (steps**2).sum(axis=2)
    along = np.divide(
        -(starts * steps).sum(axis=2), squared, out=np.zeros_like(squared), where=squared > 0
    )
    nearest = starts + steps * np.clip(along, 0, 1)[:, :, None]
    closest: Floats = np.hypot(nearest[:, :, 0], nearest[:, :, 1]).min(axis=1)
    return closest


def snapped(value: float, step: float) -> float:
    """Return the nearest multiple of ``step``."""
    return round(value / step) * step


def alignment(box: Area, others: Floats, reach: float) -> tuple[float | None, float | None]:
    """Return the shift in x and in y that lines a box up with others, None where none is near.

    Left edges, middles and right edges are compared with their likes, and so are the heights.
    """
    return (
        _nearest_shift(box[0], box[2], others[:, 0], others[:, 2], reach),
        _nearest_shift(box[1], box[3], others[:, 1], others[:, 3], reach),
    )


def _nearest_shift(
    place: float, extent: float, places: Floats, extents: Floats, reach: float
) -> float | None:
    if not len(places):
        return None
    shifts = np.concatenate(
        [(places + extents * part) - (place + extent * part) for part in (0.0, 0.5, 1.0)]
    )
    best = float(shifts[np.abs(shifts).argmin()])
    return best if abs(best) <= reach else None


def area_of(boxes: Floats) -> Area | None:
    """Return the area that holds all boxes, None where there are none."""
    if not len(boxes):
        return None
    left, top = boxes[:, :2].min(axis=0)
    right, bottom = (boxes[:, :2] + boxes[:, 2:]).max(axis=0)
    return float(left), float(top), float(right - left), float(bottom - top)


def grown(area: Area, by: float) -> Area:
    """Return the area with ``by`` more on every side."""
    return area[0] - by, area[1] - by, area[2] + 2 * by, area[3] + 2 * by
