"""What lies under a painted row: that it is selected, or under the pointer, or has the keys."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw the ground of a row; a selected one has an edge too, so that colour is not all."""
    tokens = current_theme().tokens
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(tokens.color("surface.selected")))
        edge = QRect(option.rect.topLeft(), QSize(scaled(3), option.rect.height()))
        painter.fillRect(edge, QColor(tokens.color("accent.default")))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(tokens.color("surface.hover")))


def draw_ring(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw the ring of a row that has the keyboard's focus."""
    if not option.state & QStyle.StateFlag.State_HasFocus:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # nothing beside the row
    painter.setPen(QColor(current_theme().tokens.color("focus.ring")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    painter.restore()
