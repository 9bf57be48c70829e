"""The table of independence: each two origins of a claim, what was judged of them and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from evidence_board.analysis.titles import origin_named
from evidence_board.analysis.verdicts import Paired
from evidence_board.ui.document import Document
from evidence_board.ui.labels import plain_tip
from evidence_board.ui.theme import current_theme, icon

_IDS = Qt.ItemDataRole.UserRole
MOST_ROWS = 60


class PairsTable(QTreeWidget):
    """One row for each two origins, those first that nobody has judged."""

    pointed = Signal(object)
    """The ids of the row that became current."""
    asked = Signal(object)
    """The ids of a row that a person activated: judge these two."""

    def __init__(self, document: Document) -> None:
        """Show no rows yet."""
        super().__init__()
        self._document = document
        self._pairs: tuple[Paired, ...] = ()
        self._stale = False
        self.setProperty("role", "rows")
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Independence of the origins"))
        self.setHeaderLabels(
            [self.tr("One origin"), self.tr("The other"), self.tr("Independence"), self.tr("Why")]
        )
        head = self.header()
        head.setStretchLastSection(True)
        for place in range(3):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        current_theme().changed.connect(self._restyle)
        self.currentItemChanged.connect(self._point)
        self.itemDoubleClicked.connect(lambda row, _column: self.asked.emit(tuple(_ids(row))))

    def show_pairs(self, pairs: Sequence[Paired]) -> None:
        """Show these rows, the current one kept where it is still there."""
        self._pairs = tuple(pairs)
        self._stale = not self.isVisible()
        if not self._stale:
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows that were told of while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._fill()

    def _fill(self) -> None:
        row = self.currentItem()
        kept = _ids(row) if row is not None else []
        self.blockSignals(True)
        self.clear()
        for pair in self._pairs[:MOST_ROWS]:
            made = self._row(pair)
            self.addTopLevelItem(made)
            if _ids(made) == kept:
                self.setCurrentItem(made)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge a row by Enter."""
        row = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.asked.emit(tuple(_ids(row)))
        else:
            super().keyPressEvent(event)

    def _row(self, pair: Paired) -> QTreeWidgetItem:
        project = self._document.project
        words = {
            None: self.tr("? not judged"),
            "assumed": self.tr("≈ assumed"),
            "shown": self.tr("✓ shown"),
        }
        names = [origin_named(one, project) for one in (pair.one, pair.other)]
        row = QTreeWidgetItem([*names, words[pair.verdict], pair.reason])
        row.setData(0, _IDS, [pair.one, pair.other])
        row.setToolTip(3, plain_tip(pair.reason))
        for place in (0, 1):
            row.setIcon(place, icon("users", "kind.origin", 14))
        if pair.verdict != "shown":
            row.setForeground(2, QColor(current_theme().tokens.color("status.warn.text")))
        return row

    def _restyle(self) -> None:
        """Draw icons and verdicts in the colours of the theme."""
        self.show_pairs(self._pairs)

    def _point(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.pointed.emit(tuple(_ids(row)))


def _ids(row: QTreeWidgetItem) -> list[str]:
    return list(row.data(0, _IDS))
