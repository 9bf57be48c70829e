"""Painting the rows of the Sources list: headings with counts, names with grades."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from evidence_board.ui.fonts import mono_font
from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme

ID = Qt.ItemDataRole.UserRole
"""The id of the source; nothing on a heading."""
MORE = Qt.ItemDataRole.UserRole + 1
"""The second line of a source, the remark of a heading."""
GRADE = Qt.ItemDataRole.UserRole + 2
COUNT = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


class SourceRows(QStyledItemDelegate):
    """Draws rows 26 or 42 high, as they have one line or two."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        two_lines = bool(index.data(ID)) and bool(index.data(MORE))
        return QSize(option.rect.width(), scaled(42 if two_lines else 26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a heading or a source."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(ID):
            self._ground(painter, option)
            self._source(painter, option.rect, index)
        else:
            self._heading(painter, option, index)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens = current_theme().tokens
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.color("surface.selected")))
            edge = QRect(option.rect.topLeft(), QSize(scaled(3), option.rect.height()))
            painter.fillRect(edge, QColor(tokens.color("accent.default")))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tokens.color("surface.hover")))

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        rect = option.rect.adjusted(scaled(10), 0, -scaled(10), 0)
        folded = not option.state & QStyle.StateFlag.State_Open
        arrow = theme.icon("chevron-right" if folded else "chevron-down", size=14)
        side = scaled(14)
        arrow.paint(painter, rect.left(), rect.center().y() - side // 2, side, side)
        font = theme.font("meta")
        font.setWeight(font.Weight.DemiBold)
        left = rect.left() + side + scaled(6)
        width = _text(painter, left, rect, str(index.data()), font, "text.primary")
        left += width + scaled(6)
        count, meta = str(index.data(COUNT)), theme.font("meta")
        left += _text(painter, left, rect, count, meta, "text.tertiary") + scaled(6)
        meaning, caption = str(index.data(MORE)), theme.font("caption")
        right = rect.right() - QFontMetrics(caption).horizontalAdvance(meaning)
        if right >= left:  # else it would lie over the count
            _text(painter, right, rect, meaning, caption, "text.tertiary")

    def _source(self, painter: QPainter, row: QRect, index: Index) -> None:
        theme = current_theme()
        rect = row.adjusted(scaled(10), 0, -scaled(10), 0)
        side = scaled(14)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        more = str(index.data(MORE) or "")
        first = rect.adjusted(side + scaled(8), 0, 0, 0)
        if more:
            first.setHeight(row.height() // 2 + scaled(3))
            first.translate(0, scaled(2))
        if isinstance(icon, QIcon):
            icon.paint(painter, rect.left(), first.center().y() - side // 2, side, side)
        right = _grade(painter, rect, first.center().y(), str(index.data(GRADE) or ""))
        right = self._count(painter, first, right, str(index.data(COUNT) or ""))
        font = theme.font("control")
        room = right - scaled(6) - first.left()
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens.color("text.primary")))
        name = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, name)
        if more:
            second = QRect(first.left(), first.bottom() - scaled(3), room, scaled(17))
            painter.setFont(theme.font("caption"))
            painter.setPen(QColor(theme.tokens.color("text.tertiary")))
            metrics = QFontMetrics(theme.font("caption"))
            told = metrics.elidedText(more, Qt.TextElideMode.ElideRight, room)
            painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, told)

    def _count(self, painter: QPainter, row: QRect, right: int, count: str) -> int:
        """Draw a number before the grade; returns where the room for the name ends."""
        if not count:
            return right
        font = current_theme().font("meta")
        width = QFontMetrics(font).horizontalAdvance(count)
        left = right - scaled(6) - width
        _text(painter, left, row, count, font, "text.tertiary")
        return left


def _grade(painter: QPainter, row: QRect, middle: int, letter: str) -> int:
    """Draw the reliability in a cell at the end of a row; returns where the cell begins."""
    tokens = current_theme().tokens
    width, height = scaled(16), scaled(18)
    cell = QRect(row.right() - width, middle - height // 2, width, height)
    ink = QColor(tokens.color("text.secondary"))
    pen = QPen(ink if letter else QColor(tokens.color("border.strong")), 1)
    if not letter:
        pen.setDashPattern([2.5, 2.0])
    painter.setPen(pen)
    painter.setBrush(ink if letter else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cell, scaled(3), scaled(3))
    painter.setFont(mono_font(current_theme().scale, 11, 600))
    painter.setPen(QColor(tokens.color("surface.panel" if letter else "text.tertiary")))
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, letter or "–")
    return cell.left()


def _text(
    painter: QPainter, left: int, row: QRect, words: str, font: QFont, color_token: str
) -> int:
    """Draw words from ``left`` on; returns their width."""
    painter.setFont(font)
    painter.setPen(QColor(current_theme().tokens.color(color_token)))
    width = QFontMetrics(font).horizontalAdvance(words)
    painter.drawText(
        QRect(left, row.top(), width + 2, row.height()), Qt.AlignmentFlag.AlignVCenter, words
    )
    return width
