"""What holds a card while it is dragged: the grid, and the edges and gaps of other cards."""

from dataclasses import dataclass

GRID = 8.0
"""The step of the grid, px at 100 %; every third line of it has dots."""


@dataclass(frozen=True)
class Snapping:
    """Which of both a person has switched on."""

    grid: bool = True
    objects: bool = True

    def on_grid(self, value: float) -> float:
        """Return a coordinate on the grid, or in whole px where the grid is off."""
        step = GRID if self.grid else 1.0
        return round(value / step) * step
