"""Where a new card finds room: the free place nearest to a wanted one."""

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Flags, Floats, area_of, snapped

STEP = 8.0
GAP = 40.0
"""What is kept free round a card whose place nobody chose; a badge makes its neighbour higher."""
_REACHES = (320.0, 1_280.0)
"""How far from the wanted place is searched, before a place beside everything is taken."""


def free_place(
    boxes: Floats, size: tuple[float, float], near: tuple[float, float], *, gap: float = 0.0
) -> tuple[float, float]:
    """Return the top left corner of a box of this size that overlaps none of ``boxes``.

    It lies on the grid of 8, as near to ``near`` as can be, ``gap`` away from the others.
    """
    start = snapped(near[0], STEP), snapped(near[1], STEP)
    barred = _barred(boxes, size, gap)
    for reach in _REACHES:
        spots = np.arange(-reach, reach + STEP, STEP)
        taken = _taken(barred, start[0] + spots, start[1] + spots)
        if taken.all():
            continue
        away = np.where(taken, np.inf, spots[:, None] ** 2 + spots[None, :] ** 2)
        row, column = np.unravel_index(int(away.argmin()), away.shape)
        return start[0] + float(spots[column]), start[1] + float(spots[row])
    return _beside(boxes, gap)


def free_within(
    boxes: Floats, size: tuple[float, float], near: tuple[float, float], area: Area
) -> tuple[float, float]:
    """Return the corner nearest to ``near`` where a box overlaps none of ``boxes`` in an area.

    Where there is no such place it is ``near`` itself.
    """
    barred = _barred(boxes, size, 0.0)
    if not _taken(barred, np.array(near[:1]), np.array(near[1:])).any():
        return near
    across = np.arange(area[0], area[0] + area[2] - size[0] + 1, STEP)
    down = np.arange(area[1], area[1] + area[3] - size[1] + 1, STEP)
    if not len(across) or not len(down):
        return near
    away = (down[:, None] - near[1]) ** 2 + (across[None, :] - near[0]) ** 2
    away[_taken(barred, across, down)] = np.inf
    row, column = np.unravel_index(int(away.argmin()), away.shape)
    if np.isinf(away[row, column]):
        return near
    return float(across[column]), float(down[row])


def _barred(boxes: Floats, size: tuple[float, float], gap: float) -> Floats:
    """Return left, top, right, bottom of where the corner of the new box may not lie."""
    low = boxes[:, :2] - size - gap
    high = boxes[:, :2] + boxes[:, 2:] + gap
    return np.hstack((low, high))


def _taken(barred: Floats, across: Floats, down: Floats) -> Flags:
    """Return for each place of a grid whether it is barred; one row a height."""
    left, top, right, bottom = barred.T
    near = (left < across[-1]) & (right > across[0]) & (top < down[-1]) & (bottom > down[0])
    taken = np.zeros((len(down), len(across)), dtype=np.bool_)
    for box in barred[near]:
        columns = np.searchsorted(across, box[0], "right"), np.searchsorted(across, box[2], "left")
        rows = np.searchsorted(down, box[1], "right"), np.searchsorted(down, box[3], "left")
        taken[rows[0] : rows[1], columns[0] : columns[1]] = True
    return taken


def _beside(boxes: Floats, gap: float) -> tuple[float, float]:
    """Return a place below all boxes."""
    left, top, _, height = area_of(boxes) or (0.0, 0.0, 0.0, 0.0)
    below = np.ceil((top + height + gap) / STEP) * STEP
    return snapped(left, STEP), float(below)
