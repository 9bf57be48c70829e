"""Which boxes lie near which areas, for many of both: numbers in, numbers out.

Areas and boxes are rows of left, top, right, bottom, px at 100 %.
"""

from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas.geometry import NO_ROWS, Area, Flags, Floats, Ints, Spans

_CELL = 256.0
_FEW = 400_000
"""Up to how many pairs are compared one by one."""
_WIDE = 64
"""A box or area over more cells than these is compared with all others."""
_FAR = 1 << 32
"""More than any board has cells from top to bottom."""


def edges_of(boxes: Floats) -> Floats:
    """Return boxes given as x, y, width, height by their edges: left, top, right, bottom."""
    return np.hstack((boxes[:, :2], boxes[:, :2] + boxes[:, 2:]))


def touch(areas: Spans, boxes: Spans) -> Flags:
    """Return for rows of areas and boxes whether they touch; shapes are broadcast."""
    touch: Flags = (
        (areas[..., 0] <= boxes[..., 2])
        & (areas[..., 2] >= boxes[..., 0])
        & (areas[..., 1] <= boxes[..., 3])
        & (areas[..., 3] >= boxes[..., 1])
    )
    return touch


def rows_touching(boxes: Spans, area: Area) -> Ints:
    """Return the rows of the boxes that touch an area given as x, y, width, height.

    First those of the same columns of the board, so that not all numbers are looked at.
    """
    left, top, width, height = map(float, area)
    rows = np.flatnonzero((boxes[:, 0] <= left + width) & (boxes[:, 2] >= left))
    near = boxes.take(rows, axis=0)
    return rows[(near[:, 1] <= top + height) & (near[:, 3] >= top)]


def pairs(areas: Floats, boxes: Floats) -> tuple[Ints, Ints]:
    """Return all pairs of an area and a box that touch, as two lists of rows, sorted by area."""
    if not len(areas) or not len(boxes):
        return NO_ROWS, NO_ROWS
    low, high = areas[:, :2].min(axis=0), areas[:, 2:].max(axis=0)
    near = np.flatnonzero(((boxes[:, :2] <= high) & (boxes[:, 2:] >= low)).all(axis=1))
    if len(areas) * len(near) <= _FEW:
        one, other = _compared(areas, boxes[near])
    else:
        one, other = _sorted_into_cells(areas, boxes[near])
    return one, near[other]


def middles_about(areas: Floats, boxes: Floats) -> Ints:
    """Return for each area how many boxes have their middles in the cells that it lies over.

    Cells have their places whatever is asked, so that the answer for one area depends on no other.
    """
    if not len(areas) or not len(boxes):
        return np.zeros(len(areas), dtype=np.int64)
    spots = np.floor((boxes[:, :2] + boxes[:, 2:]) / 2 / _CELL).astype(np.int64)
    held = np.sort(spots[:, 0] * _FAR + spots[:, 1])
    first, last = (np.floor(part / _CELL).astype(np.int64) for part in (areas[:, :2], areas[:, 2:]))
    counts: Ints = np.zeros(len(areas), dtype=np.int64)
    for step in range(int((last[:, 0] - first[:, 0]).max()) + 1):
        column = (first[:, 0] + step) * _FAR
        within = first[:, 0] + step <= last[:, 0]
        found = np.searchsorted(held, column + last[:, 1], "right")
        counts += within * (found - np.searchsorted(held, column + first[:, 1]))
    return counts


def _compared(areas: Floats, boxes: Floats) -> tuple[Ints, Ints]:
    one, other = np.nonzero(touch(areas[:, None], boxes[None]))
    return one, other


def _sorted_into_cells(areas: Floats, boxes: Floats) -> tuple[Ints, Ints]:
    low = np.floor(boxes[:, :2].min(axis=0) / _CELL).astype(np.int64)
    high = np.floor(boxes[:, 2:].max(axis=0) / _CELL).astype(np.int64)
    spans_of_areas = _Spans.of(areas, low, high)
    spans_of_boxes = _Spans.of(boxes, low, high)
    wide_area, wide_box = spans_of_areas.counts > _WIDE, spans_of_boxes.counts > _WIDE
    found = [
        _in_same_cell(spans_of_areas, spans_of_boxes, ~wide_area, ~wide_box),
        _among(areas, boxes, np.flatnonzero(wide_area), np.arange(len(boxes))),
        _among(areas, boxes, np.flatnonzero(~wide_area), np.flatnonzero(wide_box)),
    ]
    one, other = (np.concatenate(rows) for rows in zip(*found, strict=True))
    kept = touch(areas[one], boxes[other])
    one, other = one[kept], other[kept]
    order = np.argsort(one, kind="stable")
    return one[order], other[order]


def _among(areas: Floats, boxes: Floats, some: Ints, others: Ints) -> tuple[Ints, Ints]:
    one, other = _compared(areas[some], boxes[others])
    return some[one], others[other]


@dataclass(frozen=True)
class _Spans:
    """The cells that boxes lie over: the first column and row of each, how many columns, rows.

    ``counts`` are their products; ``rows`` is how many cells a column of the grid has.
    """

    first: Ints
    sizes: Ints
    counts: Ints
    rows: int

    @staticmethod
    def of(boxes: Floats, low: Ints, high: Ints) -> "_Spans":
        first = np.clip(np.floor(boxes[:, :2] / _CELL).astype(np.int64), low, high + 1) - low
        last = np.clip(np.floor(boxes[:, 2:] / _CELL).astype(np.int64), low - 1, high) - low
        sizes = np.maximum(last - first + 1, 0)
        return _Spans(first, sizes, sizes[:, 0] * sizes[:, 1], int(high[1] - low[1]) + 1)

    def cells(self, rows: Ints) -> tuple[Ints, Ints, Ints]:
        """Return for each cell under these boxes the box, the column and the row."""
        counts = self.counts[rows]
        owners = np.repeat(rows, counts)
        place = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
        high = self.sizes[owners, 1]
        return owners, self.first[owners, 0] + place // high, self.first[owners, 1] + place % high


def _in_same_cell(areas: _Spans, boxes: _Spans, some: Flags, others: Flags) -> tuple[Ints, Ints]:
    """Return the pairs that share a cell, each once: in the first cell that both have."""
    box, column, row = boxes.cells(np.flatnonzero(others))
    area, area_column, area_row = areas.cells(np.flatnonzero(some))
    keys, wanted = _numbered(column * boxes.rows + row, area_column * boxes.rows + area_row)
    order = np.argsort(keys)
    held = np.bincount(keys, minlength=int(wanted.max(initial=0)) + 1)
    counts, starts = held[wanted], (np.cumsum(held) - held)[wanted]
    cell = np.repeat(np.arange(len(area)), counts)
    within = np.arange(len(cell)) - np.repeat(np.cumsum(counts) - counts, counts)
    one, other = area[cell], box[order[starts[cell] + within]]
    first = np.maximum(areas.first[one], boxes.first[other])
    once = (first[:, 0] == area_column[cell]) & (first[:, 1] == area_row[cell])
    return one[once], other[once]


def _numbered(keys: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """Return the cells by small numbers, where the grid has far more cells than are in use."""
    if keys.max(initial=0) <= 64 * (len(keys) + 1024):
        return keys, wanted
    used, numbers = np.unique(np.r_[keys, wanted], return_inverse=True)
    del used
    return numbers[: len(keys)], numbers[len(keys) :]
