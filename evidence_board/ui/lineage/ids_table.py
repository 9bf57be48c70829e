"""A table below the drawing of Lineage: each row stands for some of its stations."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from evidence_board.ui.theme import current_theme

MOST_ROWS = 60
_IDS = Qt.ItemDataRole.UserRole


class IdsTable(QTreeWidget):
    """Rows that lead to stations, and are acted on by Enter or a double click."""

    pointed = Signal(object)
    """The ids of the row that became current."""
    entered_ids = Signal(object)
    """The ids of a row that a person activated."""

    def __init__(self, name: str, columns: Sequence[str]) -> None:
        """Be called ``name`` and show no rows yet."""
        super().__init__()
        self.setProperty("role", "rows")
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(name)
        self.setHeaderLabels(list(columns))
        current_theme().changed.connect(self.restyle)
        self.currentItemChanged.connect(self._point)
        self.itemDoubleClicked.connect(lambda row, _column: self.entered_ids.emit(_ids(row)))

    def restyle(self) -> None:
        """Draw icons and verdicts in the colours of the theme."""
        raise NotImplementedError

    def fill(self, rows: Iterable[tuple[tuple[str, ...], QTreeWidgetItem]]) -> None:
        """Show these rows with their ids, the current one kept where it is still there."""
        row = self.currentItem()
        kept = _ids(row) if row is not None else None
        self.blockSignals(True)
        self.clear()
        for ids, made in rows:
            made.setData(0, _IDS, list(ids))
            self.addTopLevelItem(made)
            if ids == kept:
                self.setCurrentItem(made)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a row by Enter."""
        row = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.entered_ids.emit(_ids(row))
        else:
            super().keyPressEvent(event)

    def _point(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.pointed.emit(_ids(row))


def _ids(row: QTreeWidgetItem) -> tuple[str, ...]:
    return tuple(row.data(0, _IDS))
