"""Where boxes go when they are aligned, spread evenly or made alike: numbers in, numbers out."""

from typing import Literal

import numpy as np

from evidence_board.ui.canvas.geometry import Floats, Ints, area_of

Edge = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["across", "down"]
_PARTS: dict[Edge, tuple[int, float]] = {
    "left": (0, 0.0),
    "centre": (0, 0.5),
    "right": (0, 1.0),
    "top": (1, 0.0),
    "middle": (1, 0.5),
    "bottom": (1, 1.0),
}
"""Per edge: the axis, and how far along a box it lies."""
_MOST_APART = 200


def aligned(boxes: Floats, edge: Edge) -> Floats:
    """Return the top left corners at which all boxes share an edge of their common area."""
    axis, part = _PARTS[edge]
    low = boxes[:, axis].min()
    high = (boxes[:, axis] + boxes[:, axis + 2]).max()
    places = boxes[:, :2].copy()
    places[:, axis] = np.rint(low + (high - low - boxes[:, axis + 2]) * part)
    return places


def distributed(boxes: Floats, axis: Axis) -> Floats:
    """Return the top left corners that leave equal gaps between boxes, the outer two staying.

    Boxes that have no room beside each other get equal steps from middle to middle.
    """
    along = 0 if axis == "across" else 1
    middles = boxes[:, along] + boxes[:, along + 2] / 2
    order = np.argsort(middles, kind="stable")
    extents = boxes[order, along + 2]
    first, last = boxes[order[0], along], boxes[order[-1], along] + extents[-1]
    places = boxes[:, :2].copy()
    gap = (last - first - extents.sum()) / (len(boxes) - 1)
    if gap >= 0:
        starts = first + np.r_[0.0, np.cumsum(extents[:-1] + gap)]
    else:
        starts = np.linspace(middles[order[0]], middles[order[-1]], len(boxes)) - extents / 2
    places[order, along] = np.rint(starts)
    return places


def restacked(boxes: Floats, layers: Ints, rank: Ints, chosen: Ints, *, up: bool) -> Ints:
    """Return the layers after the chosen boxes went one step to the front, or to the back.

    A step goes past the nearest box that overlaps one of them; without one nothing changes.
    ``rank`` is the order from back to front, all of them different.
    """
    sign = 1 if up else -1
    height, order = layers * sign, rank * sign
    overlapping = _overlapping(boxes, chosen)
    ahead = overlapping[order[overlapping] > order[chosen].min()]
    if not len(ahead):
        return layers
    passed = ahead[order[ahead].argmin()]
    result, top = height.copy(), int(height[passed])
    behind = chosen[order[chosen] < order[passed]]
    for row in behind[np.argsort(order[behind])]:
        top += 1
        result[row] = top
    above = np.r_[ahead[order[ahead] > order[passed]], np.setdiff1d(chosen, behind)]
    if (height[above] <= top).any():
        beyond = np.setdiff1d(np.flatnonzero(order > order[passed]), behind)
        result[beyond] += top - height[passed]
    moved: Ints = result * sign
    return moved


def _overlapping(boxes: Floats, chosen: Ints) -> Ints:
    """Return the other boxes that overlap a chosen one; of very many, their common area."""
    own = boxes[chosen]
    if len(chosen) > _MOST_APART:
        own = np.array([area_of(own)])
    free = np.setdiff1d(np.arange(len(boxes)), chosen)
    found = np.zeros(len(free), dtype=np.bool_)
    for box in own:
        low = (boxes[free, :2] < box[:2] + box[2:]).all(axis=1)
        found |= low & (boxes[free, :2] + boxes[free, 2:] > box[:2]).all(axis=1)
    return free[found]
