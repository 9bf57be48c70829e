"""The ground of cards and forms that stand beside the text."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from evidence_board.ui.theme import Theme


def paint_paper(widget: QWidget, theme: Theme, border: str, width: float) -> None:
    """Paint a rounded card over a widget, with a border in a colour token; call while painting."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens.color(border)), width * theme.scale))
    painter.setBrush(QColor(theme.tokens.color("surface.card")))
    inset = width * theme.scale / 2
    radius = theme.tokens.length("radius.panel") * theme.scale
    box = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius, radius)
