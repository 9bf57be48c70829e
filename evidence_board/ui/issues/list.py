"""The list of issues: a table of one column, which lays out any number of rows at once."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from evidence_board.ui.issues.painting import HEIGHT, IssuePainter
from evidence_board.ui.issues.rows import IssueRows
from evidence_board.ui.labels import scaled

_Move = QAbstractItemView.CursorAction


class IssueList(QTableView):
    """Shows issues; one is selected, keys go through them as in a list."""

    def __init__(self, rows: IssueRows) -> None:
        """Show ``rows``."""
        super().__init__()
        self.setProperty("role", "rows")
        self.setProperty("focusRing", False)  # the rows draw their own
        self.setAccessibleName(self.tr("Issues, worst first"))
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
        self.setItemDelegate(IssuePainter(self))
        self.setModel(rows)

    def rescale(self) -> None:
        """Take the height of rows at the scale of the interface."""
        self.verticalHeader().setMinimumSectionSize(scaled(HEIGHT))
        self.verticalHeader().setDefaultSectionSize(scaled(HEIGHT))

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End lead to the first and the last row: there is one column only."""
        last = self.model().rowCount() - 1
        if action == _Move.MoveHome:
            return self.model().index(0, 0)
        if action == _Move.MoveEnd:
            return self.model().index(last, 0)
        return super().moveCursor(action, modifiers)
