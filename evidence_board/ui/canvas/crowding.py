"""How crowded a board is at a zoom, which says how much of it is drawn.

The fullest window decides for all of the board: were it what is seen just now, the picture
would change its manner while it is panned.
"""

from typing import Final

import numpy as np

from evidence_board.ui.canvas.geometry import Ints, Spans

WINDOW: Final = (1_600.0, 1_000.0)
"""The window that is counted in, px of the screen."""
_SPARSE = 8
"""Up to how many windows for each place of the board are counted without sorting."""


def fullest(across: Spans, down: Spans, zoom: float) -> int:
    """Return how many of these places of the board the fullest window at a zoom holds."""
    if not len(across):
        return 0
    cells, rows = (_cells(zoom / one * at) for one, at in zip(WINDOW, (across, down), strict=True))
    columns, high = int(cells.max()) + 1, int(rows.max()) + 1
    cells *= high
    cells += rows
    if columns * high <= _SPARSE * len(across):
        return int(np.bincount(cells).max())
    return int(np.unique(cells, return_counts=True)[1].max())


def middles(extents: Spans) -> tuple[Spans, Spans]:
    """Return the places halfway between left and right, and between top and bottom."""
    columns = (extents[:, axis] + extents[:, axis + 2] for axis in (0, 1))
    across, down = (column / 2 for column in columns)
    return across, down


def _cells(places: Spans) -> Ints:
    """Return the numbers of the windows in which places lie, the first being 0."""
    np.floor(places, out=places)
    places -= places.min()
    return places.astype(np.int64)


def passing(extents: Spans, zoom: float) -> float:
    """Return how many lines with these extents pass a window at a zoom, on average.

    ``extents`` hold left, top, right, bottom; a line passes as many windows as its extent is long.
    """
    if not len(extents):
        return 0.0
    windows, whole = float(len(extents)), 1.0
    for axis in (0, 1):  # column by column: numpy takes its time over short rows
        low, high, share = extents[:, axis], extents[:, axis + 2], zoom / WINDOW[axis]
        windows += float((high - low).sum(dtype=np.float64)) * share
        whole *= max(float(high.max() - low.min()) * share, 1.0)
    return windows / whole
