"""What is out of focus: a veil of the board's own colour over its card."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.ink import Ink

FAINT = 0.2
"""How much of a card or line out of focus is left to see."""


def veil(painter: QPainter, ink: Ink, kind: str, box: QRectF) -> None:
    """Cover a card in a box of device pixels; high contrast leaves a dashed outline of it."""
    color = QColor(ink.color("surface.board"))
    path = outline(kind, box.adjusted(-1, -1, 1, 1), ink.zoom * ink.ratio)
    if not ink.look.plain:
        color.setAlphaF(1 - FAINT)
    painter.fillPath(path, color)
    if ink.look.plain:
        pen = QPen(ink.color("border.default"), ink.ratio)
        pen.setDashPattern([2, 4])
        painter.strokePath(outline(kind, box, ink.zoom * ink.ratio), pen)
