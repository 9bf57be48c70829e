"""The dots of the grid."""

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QRect
from PySide6.QtGui import QPainter, QPen, QPolygonF

from evidence_board.ui.canvas.geometry import Floats
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.viewport import Viewport

GRID = 24.0
DOTS_FROM = 0.5
"""From which zoom on they show."""


def paint_dots(
    painter: QPainter, part: QRect, origin: tuple[int, int], viewport: Viewport, look: Look
) -> None:
    """Draw the dots in a part of a window; ``origin`` is its corner on the scaled board."""
    step = GRID * viewport.factor * viewport.ratio
    left, top = origin
    columns = np.arange(np.floor((part.left() + left) / step), (part.right() + left) / step + 1)
    rows = np.arange(np.floor((part.top() + top) / step), (part.bottom() + top) / step + 1)
    spots = np.empty((len(rows), len(columns), 2))
    spots[:, :, 0] = np.rint(columns * step) - left + 0.5
    spots[:, :, 1] = (np.rint(rows * step) - top + 0.5)[:, None]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    width = max(round(viewport.scale * viewport.ratio * 1.2), 1)
    painter.setPen(QPen(look.color("surface.boardDot"), width))
    painter.drawPoints(_points(spots.reshape(-1, 2)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _points(spots: Floats) -> QPolygonF:
    """Return points as Qt stores them, without a loop."""
    stored = len(spots).to_bytes(4, "big") + spots.astype(">f8").tobytes()
    points = QPolygonF()
    QDataStream(QByteArray(stored)) >> points
    return points
