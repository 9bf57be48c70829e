"""Rows of the Claims list: what stands in them, and how they are painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from evidence_board.analysis.independence import Independence
from evidence_board.analysis.titles import mark_of
from evidence_board.brief.origins import badge
from evidence_board.brief.values import Badge
from evidence_board.model.claim import Claim
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.canvas import signs
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.labels import scaled
from evidence_board.ui.naming import kind_icon
from evidence_board.ui.rows.ground import draw_ground
from evidence_board.ui.theme import current_theme, icon

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class ClaimRow:
    """A row: mark and title, the number at its end, the badge or the line below it."""

    id: str
    icon: tuple[str, str]
    title: str
    number: str
    spoken: str
    badge: Badge | None = None
    below: str = ""
    weak: bool = False


def claim_row(claim: Claim, found: Independence) -> ClaimRow:
    """Return the row of a claim: how few must fall for it to fall."""
    shown = badge(found.origins)
    bare = not found.origins.files and not found.origins.n_max
    cut = "–" if bare or found.cut_any is None else str(found.cut_any)
    title = f"{claim.mark} {' '.join(claim.text.split())}"
    told = tr("smallest cut {0}").format(cut)
    spoken = f"{title}. {shown.text}. {told}."
    weak = not bare and found.cut_any in (0, 1)
    return ClaimRow(claim.id, kind_icon(claim), title, cut, spoken, shown, weak=weak)


def bearing_row(record: Record, claims: Sequence[Claim]) -> ClaimRow:
    """Return the row of what claims fall with: how many these are, and which."""
    if isinstance(record, OriginGroup):
        title, shown = record.label, ("users", "kind.origin")
    else:
        name = record.name if isinstance(record, Source) else ""
        title, shown = f"{mark_of(record)} {name}", kind_icon(record)
    marks = ", ".join(one.mark for one in claims)
    below = tr("fall with it: {0}").format(marks)
    spoken = f"{title}. {len(claims)}. {below}."
    return ClaimRow(record.id, shown, title, str(len(claims)), spoken, below=below)


class RowsModel(QAbstractListModel):
    """The rows, in their order."""

    def __init__(self, parent: QObject) -> None:
        """Have no rows."""
        super().__init__(parent)
        self._rows: tuple[ClaimRow, ...] = ()
        self._places: dict[str, int] = {}

    def show_rows(self, rows: Sequence[ClaimRow]) -> None:
        """Have these rows."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = {row.id: place for place, row in enumerate(self._rows)}
        self.endResetModel()

    def row_at(self, place: int) -> ClaimRow:
        """Return a row by its place."""
        return self._rows[place]

    def place_of(self, id: str) -> int | None:
        """Return the place of a record, None where it has no row."""
        return self._places.get(id)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return {
            Qt.ItemDataRole.DisplayRole: row.title,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            Qt.ItemDataRole.ToolTipRole: row.spoken,
            ROW: row,
        }.get(Qt.ItemDataRole(role) if role < ROW else ROW)


class ClaimRows(QStyledItemDelegate):
    """Draws a title in two lines, the badge below, and the number in a cell at the end."""

    def __init__(self, parent: QObject) -> None:
        """Paint in the colours of the theme."""
        super().__init__(parent)
        self._look: Look | None = None

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(option.rect.width(), scaled(70))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row = index.data(ROW)
        if not isinstance(row, ClaimRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        rect = option.rect.adjusted(scaled(10), scaled(6), -scaled(10), -scaled(4))
        side = scaled(14)
        icon(*row.icon, 14).paint(painter, rect.left(), rect.top() + scaled(2), side, side)
        cell = self._cell(painter, rect, row)
        text = QRect(rect)
        text.setLeft(rect.left() + side + scaled(8))
        text.setRight(cell.left() - scaled(8))
        self._title(painter, text, row.title)
        self._below(painter, text, row)
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRect, row: ClaimRow) -> QRect:
        """Draw the number at the end; a weak claim's is told by its thicker frame too."""
        theme = current_theme()
        font = theme.font("meta")
        width = max(scaled(20), QFontMetrics(font).horizontalAdvance(row.number) + scaled(10))
        cell = QRect(rect.right() - width, rect.top(), width, scaled(20))
        border = "status.warn.border" if row.weak else "border.strong"
        painter.setPen(QPen(QColor(theme.tokens.color(border)), 2 if row.weak else 1))
        ground = "status.warn.bg" if row.weak else "surface.card"
        painter.setBrush(QColor(theme.tokens.color(ground)))
        painter.drawRoundedRect(cell, scaled(4), scaled(4))
        painter.setFont(font)
        ink = "status.warn.text" if row.weak else "text.primary"
        painter.setPen(QColor(theme.tokens.color(ink)))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, row.number)
        return cell

    def _title(self, painter: QPainter, text: QRect, title: str) -> None:
        theme = current_theme()
        font = theme.font("control")
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens.color("text.primary")))
        metrics = QFontMetrics(font)
        words = title.split()
        first = ""
        while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= text.width():
            first = f"{first} {words.pop(0)}".strip()
        if not first:
            first = metrics.elidedText(title, Qt.TextElideMode.ElideRight, text.width())
            words = []
        second = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, text.width())
        for place, line in enumerate((first, second)):
            painter.drawText(
                QRect(text.left(), text.top() + place * scaled(17), text.width(), scaled(17)),
                Qt.AlignmentFlag.AlignVCenter,
                line,
            )

    def _below(self, painter: QPainter, text: QRect, row: ClaimRow) -> None:
        theme = current_theme()
        top = text.top() + scaled(37)
        if row.badge is None:
            painter.setFont(theme.font("caption"))
            painter.setPen(QColor(theme.tokens.color("text.tertiary")))
            metrics = QFontMetrics(theme.font("caption"))
            told = metrics.elidedText(row.below, Qt.TextElideMode.ElideRight, text.width())
            place = QRect(text.left(), top, text.width(), scaled(18))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, told)
            return
        painter.setClipRect(QRectF(text.left(), top, text.width() + scaled(30), scaled(24)))
        painter.translate(text.left(), top)
        painter.scale(theme.scale, theme.scale)
        ink = Ink(painter, self._look_now(), "near", 1.0, theme.scale)
        signs.origin_badge(ink, 0.0, 0.0, row.badge)

    def _look_now(self) -> Look:
        """Return the look of the theme as it is now; kept until that changes."""
        tokens = current_theme().tokens
        if self._look is None or self._look.tokens is not tokens:
            self._look = Look(tokens, Lettering(tokens))
        return self._look
