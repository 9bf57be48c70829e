"""The Issues dock: all that is open, worst first, each with a way to it, a fix, and "not now"."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from evidence_board.analysis.warnings.finding import Finding
from evidence_board.model.project_record import ProjectRecord
from evidence_board.ui.document import Document
from evidence_board.ui.issues.details import IssueDetails
from evidence_board.ui.issues.painting import HEIGHT, IssuePainter
from evidence_board.ui.issues.rows import IssueRows
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.rows.details import panes
from evidence_board.ui.rows.view import RowsView
from evidence_board.ui.theme import current_theme


class IssuesDock(QWidget):
    """The list, the issue that is selected in it, and whether to list what was set aside."""

    counted = Signal(int)
    """How many issues are open now."""

    def __init__(self, document: Document) -> None:
        """Follow the issues of ``document``."""
        super().__init__()
        self.setAccessibleName(self.tr("Issues"))
        self._document = document
        self._watch = document.issues
        self.rows = IssueRows(document.project, self)
        self.list = RowsView(
            self.rows, IssuePainter, name=self.tr("Issues, worst first"), height=HEIGHT
        )
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._enter)
        self.details = IssueDetails(document, self.list)
        self.details.acted.connect(self._return)
        self.aside = QCheckBox()
        self.aside.toggled.connect(self.refresh)
        self._empty = label("", "hint", wrap=True)
        self._empty.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        self._stale = True
        self._build()
        self._watch.changed.connect(self._follow)
        self._watch.looked.connect(self._follow_names)
        current_theme().changed.connect(self._restyle)
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self._empty)
        column.addWidget(panes(self.list, self.details, heights=(360, 300)), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(scaled(12), 0, scaled(12), scaled(8))
        foot.addWidget(self.aside)
        column.addLayout(foot)

    def show_about(self, record: str) -> None:
        """Select the worst issue about a record, where there is one."""
        self.refresh()
        row = self.rows.row_about(record)
        if row >= 0:
            self.list.select(row)

    def step(self, by: int) -> None:
        """Go to the next or the previous issue, round the end, and to what it is about."""
        count = self.rows.rowCount()
        if not count:
            return
        row = (self.list.currentIndex().row() + by) % count
        self.list.select(row)
        self._go(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was found while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Show what is open, keeping the issue that is selected, or else its place."""
        self._stale = False
        before = self.rows.at(self.list.currentIndex().row())
        place = max(self.list.currentIndex().row(), 0)
        found = self._watch.found
        self.rows.show(found, aside=self.aside.isChecked())
        row = self.rows.row_of(before[0].id) if before is not None else -1
        self.list.select(row if row >= 0 else min(place, self.rows.rowCount() - 1))
        self.details.show_issue(self.rows.at(self.list.currentIndex().row()))
        self.aside.setText(self.tr("%n set aside", "", len(found.aside)))
        self.aside.setVisible(bool(found.aside) or self.aside.isChecked())
        self._empty.setText(
            self.tr("No open issues.") if self._watch.current else self.tr("Looking…")
        )
        self._empty.setVisible(not found.open)

    def _follow(self) -> None:
        self.counted.emit(len(self._watch.found.open))
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _follow_names(self) -> None:
        """Tell rows anew: a record may be called otherwise, and the first search may be over."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.details.show_issue(self.rows.at(now.row()))

    def _enter(self, index: QModelIndex) -> None:
        self._go(index.row())

    def _go(self, row: int) -> None:
        """Go to the first record of an issue; the keys stay in the list."""
        found = self.rows.at(row)
        if found is not None:
            self._reveal(found[0])

    def _reveal(self, finding: Finding) -> None:
        record = self._document.project.find(finding.records[0])
        if isinstance(record, ProjectRecord):
            self._document.select(())
        elif record is not None:
            self._document.reveal(record.id)

    def _return(self) -> None:
        """Let the keys be in the list again: the button that was pressed may be gone."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self.list.rescale()
        self.rows.restyle()
