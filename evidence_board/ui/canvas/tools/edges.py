"""Which cards give guides, from how far, and those that the edge of a resized card meets."""

from collections.abc import Iterator

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.rows import among
from evidence_board.ui.canvas.tools.guides import SAME, guide_line
from evidence_board.ui.canvas.workspace import Workspace

_REACH = 6.0
_GUIDES_FROM = 0.4
"""Below this zoom guides would tie every card to every other."""


def resting(space: Workspace, rows: Ints) -> Floats:
    """Return the boxes in sight that may give guides: of all cards but these."""
    viewport = space.camera.viewport
    if viewport.zoom < _GUIDES_FROM or not space.document.snapping.objects:
        return np.zeros((0, 4))
    seen = space.sheet.layout.cards_in(viewport.area)
    boxes: Floats = space.sheet.layout.boxes[seen[~among(seen, rows)]]
    return boxes


class Resting:
    """The same boxes all through a drag, looked for anew when the window has moved."""

    def __init__(self, space: Workspace, rows: Ints) -> None:
        self._space = space
        self._rows = rows
        self._known: tuple[object, Floats] | None = None

    def boxes(self) -> Floats:
        """Return the boxes that may give guides now."""
        asked = self._space.camera.viewport, self._space.document.snapping
        if self._known is None or self._known[0] != asked:
            self._known = asked, resting(self._space, self._rows)
        return self._known[1]


def reach_at(zoom: float) -> float:
    """Return how far off, in px of the board, guides draw what is dragged."""
    return _REACH / max(zoom, 1.0)


def nearest_edge(value: float, others: Floats, axis: int, zoom: float) -> float | None:
    """Return the edge of another box that a dragged edge is near on an axis, None without one."""
    if not len(others):
        return None
    edges = np.concatenate((others[:, axis], others[:, axis] + others[:, axis + 2]))
    best = float(edges[np.abs(edges - value).argmin()])
    return best if abs(best - value) <= reach_at(zoom) else None


def met(
    box: Area, others: Floats, axes: tuple[float | None, float | None]
) -> tuple[tuple[float, float, float, float], ...]:
    """Return guides along the edges at these places (None: it does not move) that others share."""
    return tuple(_met(box, others, axes))


def _met(
    box: Area, others: Floats, axes: tuple[float | None, float | None]
) -> Iterator[tuple[float, float, float, float]]:
    for axis, value in enumerate(axes):
        if value is None or not len(others):
            continue
        starts, ends = others[:, axis], others[:, axis] + others[:, axis + 2]
        same = (np.abs(starts - value) < SAME) | (np.abs(ends - value) < SAME)
        if same.any():
            yield guide_line(axis, value, np.vstack((others[same], box)))
