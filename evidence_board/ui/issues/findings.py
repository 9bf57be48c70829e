"""A list of findings and the one that is selected in it, for the Issues dock and the brief."""

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QWidget

from evidence_board.commands.issues import Issues
from evidence_board.model.project_record import ProjectRecord
from evidence_board.ui.document import Document
from evidence_board.ui.issues.details import IssueDetails
from evidence_board.ui.issues.painting import HEIGHT, IssuePainter
from evidence_board.ui.issues.rows import IssueRows
from evidence_board.ui.rows.view import RowsView
from evidence_board.ui.theme import current_theme


class Findings(QObject):
    """Keeps the list, its rows and the details of one row together; a parent lays them out."""

    def __init__(self, document: Document, name: str, parent: QWidget) -> None:
        """List nothing yet, under a ``name``."""
        super().__init__(parent)
        self._document = document
        self.rows = IssueRows(document.project, self)
        self.list = RowsView(self.rows, IssuePainter, name=name, height=HEIGHT)
        self.details = IssueDetails(document, self.list)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(lambda index: self.go(index.row()))
        self.details.acted.connect(self._return)
        current_theme().changed.connect(self._restyle)

    def show_issues(self, issues: Issues, *, aside: bool) -> None:
        """Show these issues, keeping the one that is selected, or else its place."""
        current = self.list.currentIndex().row()
        before = self.rows.at(current)
        self.rows.show(issues, aside=aside)
        row = self.rows.row_of(before[0].id) if before is not None else -1
        self.list.select(row if row >= 0 else min(max(current, 0), self.rows.rowCount() - 1))
        self.details.show_issue(self.rows.at(self.list.currentIndex().row()))

    def go(self, row: int) -> None:
        """Go to the first record of an issue; the keys stay in the list."""
        found = self.rows.at(row)
        record = self._document.project.find(found[0].records[0]) if found is not None else None
        if isinstance(record, ProjectRecord):
            self._document.select(())
        elif record is not None:
            self._document.lead_to(record.id)

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.details.show_issue(self.rows.at(now.row()))

    def _return(self) -> None:
        """Let the keys be in the list again: the button that was pressed may be gone."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self.list.rescale()
        self.rows.restyle()
