"""Where a new card lies that is linked to another one: at the end of its thread, or beside it."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Flags, Floats, snapped

ACROSS, DOWN, GAP = 96.0, 64.0, 16.0
"""What lies between linked cards side by side and one above the other, and round the new one."""
_STEP, _FARTHEST = 16.0, 1_600.0
_ASIDE = 0.25
"""What a step aside costs, where one away from the card costs 1: new cards make a row."""


@dataclass(frozen=True)
class LinkedSide:
    """The side of a box that a thread leaves, as a direction."""

    box: Area
    step: tuple[int, int]

    @classmethod
    def between(cls, start: tuple[float, float], end: tuple[float, float]) -> Self:
        """Return the direction from one place to another."""
        dx, dy = end[0] - start[0], end[1] - start[1]
        if abs(dy) > abs(dx):
            return cls((*start, 0, 0), (0, 1 if dy > 0 else -1))
        return cls((*start, 0, 0), (1 if dx > 0 else -1, 0))

    def port(self) -> tuple[float, float]:
        """Return the middle of that side."""
        x, y, width, height = self.box
        return x + width * (1 + self.step[0]) / 2, y + height * (1 + self.step[1]) / 2

    def corner(self, end: tuple[float, float], size: tuple[float, float]) -> tuple[float, float]:
        """Return the corner of a card that the thread meets at the middle of its near side."""
        across, down = (size[0] * (1 - self.step[0]) / 2, size[1] * (1 - self.step[1]) / 2)
        return snapped(end[0] - across, 8), snapped(end[1] - down, 8)

    def meeting(
        self, corner: tuple[float, float], size: tuple[float, float]
    ) -> tuple[float, float]:
        """Return the middle of the near side of a card with this corner."""
        across, down = (size[0] * (1 - self.step[0]) / 2, size[1] * (1 - self.step[1]) / 2)
        return corner[0] + across, corner[1] + down


def place_towards(
    boxes: Floats, row: int, size: tuple[float, float], step: tuple[int, int]
) -> tuple[float, float]:
    """Return the corner of free room in a direction from a card, as near as can be.

    Several in the same direction come to stand side by side.
    """
    x, y, width, height = boxes[row].tolist()
    dx, dy = step
    first_x = x + (width - size[0]) / 2 + dx * ((width + size[0]) / 2 + ACROSS)
    first_y = y + (height - size[1]) / 2 + dy * ((height + size[1]) / 2 + DOWN)
    if dx:
        first_y = y
    away = np.arange(0.0, _FARTHEST, _STEP)
    aside = np.arange(-_FARTHEST / 2, _FARTHEST / 2 + _STEP, _STEP)
    along, beside = (grid.ravel() for grid in np.meshgrid(away, aside, indexing="ij"))
    spots = np.column_stack((first_x + along * dx + beside * abs(dy), first_y + along * dy))
    spots[:, 1] += beside * abs(dx)
    cost = along + np.abs(beside) * _ASIDE
    free = _free(boxes, spots, size)
    best = int(np.where(free, cost, np.inf).argmin())
    return snapped(float(spots[best, 0]), 8), snapped(float(spots[best, 1]), 8)


def _free(boxes: Floats, spots: Floats, size: tuple[float, float]) -> Flags:
    """Return for each corner whether a box of a size there touches none of the others."""
    low, high = spots.min(axis=0), spots.max(axis=0) + size
    ends = boxes[:, :2] + boxes[:, 2:]
    near = boxes[(boxes[:, :2] <= high + GAP).all(axis=1) & (ends >= low - GAP).all(axis=1)]
    free = np.ones(len(spots), dtype=np.bool_)
    for left, top, width, height in near.tolist():
        free &= (
            (spots[:, 0] >= left + width + GAP)
            | (spots[:, 0] + size[0] + GAP <= left)
            | (spots[:, 1] >= top + height + GAP)
            | (spots[:, 1] + size[1] + GAP <= top)
        )
    return free
