"""A list as a table of one column, since that lays out any number of rows at once.

Qt's own list asks the model for each row before it shows the first.
"""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from evidence_board.ui.labels import scaled

_Move = QAbstractItemView.CursorAction


class RowsView(QTableView):
    """Shows rows of one height; one is selected, keys go through them as in a list."""

    def __init__(
        self,
        rows: QAbstractItemModel,
        painter: type[QStyledItemDelegate],
        *,
        name: str,
        height: int,
    ) -> None:
        """Show ``rows``, drawn by a ``painter``, each of so many px at 100 %."""
        super().__init__()
        self._height = height
        self.setProperty("role", "rows")
        self.setProperty("focusRing", False)  # the rows draw their own
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.rescale()
        self.setItemDelegate(painter(self))
        self.setModel(rows)

    def rescale(self) -> None:
        """Take the height of rows at the scale of the interface."""
        self.verticalHeader().setMinimumSectionSize(scaled(self._height))
        self.verticalHeader().setDefaultSectionSize(scaled(self._height))

    def select(self, row: int) -> None:
        """Select a row; one that is not there selects nothing."""
        self.selectionModel().setCurrentIndex(
            self.model().index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End lead to the first and the last row: there is one column only."""
        last = self.model().rowCount() - 1
        if action == _Move.MoveHome:
            return self.model().index(0, 0)
        if action == _Move.MoveEnd:
            return self.model().index(last, 0)
        return super().moveCursor(action, modifiers)
