"""The table of what falls if these fall: the cuts of a chart, the smallest first."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from evidence_board.analysis.falls import Fall
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.document import Document
from evidence_board.ui.labels import scaled
from evidence_board.ui.naming import kind_icon
from evidence_board.ui.theme import current_theme, icon

MOST_ROWS = 60
LEAST_NAMES = 150
"""How wide the names are at least, px at 100 %."""
_TAKEN = Qt.ItemDataRole.UserRole
_MOST_BOXES = 8
_DISCS = {"low": "disc-ring", "moderate": "disc-half", "high": "disc-full"}


class FallsTable(QTreeWidget):
    """One row for what is taken away together; a row leads to it in the chart."""

    pointed = Signal(object)
    """The ids of the row that became current."""
    tried = Signal(object)
    """The ids of a row that a person activated: try the board without them."""

    def __init__(self, document: Document) -> None:
        """Show no rows yet."""
        super().__init__()
        self._document = document
        self._falls: tuple[Fall, ...] = ()
        self.setProperty("role", "rows")
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("What falls if these fall"))
        self.setHeaderLabels(
            [
                self.tr("Size"),
                self.tr("Taken away"),
                self.tr("Sources left without origin"),
                self.tr("Origins left"),
                self.tr("Claim"),
                self.tr("Confidence cap"),
            ]
        )
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        current_theme().changed.connect(self._restyle)
        self.currentItemChanged.connect(self._point)
        self.itemDoubleClicked.connect(lambda row, _column: self._try(row))

    def show_falls(self, falls: Sequence[Fall]) -> None:
        """Show these rows, the current one kept where it is still there."""
        if tuple(falls) == self._falls and self.topLevelItemCount():
            return
        self._falls = tuple(falls)
        row = self.currentItem()
        kept = row.data(0, _TAKEN) if row is not None else None
        self.blockSignals(True)
        self.clear()
        for fall in self._falls[:MOST_ROWS]:
            made = self._row(fall)
            self.addTopLevelItem(made)
            if kept is not None and tuple(kept) == fall.taken:
                self.setCurrentItem(made)
        self.blockSignals(False)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Try a row by Enter."""
        row = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._try(row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the figures leave, but never too little to be read."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        others = sum(self.columnWidth(place) for place in (0, 2, 3, 4, 5))
        room = self.viewport().width() - others
        self.header().resizeSection(1, max(room, scaled(LEAST_NAMES)))

    def _restyle(self) -> None:
        """Draw icons and verdicts in the colours of the theme."""
        falls, self._falls = self._falls, ()
        self.show_falls(falls)

    def _row(self, fall: Fall) -> QTreeWidgetItem:
        span = str(fall.n_min) if fall.n_min == fall.n_max else f"{fall.n_min}–{fall.n_max}"
        verdict = self.tr("✓ stands") if fall.stands else self.tr("✕ falls")
        row = QTreeWidgetItem(
            [
                str(len(fall.taken)),
                " + ".join(self._names(fall.taken)),
                self._lost(fall),
                span,
                verdict,
                fall.cap or self.tr("none"),
            ]
        )
        row.setData(0, _TAKEN, list(fall.taken))
        record = self._document.project.find(fall.taken[0])
        shown = kind_icon(record) if isinstance(record, Source) else ("users", "kind.origin")
        row.setIcon(1, icon(*shown, 14))
        if fall.cap is not None:
            row.setIcon(5, icon(_DISCS[fall.cap], "text.primary", 14))
        if not fall.stands:
            row.setForeground(4, QColor(current_theme().tokens.color("status.error.text")))
        return row

    def _lost(self, fall: Fall) -> str:
        told = self.tr("{lost} of {all}").format(lost=fall.lost, all=fall.sources)
        if fall.sources > _MOST_BOXES:
            return told
        return f"{'■' * fall.lost}{'□' * (fall.sources - fall.lost)}  {told}"

    def _names(self, ids: Iterable[str]) -> Iterable[str]:
        for one in ids:
            record = self._document.project.find(one)
            if isinstance(record, OriginGroup):
                yield record.label
            elif isinstance(record, Source):
                yield f"{record.mark} {record.name}"

    def _point(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.pointed.emit(tuple(row.data(0, _TAKEN)))

    def _try(self, row: QTreeWidgetItem) -> None:
        self.tried.emit(tuple(row.data(0, _TAKEN)))
