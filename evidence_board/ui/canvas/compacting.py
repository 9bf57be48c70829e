"""Layers that are much wider than high, or higher than wide, made to fit a window."""

import numpy as np

from evidence_board.ui.canvas.geometry import Floats, Ints
from evidence_board.ui.canvas.layering import GAP, STEP

_ASPECT, _WORST = 1.6, 2.4
"""How much wider than high layers are made, and how much wider they may be left."""
_USUAL = 2_400.0
"""As wide as layers always may be, px at 100 %."""
_BESIDE, _BETWEEN = 64.0, 96.0
"""What is left for the lines between columns, and between layers that have several rows."""


def compacted(sizes: Floats, places: Floats) -> Floats:
    """Return places where wide layers stand in several rows, and high ones beside each other.

    Cards that were neighbours stand below each other, so that what was left stays left and what
    was near stays near.
    """
    width, height = (places + sizes).max(axis=0) - places.min(axis=0)
    if height > max(_USUAL, width * _WORST):
        return _beside(sizes, places, float(width), float(height))
    if width <= max(_USUAL, height * _WORST):
        return places
    layers = _layers(sizes, places)
    wide = float(np.ceil(sizes[:, 0].max() / STEP) * STEP) + _BESIDE
    columns = _columns(layers, sizes, wide)
    aims = (places[:, 0] - places[:, 0].min()) * ((columns - 1) * wide / max(width - wide, 1.0))
    found, top = np.zeros_like(places), 0.0
    for rows in layers:
        deep = -(-len(rows) // columns)
        column, row = np.divmod(np.arange(len(rows)), deep)
        means = np.bincount(column, aims[rows]) / np.bincount(column)
        found[rows, 0] = _spread(means, wide, (columns - 1) * wide)[column]
        heights = np.zeros(deep)
        np.maximum.at(heights, row, np.ceil(sizes[rows, 1] / STEP) * STEP + GAP)
        found[rows, 1] = top + (np.cumsum(heights) - heights)[row]
        top += float(heights.sum()) + _BETWEEN - GAP
    rounded: Floats = np.round(found / STEP) * STEP
    return rounded


def _beside(sizes: Floats, places: Floats, width: float, height: float) -> Floats:
    """Return places where some layers after others stand to the right of these, as in a paper."""
    wide = float(np.ceil(width / STEP) * STEP) + _BESIDE
    count = max(1, round(float(np.sqrt(_ASPECT * height / wide))))
    layers = _layers(sizes, places)
    tops = np.array([float(places[rows, 1].min()) for rows in layers])
    columns = np.minimum((tops - tops[0]) * count // height, count - 1)
    found = places.copy()
    for rows, column in zip(layers, columns.tolist(), strict=True):
        found[rows] += (column * wide, -tops[np.searchsorted(columns, column)])
    return found


def _layers(sizes: Floats, places: Floats) -> list[Ints]:
    """Return the cards of each layer from left to right: what no horizontal line parts."""
    order = np.argsort(places[:, 1], kind="stable")
    lows = np.maximum.accumulate(places[order, 1] + sizes[order, 1])
    parted = np.flatnonzero(places[order[1:], 1] >= lows[:-1]) + 1
    layers = np.split(order, parted)
    return [rows[np.argsort(places[rows, 0], kind="stable")] for rows in layers]


def _columns(layers: list[Ints], sizes: Floats, wide: float) -> int:
    """Return the least number of columns with which all is wider than high by far enough."""
    counts = np.array([len(rows) for rows in layers])
    highs = np.array([float(sizes[rows, 1].max()) + GAP for rows in layers])
    low, high = 1, int(counts.max())
    while low < high:
        middle = (low + high) // 2
        height = float((-(-counts // middle) * highs + _BETWEEN - GAP).sum())
        low, high = (low, middle) if middle * wide >= height * _ASPECT else (middle + 1, high)
    return low


def _spread(aims: Floats, apart: float, last: float) -> Floats:
    """Return places near to rising aims, so far apart at least, none beyond the last."""
    steps = np.arange(len(aims)) * apart
    after = np.maximum.accumulate(aims - steps)
    spread: Floats = np.minimum(after, last - steps[-1]) + steps
    return spread
