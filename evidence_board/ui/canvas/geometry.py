"""Where links run and where cards snap: numbers in, numbers out, no Qt.

A box is x, y, width, height; a curve is the eight numbers of a cubic: start, first handle, second
handle, end. Arrays hold one box or curve a row; lengths are px at 100 %.
"""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
Spans: TypeAlias = NDArray[np.float32 | np.float64]
"""Numbers of which half the room, seven places, may be enough: boxes in whole px, shares."""
Area: TypeAlias = tuple[float, float, float, float]
"""x, y, width, height."""

NO_ROWS: Ints = np.zeros(0, dtype=np.int64)

TOP, RIGHT, BOTTOM, LEFT = range(4)
NORMALS: Floats = np.array(((0, -1), (1, 0), (0, 1), (-1, 0)), dtype=np.float64)
DISC = 10.0
"""How far from the middle of a line one that ends on it stops."""
HANDLE = 0.42
SHORTEST_HANDLE, LONGEST_HANDLE = 22.0, 90.0
_ROUNDING = 1e-6
"""What touches an edge may seem so far from it, px: numbers of a board are rounded."""
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


def samples(lines: Floats, count: int) -> tuple[Floats, Floats]:
    """Return points along each curve, both ends included: their x and their y, (curves, count)."""
    shares = np.linspace(0.0, 1.0, count)
    rest = 1.0 - shares
    weights = (rest**3, 3 * rest**2 * shares, 3 * rest * shares**2, shares**3)
    # Sums of products, not a matrix product: the same to the last bit in any company of curves.
    across: Floats = lines[:, 0:1] * weights[0]
    down: Floats = lines[:, 1:2] * weights[0]
    for place in (1, 2, 3):
        across += lines[:, 2 * place : 2 * place + 1] * weights[place]
        down += lines[:, 2 * place + 1 : 2 * place + 2] * weights[place]
    return across, down


def pieces(lines: Floats, count: int) -> Floats:
    """Return each curve as so many cubics that follow each other: (curves x count, 8)."""
    found: Floats = np.einsum("spq,kqc->kspc", _blossoms(count), lines.reshape(-1, 4, 2))
    return found.reshape(-1, 8)


def chords(lines: Floats) -> Floats:
    """Return the straight ways from the starts of curves to their ends, as curves."""
    return lines[:, (0, 1, 0, 1, 6, 7, 6, 7)]


@lru_cache(maxsize=32)
def _blossoms(count: int) -> Floats:
    """Return how each point of each piece is mixed from the points of its cubic: its blossom."""
    mixed = np.zeros((count, 4, 4))
    for piece in range(count):
        start, end = piece / count, (piece + 1) / count
        for point in range(4):
            weights = np.array((1.0,))
            for share in (end,) * point + (start,) * (3 - point):
                weights = np.convolve(weights, (1.0 - share, share))
            mixed[piece, point] = weights
    return mixed


def halfway(chain: Floats) -> Floats:
    """Return the point halfway along cubics that follow each other."""
    across, down = samples(chain, 9)
    spots = np.stack((across.ravel(), down.ravel()), axis=1)
    run = np.cumsum(np.hypot(*np.diff(spots, axis=0).T))
    place = int(np.searchsorted(run, run[-1] / 2))
    start, end = spots[place], spots[place + 1]
    before = run[place - 1] if place else 0.0
    share = (run[-1] / 2 - before) / max(run[place] - before, 1e-9)
    middle: Floats = start + (end - start) * share
    return middle


def bounds(lines: Floats) -> Floats:
    """Return for each curve the box that holds its four points, as left, top, right, bottom."""
    start, first, second, end = lines[:, :2], lines[:, 2:4], lines[:, 4:6], lines[:, 6:]
    low = np.minimum(np.minimum(start, first), np.minimum(second, end))
    return np.hstack((low, np.maximum(np.maximum(start, first), np.maximum(second, end))))


def chords_touch(lines: Floats, area: Area, reach: Floats | float = 0.0) -> Flags:
    """Return for each curve whether the straight line between its ends touches an area.

    With a ``reach`` for each it is enough to come so near, across and down.
    """
    half_width, half_height = area[2] / 2 + reach + _ROUNDING, area[3] / 2 + reach + _ROUNDING
    across, down = (lines[:, 6] - lines[:, 0]) / 2, (lines[:, 7] - lines[:, 1]) / 2
    x = lines[:, 0] + across - (area[0] + area[2] / 2)
    y = lines[:, 1] + down - (area[1] + area[3] / 2)
    wide, high = np.abs(across), np.abs(down)
    touch: Flags = (np.abs(x) <= half_width + wide) & (np.abs(y) <= half_height + high)
    return touch & (np.abs(x * down - y * across) <= half_width * high + half_height * wide)


def may_touch(lines: Floats, area: Area) -> Flags:
    """Return for each curve whether it may touch an area.

    None of its points is farther from the straight line between its ends than its handles reach.
    """
    columns = lines.T
    reaches = np.abs(columns[2:6] - columns[[0, 1, 6, 7]])
    handles = np.maximum(np.maximum(*reaches[:2]), np.maximum(*reaches[2:]))
    return chords_touch(lines, area, handles)


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
    # Column by column: numpy takes its time over short rows.
    left, top = float(boxes[:, 0].min()), float(boxes[:, 1].min())
    right = float((boxes[:, 0] + boxes[:, 2]).max())
    bottom = float((boxes[:, 1] + boxes[:, 3]).max())
    return left, top, right - left, bottom - top


def boxes_of(edges: Spans) -> Floats:
    """Return boxes from their left, top, right and bottom edges."""
    return np.hstack((edges[:, :2], edges[:, 2:] - edges[:, :2]))


def nearest_box(boxes: Floats, row: int, step: tuple[int, int], among: Flags) -> int | None:
    """Return the row of the nearest box in a direction from one of them, or None."""
    dx, dy = step
    middles = boxes[:, :2] + boxes[:, 2:] / 2
    away = middles - middles[row]
    ahead = away[:, 0] * dx + away[:, 1] * dy
    aside = np.abs(away[:, 0] * dy) + np.abs(away[:, 1] * dx)
    cost = np.where((ahead > 1) & (ahead * 2 >= aside) & among, ahead + 2 * aside, np.inf)
    best = int(cost.argmin())
    return best if np.isfinite(cost[best]) else None


def touching(boxes: Floats, area: Area) -> Flags:
    """Return for each box whether it touches an area."""
    left, top, width, height = area
    found: Flags = (
        (boxes[:, 0] <= left + width)
        & (boxes[:, 1] <= top + height)
        & (boxes[:, 0] + boxes[:, 2] >= left)
        & (boxes[:, 1] + boxes[:, 3] >= top)
    )
    return found


def grown(area: Area, by: float) -> Area:
    """Return the area with ``by`` more on every side."""
    return area[0] - by, area[1] - by, area[2] + 2 * by, area[3] + 2 * by


def corners(box: Area) -> tuple[tuple[float, float], ...]:
    """Return the corners of a box, top left first, clockwise."""
    left, top, width, height = box
    right, bottom = left + width, top + height
    return (left, top), (right, top), (right, bottom), (left, bottom)
