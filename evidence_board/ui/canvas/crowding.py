"""How crowded a board is at a zoom, which says how much of it is drawn.

The fullest window decides for all of the board: were it what is seen just now, the picture
would change its manner while it is panned.
"""

from typing import Final

import numpy as np

from evidence_board.ui.canvas.geometry import Floats

WINDOW: Final = (1_600.0, 1_000.0)
"""The window that is counted in, px of the screen."""


def fullest(spots: Floats, zoom: float) -> int:
    """Return how many of these places of the board the fullest window at a zoom holds."""
    if not len(spots):
        return 0
    cells = np.floor(spots * zoom / WINDOW).astype(np.int64)
    cells -= cells.min(axis=0)
    _, counts = np.unique(cells[:, 0] * (cells[:, 1].max() + 1) + cells[:, 1], return_counts=True)
    return int(counts.max())


def passing(extents: Floats, zoom: float) -> float:
    """Return how many lines with these extents pass a window at a zoom, on average.

    ``extents`` hold left, top, right, bottom; a line passes as many windows as its extent is long.
    """
    if not len(extents):
        return 0.0
    windows = (extents[:, 2:] - extents[:, :2]) * zoom / WINDOW
    whole = (extents[:, 2:].max(axis=0) - extents[:, :2].min(axis=0)) * zoom / WINDOW
    return float((windows.sum(axis=1) + 1).sum() / np.maximum(whole, 1.0).prod())
