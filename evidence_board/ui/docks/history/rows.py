"""Painting the rows of the History list: what was done, by whom, when, and in which state."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from evidence_board.project.history import State
from evidence_board.ui.docks.history.steps import BROKEN, META, NOW, Index, StepList
from evidence_board.ui.labels import scaled
from evidence_board.ui.rows.ground import draw_ground, draw_ring
from evidence_board.ui.theme import current_theme, icon
from evidence_board.ui.wording import translate

SIGNS: dict[State, tuple[str, str]] = {
    "done": ("check", "status.ok.text"),
    "undone": ("undo-2", "text.secondary"),
    "abandoned": ("circle-minus", "text.tertiary"),
}
"""The icon of each state and the token of its colour."""
HEIGHT = 42


class StepRows(QStyledItemDelegate):
    """Draws rows of two lines: the label; state, author and time."""

    def __init__(self, parent: QObject) -> None:
        """Draw for a view."""
        super().__init__(parent)
        self._signs: dict[str, QIcon] = {}
        current_theme().changed.connect(self._signs.clear)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row, the same for all."""
        return QSize(option.rect.width(), scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a step."""
        model = index.model()
        step = model.step_at(index.row()) if isinstance(model, StepList) else None
        if step is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        draw_ring(painter, option)
        self._sign(painter, option.rect, step.state, broken=bool(index.data(BROKEN)))
        first, second = _lines(option.rect)
        theme = current_theme()
        caption = theme.font("caption")
        number = f"{step.seq:,}"
        _text(painter, first, number, caption, "text.tertiary", Qt.AlignmentFlag.AlignRight)
        width = QFontMetrics(caption).horizontalAdvance(number)
        first.setRight(first.right() - width - scaled(6))
        if index.data(NOW):
            first.setRight(_chip(painter, first, translate("Step", "Now")))
        font = theme.font("control")
        if index.data(NOW):
            font.setWeight(QFont.Weight.DemiBold)
        ink = "text.primary" if step.state == "done" else "text.tertiary"
        _text(painter, first, str(index.data()), font, ink)
        _text(painter, second, str(index.data(META)), caption, "text.tertiary")
        painter.restore()

    def _sign(self, painter: QPainter, row: QRect, state: State, *, broken: bool) -> None:
        name, color = ("triangle-alert", "status.warn.text") if broken else SIGNS[state]
        if name not in self._signs:
            self._signs[name] = icon(name, color, 14)
        side = scaled(14)
        first, _ = _lines(row)
        top = first.center().y() - side // 2
        self._signs[name].paint(painter, row.left() + scaled(10), top, side, side)


def _lines(row: QRect) -> tuple[QRect, QRect]:
    """Return where the two lines of a row stand."""
    inside = row.adjusted(scaled(32), scaled(4), -scaled(10), -scaled(4))
    middle = inside.top() + inside.height() * 11 // 20
    first = QRect(inside.left(), inside.top(), inside.width(), middle - inside.top())
    second = QRect(inside.left(), middle, inside.width(), inside.bottom() - middle)
    return first, second


def _chip(painter: QPainter, line: QRect, words: str) -> int:
    """Draw a small mark at the end of a line; returns where the room before it ends."""
    theme = current_theme()
    font = theme.font("badge")
    width = QFontMetrics(font).horizontalAdvance(words) + scaled(10)
    height = scaled(15)
    cell = QRect(line.right() - width, line.center().y() - height // 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.color("accent.default")))
    painter.drawRoundedRect(cell, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(QColor(theme.tokens.color("text.onAccent")))
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, words)
    return cell.left() - scaled(6)


def _text(
    painter: QPainter,
    room: QRect,
    words: str,
    font: QFont,
    color: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(current_theme().tokens.color(color)))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)
