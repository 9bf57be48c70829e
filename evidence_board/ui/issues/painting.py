"""Painting the rows of the Issues list: a sign, how bad it is, the sentence in two lines."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from evidence_board.analysis.warnings import rules
from evidence_board.analysis.warnings.finding import Finding, Severity
from evidence_board.ui.issues.rows import ASIDE, ISSUE, META, Index
from evidence_board.ui.labels import scaled
from evidence_board.ui.rows.ground import draw_ground, draw_ring
from evidence_board.ui.theme import current_theme, icon

SIGNS: Mapping[Severity, tuple[str, str]] = {
    "broken": ("octagon-alert", "status.error.text"),
    "held back": ("lock", "status.error.text"),
    "doubtful": ("triangle-alert", "status.warn.text"),
    "unfinished": ("pencil", "text.secondary"),
    "to know": ("info", "text.secondary"),
}
"""The icon of each severity and the token of its colour."""
_ASIDE = ("clock", "text.tertiary")
HEIGHT = 60
_LINES = 2


class IssuePainter(QStyledItemDelegate):
    """Draws rows of three lines: how bad it is, and the sentence in two."""

    def __init__(self, parent: QObject) -> None:
        """Draw for a view."""
        super().__init__(parent)
        self._signs: dict[tuple[str, str], QIcon] = {}
        current_theme().changed.connect(self._signs.clear)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row, the same for all."""
        return QSize(option.rect.width(), scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an issue."""
        finding = index.data(ISSUE)
        if not isinstance(finding, Finding):
            return
        aside = index.data(ASIDE) is not None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        draw_ring(painter, option)
        sign = _ASIDE if aside else SIGNS[rules.severity(finding)]
        self._sign(painter, option.rect, sign)
        inside = option.rect.adjusted(scaled(32), scaled(4), -scaled(10), -scaled(3))
        theme = current_theme()
        caption, ink = theme.font("caption"), "text.tertiary" if aside else "text.primary"
        painter.setFont(caption)
        painter.setPen(QColor(theme.tokens.color("text.secondary")))
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop, str(index.data(META)))
        inside.setTop(inside.top() + QFontMetrics(caption).lineSpacing())
        _paragraph(painter, inside, str(index.data()), theme.font("control"), ink)
        painter.restore()

    def _sign(self, painter: QPainter, row: QRect, sign: tuple[str, str]) -> None:
        if sign not in self._signs:
            self._signs[sign] = icon(*sign, 14)
        side = scaled(14)
        self._signs[sign].paint(painter, row.left() + scaled(10), row.top() + scaled(5), side, side)


def _paragraph(painter: QPainter, room: QRect, words: str, font: QFont, color: str) -> None:
    """Draw words in two lines; what has no room ends with an ellipsis."""
    painter.setPen(QColor(current_theme().tokens.color(color)))
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeading))
    metrics = QFontMetrics(font)
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        place = QPointF(room.left(), room.top() + number * metrics.lineSpacing())
        if number == _LINES - 1:
            rest = metrics.elidedText(
                words[line.textStart() :], Qt.TextElideMode.ElideRight, room.width()
            )
            painter.setFont(font)
            painter.drawText(QPointF(place.x(), place.y() + metrics.ascent()), rest)
        else:
            line.draw(painter, place)
    layout.endLayout()
