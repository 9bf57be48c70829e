"""The heads of links as polygons: triangle, bar, diamond, chevron, double bar."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from evidence_board.ui.canvas.geometry import Floats

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Head:
    """A head in its own frame: x along the line (0 at its end, back is negative), y across.

    ``outlines`` are open polygons of equal length; ``length`` is how much of the line it covers.
    """

    outlines: tuple[Corners, ...]
    length: float
    stroke: float
    fill: Literal["line", "board", "none"]

    def polygons(self, tips: Floats, directions: Floats, scale: float) -> Floats:
        """Return the polygons (count, corners, 2) at the tips of lines, turned as they arrive."""
        shape = np.array(self.outlines, dtype=np.float64) * scale
        across = np.stack((-directions[:, 1], directions[:, 0]), axis=1)
        along = shape[None, :, :, :1] * directions[:, None, None, :]
        aside = shape[None, :, :, 1:] * across[:, None, None, :]
        placed = tips[:, None, None, :] + along + aside
        return placed.reshape(-1, shape.shape[1], 2)


def _bar(x: float) -> Corners:
    return ((x, -6.5), (x, 6.5))


HEADS: Mapping[str, Head] = {
    "triangle": Head((((0, 0), (-10, 5), (-10, -5), (0, 0)),), 9.0, 0.0, "line"),
    "bar": Head((_bar(-2.5),), 2.0, 3.0, "none"),
    "double bar": Head((_bar(-2), _bar(-6.5)), 6.0, 2.4, "none"),
    "diamond": Head(
        (((-0.5, 0), (-6, 4.2), (-11.5, 0), (-6, -4.2), (-0.5, 0)),), 11.0, 1.5, "board"
    ),
    "chevron": Head((((-8, 4.5), (-1, 0), (-8, -4.5)),), 1.5, 1.5, "none"),
}
"""By the first words of the token of a head."""
