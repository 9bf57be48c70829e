"""Where the disc and the label of a line find room, so that they cover no card."""

from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Flags, Floats, touching

WIDEST, LEAST = 168.0, 44.0
"""How wide a label is at most, and below which width there is none, px at 100 %."""
_DISC, _HALF = 13.0, 9.0
_WITHIN = 4.0
"""How far inside a card, px of the screen, a disc would hide its words."""


@dataclass(frozen=True)
class Room:
    """How wide a label may be, px of the screen, and whether it stands left of the disc."""

    width: float = WIDEST
    left: bool = False


def with_labels(area: Area, zoom: float) -> Area:
    """Return an area with that in which discs may lie whose labels reach into it."""
    reach = (WIDEST * max(zoom, 1.0) + 2 * _DISC) / zoom
    return area[0] - reach, area[1], area[2] + 2 * reach, area[3]


def room_beside(boxes: Floats, spot: tuple[float, float], zoom: float) -> Room:
    """Return the room beside a disc at a place of the board: on the right if it is enough.

    ``boxes`` are those of all cards that may stand in the way.
    """
    x, y = spot
    reach, half = WIDEST + _DISC, _HALF / zoom
    right = left = reach
    near = boxes[touching(boxes, (x - reach, y - half, 2 * reach, 2 * half))]
    for start, _, width, _ in near.tolist():
        right = min(right, max(start - x, 0.0)) if start + width > x else right
        left = min(left, max(x - start - width, 0.0)) if start < x else left
    free = [max(room - _DISC / zoom, 0.0) * zoom for room in (right, left)]
    if free[0] >= min(free[1], WIDEST * zoom / 2):
        return Room(free[0])
    return Room(free[1], left=True)


def covered(boxes: Floats, spots: Floats, zoom: float) -> Flags:
    """Return which places of the board lie under a card, so that a disc there would hide words."""
    within = _WITHIN / zoom
    low, high = boxes[:, :2] + within, boxes[:, :2] + boxes[:, 2:] - within
    inside: Flags = np.all((spots[:, None] > low) & (spots[:, None] < high), axis=2)
    found: Flags = np.any(inside, axis=1)
    return found
