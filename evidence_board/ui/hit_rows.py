"""Painting the hits of the find field: what was found, and the passage with the words marked.

Marked words are bold and underlined, so that they are told apart without colour; all is plain text.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from evidence_board.ui.hits import Hit, Span
from evidence_board.ui.labels import scaled
from evidence_board.ui.rows.ground import draw_ground
from evidence_board.ui.theme import current_theme, icon

HIT = Qt.ItemDataRole.UserRole
ONE_LINE, TWO_LINES = 28, 46
Index = QModelIndex | QPersistentModelIndex


class HitRows(QStyledItemDelegate):
    """Draws hits in one line, or two where there is a passage."""

    def __init__(self, parent: QObject) -> None:
        """Draw for a list."""
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        hit = index.data(HIT)
        lines = TWO_LINES if isinstance(hit, Hit) and hit.passage else ONE_LINE
        return QSize(option.rect.width(), scaled(lines))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a hit."""
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            return
        painter.save()
        painter.setClipRect(option.rect)
        if hit.key:
            draw_ground(painter, option)
        row = option.rect.adjusted(scaled(10), scaled(3), -scaled(10), -scaled(3))
        first = QRect(row)
        if hit.passage:
            first.setHeight(row.height() // 2)
        _icon(painter, first, hit)
        first.setLeft(first.left() + scaled(24))
        _heading(painter, first, hit)
        if hit.passage:
            below = QRect(first.left(), first.bottom() + 1, first.width(), row.height() // 2)
            _passage(painter, below, hit)
        painter.restore()


def _icon(painter: QPainter, line: QRect, hit: Hit) -> None:
    if hit.icon:
        side = scaled(16)
        top = line.center().y() - side // 2
        icon(hit.icon).paint(painter, line.left(), top, side, side)


def _heading(painter: QPainter, line: QRect, hit: Hit) -> None:
    """Draw what was found, and more about it at the end of the line."""
    theme = current_theme()
    caption = theme.font("caption")
    room = QRect(line)
    if hit.more:
        painter.setFont(caption)
        painter.setPen(QColor(theme.tokens.color("text.tertiary")))
        most = line.width() // 2
        more = QFontMetrics(caption).elidedText(hit.more, Qt.TextElideMode.ElideRight, most)
        sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, sides, more)
        room.setRight(line.right() - QFontMetrics(caption).horizontalAdvance(more) - scaled(8))
    font = theme.font("control" if hit.key else "meta")
    painter.setFont(font)
    painter.setPen(QColor(theme.tokens.color("text.primary" if hit.key else "text.secondary")))
    shown = QFontMetrics(font).elidedText(hit.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _passage(painter: QPainter, line: QRect, hit: Hit) -> None:
    theme = current_theme()
    font = theme.font("meta")
    text, marks = _fitted(hit, font, line.width())
    layout = QTextLayout(text, font)
    marked = QTextCharFormat()
    marked.setFontWeight(QFont.Weight.Bold)
    marked.setFontUnderline(True)
    marked.setForeground(QColor(theme.tokens.color("text.primary")))
    layout.setFormats([_range(text, *mark, marked) for mark in marks])
    layout.beginLayout()
    drawn = layout.createLine()
    drawn.setNumColumns(_units(text, len(text)))
    layout.endLayout()
    painter.setPen(QColor(theme.tokens.color("text.secondary")))
    layout.draw(painter, QPointF(line.left(), line.top()))


def _fitted(hit: Hit, font: QFont, room: int) -> tuple[str, list[Span]]:
    """Return as much of a passage as there is room for, the first marked words among it."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    wide = QFontMetrics(bold)
    text, begin = hit.passage, 0
    if hit.marks:
        first = hit.marks[0]
        while begin < first[0] and wide.horizontalAdvance(text[begin : first[1]]) > room * 0.7:
            begin += 8
        begin = min(begin, first[0])
    starts = "…" if begin else ""
    rest = starts + text[begin:]
    shown = wide.elidedText(rest, Qt.TextElideMode.ElideRight, room)
    kept = len(rest) if shown == rest else max(len(shown) - 1, 0)
    moved = len(starts) - begin
    marks = [(one + moved, min(two + moved, kept)) for one, two in hit.marks]
    return shown, [(one, two) for one, two in marks if len(starts) <= one < two]


def _range(text: str, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a format for a part of a text; Qt counts in units of UTF-16."""
    made = QTextLayout.FormatRange()
    made.start = _units(text, start)
    made.length = _units(text, end) - made.start
    made.format = form
    return made


def _units(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
