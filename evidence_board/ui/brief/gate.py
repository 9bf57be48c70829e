"""What stands in the way of the brief, worst first: each with the way to it, and its fix."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from evidence_board.brief.handling import handling_of
from evidence_board.commands.issues import Issues
from evidence_board.model.scales import MARKINGS
from evidence_board.ui.document import Document
from evidence_board.ui.issues.findings import Findings
from evidence_board.ui.labels import label, scaled

_BESIDE = 400
"""So many px at 100 % the list and what is beside it need."""
HOLDS_BACK = frozenset({"no-judgement", "confidence-without-reason"})
"""The rules of which a finding holds an issue back; a draft may always be written."""


class Gate(QWidget):
    """The findings of the rules, and what only concerns the brief: its marking, its letters."""

    counted = Signal(int, int)
    """How many points are open, and how many of them hold an issue back."""

    def __init__(self, document: Document) -> None:
        """Follow the issues of ``document``."""
        super().__init__()
        self._document = document
        self._stale = True
        self._stand_ins: tuple[str, ...] = ()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.findings = Findings(document, self.tr("Open points, worst first"), self)
        self.rows, self.list = self.findings.rows, self.findings.list
        self.details = self.findings.details
        self.title = label("", "section")
        self.notes = label("", "hint", wrap=True)
        self._lay_out()
        document.issues.looked.connect(self.refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what one point says in full to Issues where there is room for the list only."""
        super().resizeEvent(event)
        self.details.setVisible(self.width() >= scaled(_BESIDE))

    def show_stand_ins(self, names: tuple[str, ...]) -> None:
        """Say which characters no font has."""
        self._stand_ins = names
        self._tell_notes()

    def refresh(self) -> None:
        """Show what is open, keeping the point that is selected, or else its place."""
        self._stale = not self.isVisible()
        found = self._document.issues.found
        held = sum(one.kind in HOLDS_BACK for one in found.open)
        self.counted.emit(len(found.open), held)
        if self._stale:
            return
        self.findings.show_issues(Issues(found.open), aside=False)
        self.title.setText(self._told(len(found.open), held))
        self._split.setVisible(bool(found.open))
        self._tell_notes()

    def catch_up(self) -> None:
        """Show what was found while this was hidden."""
        if self._stale:
            self.refresh()

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.list)
        self._split.addWidget(self.details)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([scaled(320), scaled(300)])
        head = QHBoxLayout()
        head.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(4))
        head.setSpacing(scaled(12))
        head.addWidget(self.title)
        head.addWidget(self.notes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._split, 1)
        column.addStretch()

    def _told(self, count: int, held: int) -> str:
        if not count:
            looked = self._document.issues.current
            return self.tr("Nothing is open.") if looked else self.tr("Looking…")
        told = self.tr("%n open point(s)", "", count)
        back = self.tr("%n hold(s) an issue back", "", held)
        return f"{told}, {back}" if held else told

    def _tell_notes(self) -> None:
        """Say what no rule knows: a stricter marking, and characters that no font has."""
        project, said = self._document.project.record, list[str]()
        strictest, own = handling_of(self._document.project), MARKINGS[project.tlp].label
        if strictest.label != own:
            told = self.tr("Marked {marking}: something in it is stricter than the project.")
            said.append(told.format(marking=strictest.label))
        if self._stand_ins:
            names = ", ".join(self._stand_ins[:4]) + ("…" if len(self._stand_ins) > 4 else "")
            told = self.tr("No font has {names}: printed as numbers.")
            said.append(told.format(names=names))
        self.notes.setText(" ".join(said))
