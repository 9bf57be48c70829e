"""The panels at the left of a project: claims, sources, outline, history, issues."""

from PySide6.QtCore import Qt

from evidence_board.ui.docks.claims import ClaimsList
from evidence_board.ui.docks.history.dock import History
from evidence_board.ui.docks.outline import Outline
from evidence_board.ui.docks.sources import SourcesList, add_button
from evidence_board.ui.document import Document
from evidence_board.ui.issues.dock import IssuesDock
from evidence_board.ui.later import Later
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.side_tabs import SideTabs


class LeftPanels(SideTabs):
    """Shows one of the panels; History and Issues are made when they are first asked for."""

    def __init__(self, document: Document, settings: SettingsFile, board_id: str) -> None:
        """Show the sources of ``document``; the outline is that of a board."""
        super().__init__()
        self.claims = ClaimsList(document)
        self.sources = SourcesList(document)
        self.outline = Outline(document, board_id)
        self._history = Later(lambda: History(document, settings), self.tabBar())
        self._issues = Later(lambda: IssuesDock(document), self.tabBar())
        self.add_sources = add_button(self.tr("Add source files"))
        self.add_sources.setEnabled(not document.project.read_only)
        self.add(self.claims, self.tr("Claims"))
        self.setTabVisible(0, False)
        self.add(self.sources, self.tr("Sources"))
        self.add(self.outline, self.tr("Outline"))
        self.add(self._history, self.tr("History"), "history")
        self.add(self._issues, self.tr("Issues"), "triangle-alert")
        self.setCurrentWidget(self.sources)
        self.setCornerWidget(self.add_sources)

    @property
    def history(self) -> History:
        """The History dock."""
        return self._history.part

    @property
    def issues(self) -> IssuesDock:
        """The Issues dock."""
        return self._issues.part

    def stop(self) -> None:
        """Give up what panels do by themselves: the project is about to be closed."""
        if self._history.made is not None:
            self._history.made.stop()

    def turn(self, tracing: bool) -> None:
        """Have the claims beside Lineage, in the place of the outline of the board."""
        turned = tracing != self.isTabVisible(self.indexOf(self.claims))
        self.setTabVisible(self.indexOf(self.claims), tracing)
        self.setTabVisible(self.indexOf(self.outline), not tracing)
        if tracing and turned:
            self.setCurrentWidget(self.claims)
        elif turned and self.currentWidget() is self.claims:
            self.setCurrentWidget(self.sources)

    def show_history(self, record: str) -> None:
        """Show the History dock, with the steps of one record or of all."""
        self.setCurrentWidget(self._history)
        self.history.follow(record)
        self.history.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_issues(self, record: str) -> None:
        """Show the Issues dock, at the worst issue about a record where one is named."""
        self.setCurrentWidget(self._issues)
        if record:
            self.issues.show_about(record)
        self.issues.list.setFocus(Qt.FocusReason.OtherFocusReason)
