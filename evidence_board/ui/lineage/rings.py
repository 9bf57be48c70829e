"""What lies over the drawing of Lineage: rings of what is picked or has the focus, a line drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from evidence_board.ui.canvas.ink import Ink, rounded


def paint_picked(ink: Ink, place: QRectF, *, port: bool) -> None:
    """Draw the ring of a picked station, and at its end the dot from which a line is drawn."""
    ring = rounded(place.adjusted(-4, -4, 4, 4), 10 * ink.zoom)
    ink.shape(ring, None, "accent.default", 2.0)
    if port:
        dot = QPainterPath()
        dot.addEllipse(QPointF(place.right(), place.center().y()), 5, 5)
        ink.shape(dot, "surface.card", "accent.default", 1.5)


def paint_focus(ink: Ink, place: QRectF) -> None:
    """Draw the dashed ring of the keyboard."""
    ring = rounded(place.adjusted(-7, -7, 7, 7), 12 * ink.zoom)
    ink.shape(ring, None, "focus.ring", 2.0, (6.0, 4.0))


def paint_aim(ink: Ink, start: QRectF, aim: QPointF, target: QRectF | None) -> None:
    """Draw a line that is being drawn or led elsewhere, and what it would reach."""
    pen = QPen(ink.color("accent.default"), 2.0, Qt.PenStyle.DashLine)
    ink.painter.setPen(pen)
    ink.painter.drawLine(QPointF(start.right(), start.center().y()), aim)
    if target is not None:
        ring = rounded(target.adjusted(-6, -6, 6, 6), 12 * ink.zoom)
        ink.shape(ring, None, "accent.default", 2.0)
