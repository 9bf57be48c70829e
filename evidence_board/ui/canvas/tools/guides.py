"""Smart guides: where a dragged box lines up with others, or leaves the gaps that they leave.

Boxes in, shifts, lines and measures out; lengths are px at 100 %.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas import geometry
from evidence_board.ui.canvas.geometry import Area, Floats

SAME = 0.01
"""Px within which edges and gaps count as equal."""


@dataclass(frozen=True)
class Measure:
    """A gap between two boxes, drawn as a line from edge to edge with its length."""

    start: tuple[float, float]
    end: tuple[float, float]

    @property
    def length(self) -> float:
        """How wide the gap is."""
        return abs(self.end[0] - self.start[0]) + abs(self.end[1] - self.start[1])


@dataclass(frozen=True)
class Guidance:
    """By how much a box is off, None where nothing is near; what to show once it is shifted."""

    dx: float | None = None
    dy: float | None = None
    lines: tuple[tuple[float, float, float, float], ...] = ()
    measures: tuple[Measure, ...] = ()


def guidance(box: Area, others: Floats, reach: float) -> Guidance:
    """Return how a box lines up with others; edges and middles go before gaps of equal width."""
    if not len(others):
        return Guidance()
    edges = geometry.alignment(box, others, reach)
    dx = edges[0] if edges[0] is not None else _gap_shift(0, box, others, reach)
    across = (box[0] + (dx or 0.0), box[1], box[2], box[3])
    dy = edges[1] if edges[1] is not None else _gap_shift(1, across, others, reach)
    landed = (across[0], box[1] + (dy or 0.0), box[2], box[3])
    wanted = (edges[0] is not None, edges[1] is not None)
    measured = ((0, dx is not None), (1, dy is not None))
    return Guidance(
        dx,
        dy,
        tuple(_lines(landed, others, wanted)),
        tuple(one for axis, due in measured if due for one in _equal_gaps(axis, landed, others)),
    )


def _lines(
    box: Area, others: Floats, wanted: tuple[bool, bool]
) -> Iterator[tuple[float, float, float, float]]:
    """Yield a line for each edge or middle that the box shares with others."""
    for axis in (0, 1):
        for part in (0.0, 0.5, 1.0) if wanted[axis] else ():
            value = box[axis] + box[axis + 2] * part
            same = others[np.abs(others[:, axis] + others[:, axis + 2] * part - value) < SAME]
            if len(same):
                yield guide_line(axis, value, np.vstack((same, box)))


def guide_line(axis: int, value: float, boxes: Floats) -> tuple[float, float, float, float]:
    """Return the line at a place of an axis that reaches over all these boxes."""
    other = 1 - axis
    low = float(boxes[:, other].min())
    high = float((boxes[:, other] + boxes[:, other + 2]).max())
    return (value, low, value, high) if axis == 0 else (low, value, high, value)


# Gaps


def _gap_shift(axis: int, box: Area, others: Floats, reach: float) -> float | None:
    """Return the least shift after which the box leaves the gap that its neighbours leave."""
    low, high = box[axis], box[axis] + box[axis + 2]
    before, after = _neighbours(axis, box, others, reach)
    wanted = []
    if before is not None and after is not None:
        wanted.append((_high(axis, before) + after[axis] - low - high) / 2)
    if before is not None:
        further = _neighbours(axis, before, others)[0]
        if further is not None:
            gap = before[axis] - _high(axis, further)
            wanted.append(_high(axis, before) + gap - low)
    if after is not None:
        further = _neighbours(axis, after, others)[1]
        if further is not None:
            gap = further[axis] - _high(axis, after)
            wanted.append(after[axis] - gap - high)
    best = min(wanted, key=abs, default=None)
    return best if best is not None and abs(best) <= reach else None


def _neighbours(
    axis: int, box: Area, others: Floats, reach: float = 0.0
) -> tuple[Area | None, Area | None]:
    """Return the nearest boxes before and after one, of those beside it; None where there is none.

    ``reach`` is by how much the box may overlap them, since it is about to be shifted.
    """
    other = 1 - axis
    beside = (others[:, other] < box[other] + box[other + 2]) & (
        others[:, other] + others[:, other + 2] > box[other]
    )
    lows, highs = others[:, axis], others[:, axis] + others[:, axis + 2]
    before = np.flatnonzero(beside & (highs <= box[axis] + reach) & (lows < box[axis]))
    end = box[axis] + box[axis + 2]
    after = np.flatnonzero(beside & (lows >= end - reach) & (highs > end))
    return (
        _area(others[before[highs[before].argmax()]]) if len(before) else None,
        _area(others[after[lows[after].argmin()]]) if len(after) else None,
    )


def _equal_gaps(axis: int, box: Area, others: Floats) -> Iterator[Measure]:
    """Yield the gaps beside a box that are as wide as one of its own, if there are two or more."""
    before, after = _neighbours(axis, box, others)
    pairs: list[tuple[Area, Area]] = []
    if before is not None:
        further = _neighbours(axis, before, others)[0]
        pairs += [(further, before)] if further is not None else []
        pairs.append((before, box))
    own = len(pairs)
    if after is not None:
        further = _neighbours(axis, after, others)[1]
        pairs.append((box, after))
        pairs += [(after, further)] if further is not None else []
    gaps = [second[axis] - _high(axis, first) for first, second in pairs]
    mine = [
        gaps[place] for place in (own - 1, own) if 0 <= place < len(gaps) and box in pairs[place]
    ]
    for gap in mine[:1] if len(mine) == 2 and abs(mine[0] - mine[1]) < SAME else mine:
        same = [pair for pair, one in zip(pairs, gaps, strict=True) if abs(one - gap) < SAME]
        if gap > SAME and len(same) >= 2:
            yield from (_measure(axis, *pair) for pair in same)


def _measure(axis: int, first: Area, second: Area) -> Measure:
    """Return the gap between two boxes, in the middle of where both are."""
    other = 1 - axis
    low = max(first[other], second[other])
    high = min(_high(other, first), _high(other, second))
    middle = (low + high) / 2
    start, end = _high(axis, first), second[axis]
    return (
        Measure((start, middle), (end, middle))
        if axis == 0
        else Measure((middle, start), (middle, end))
    )


def _high(axis: int, box: Area) -> float:
    return box[axis] + box[axis + 2]


def _area(box: Floats) -> Area:
    x, y, width, height = box.tolist()
    return x, y, width, height
