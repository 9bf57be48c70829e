"""The issues as a list that Qt can show: worst first, no sentence is made before it is seen."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evidence_board.analysis.warnings import rules
from evidence_board.analysis.warnings.finding import Finding, Severity
from evidence_board.commands.issues import Issues
from evidence_board.model.deferral import Deferral
from evidence_board.project.project import Project
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

ISSUE = Qt.ItemDataRole.UserRole + 1
"""The finding of a row."""
ASIDE = Qt.ItemDataRole.UserRole + 2
"""By which record it is set aside, or None."""
META = Qt.ItemDataRole.UserRole + 3
"""How bad it is, in a word."""

Index = QModelIndex | QPersistentModelIndex
WORDS: Mapping[Severity, str] = {
    "broken": QT_TRANSLATE_NOOP("Issue", "Does not hold"),
    "held back": QT_TRANSLATE_NOOP("Issue", "Held back from export"),
    "doubtful": QT_TRANSLATE_NOOP("Issue", "Doubtful"),
    "unfinished": QT_TRANSLATE_NOOP("Issue", "Unfinished"),
    "to know": QT_TRANSLATE_NOOP("Issue", "To know"),
}
_TOP = QModelIndex()


def severity_words(finding: Finding) -> str:
    """Return how bad a finding is, in the language of the interface."""
    return translate("Issue", WORDS[rules.severity(finding)])


class IssueRows(QAbstractListModel):
    """Shows what is open, then what was set aside where that is wanted."""

    def __init__(self, project: Project, parent: QObject) -> None:
        """Start empty; sentences are those of ``project`` at the moment they are seen."""
        super().__init__(parent)
        self._project = project
        self._open: tuple[Finding, ...] = ()
        self._aside: tuple[tuple[Finding, Deferral], ...] = ()

    def show(self, issues: Issues, *, aside: bool) -> None:
        """Show these issues."""
        shown = issues.aside if aside else ()
        if issues.open == self._open and shown == self._aside:
            self.restyle()
            return
        self.beginResetModel()
        self._open, self._aside = issues.open, shown
        self.endResetModel()

    def restyle(self) -> None:
        """Let all rows be drawn anew: what their records are called may have changed."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def at(self, row: int) -> tuple[Finding, Deferral | None] | None:
        """Return the finding of a row, and by what it is set aside; None where there is none."""
        if 0 <= row < len(self._open):
            return self._open[row], None
        behind = row - len(self._open)
        return self._aside[behind] if 0 <= behind < len(self._aside) else None

    def row_of(self, id: str) -> int:
        """Return the row of a finding by what it is known by, -1 where it is not shown."""
        every = (*self._open, *(one for one, _ in self._aside))
        return next((row for row, one in enumerate(every) if one.id == id), -1)

    def row_about(self, record: str) -> int:
        """Return the row of the worst finding about a record, -1 where there is none."""
        found = (row for row, one in enumerate(self._open) if record in one.records)
        return next(found, -1)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many issues are shown."""
        return 0 if parent.isValid() else len(self._open) + len(self._aside)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        found = self.at(index.row())
        if found is None:
            return None
        finding, aside = found
        if role == Qt.ItemDataRole.DisplayRole:
            return self._sentence(finding)
        if role == ISSUE:
            return finding
        if role == ASIDE:
            return aside
        if role == META:
            return translate("Issue", "Set aside") if aside else severity_words(finding)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.data(index, META)}. {self._sentence(finding)}"
        return None

    def _sentence(self, finding: Finding) -> str:
        """Return a finding in words; what was just removed is told as gone until the next look."""
        return rules.sentence(self._project, finding)
