"""The Issues dock: all that is open, worst first, each with a way to it, a fix, and "not now"."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from evidence_board.ui.document import Document
from evidence_board.ui.issues.findings import Findings
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.rows.details import panes


class IssuesDock(QWidget):
    """The list, the issue that is selected in it, and whether to list what was set aside."""

    def __init__(self, document: Document) -> None:
        """Follow the issues of ``document``."""
        super().__init__()
        self.setAccessibleName(self.tr("Issues"))
        self._document = document
        self._watch = document.issues
        self.findings = Findings(document, self.tr("Issues, worst first"), self)
        self.rows, self.list = self.findings.rows, self.findings.list
        self.details = self.findings.details
        self.aside = QCheckBox()
        self.aside.toggled.connect(self.refresh)
        self._empty = label("", "hint", wrap=True)
        self._empty.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        self._stale = True
        self._build()
        self._watch.looked.connect(self._follow)
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
        self.findings.go(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was found while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Show what is open, keeping the issue that is selected, or else its place."""
        self._stale = False
        found = self._watch.found
        self.findings.show_issues(found, aside=self.aside.isChecked())
        self.aside.setText(self.tr("%n set aside", "", len(found.aside)))
        self.aside.setVisible(bool(found.aside) or self.aside.isChecked())
        self._empty.setText(
            self.tr("No open issues.") if self._watch.current else self.tr("Looking…")
        )
        self._empty.setVisible(not found.open)

    def _follow(self) -> None:
        """Show what a search found; names too may have changed, and the first search be over."""
        self._stale = True
        if self.isVisible():
            self.refresh()
