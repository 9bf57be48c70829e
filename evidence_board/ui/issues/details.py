"""One issue: the sentence, why it is one, where to go, what one press does, "not now"."""

from datetime import datetime
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from evidence_board.analysis.titles import mark_of
from evidence_board.analysis.warnings import rules
from evidence_board.analysis.warnings.finding import Finding
from evidence_board.commands import deferring, mending
from evidence_board.model.capture import Capture
from evidence_board.model.deferral import Deferral
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.ui.docks.fields import LineField
from evidence_board.ui.docks.page import ActiveButton, ActiveLink, clear, told
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, plain_tip, scaled
from evidence_board.ui.moments import moment_words
from evidence_board.ui.naming import heading, line_of
from evidence_board.ui.rows.details import DetailsPage

_MOST = 8
"""So many records of an issue are ways to go; a loop may have many."""


class IssueDetails(DetailsPage):
    """Shows one issue, and acts on it."""

    acted = Signal()
    """Something was done about it: it may not be open any more."""

    def __init__(self, document: Document, entry: QWidget) -> None:
        """Act on ``document``; Tab comes here from ``entry``."""
        super().__init__()
        self._document = document
        self._entry = entry
        self._shown: tuple[Finding, Deferral | None] | None = None
        self._filled: tuple[str, ...] = ()
        self._sentence = label("", "cardTitle", wrap=True)
        self._reason = label("", "hint", wrap=True)
        self._aside = label("", "hint", wrap=True)
        self._what_if = label("", "hint", wrap=True)
        for part in (self._sentence, self._reason, self._aside, self._what_if):
            self.column.addWidget(part)
        self._ways, self._fixes = QVBoxLayout(), QVBoxLayout()
        for lines in (self._ways, self._fixes):
            lines.setSpacing(scaled(4))
            self.column.addLayout(lines)
        self._build_later(self.column)
        self.column.addStretch()

    def _build_later(self, column: QVBoxLayout) -> None:
        """Add the way to set it aside, and back."""
        self._later_head = label(self.tr("Not now"), "section")
        column.addWidget(self._later_head)
        self.why = LineField(self.tr("Why it can wait"), self.tr("Why it can wait"))
        self.why.returnPressed.connect(self._defer)
        column.addWidget(self.why)
        row = QHBoxLayout()
        self.later = ActiveButton(self.tr("Set aside"))
        self.later.clicked.connect(self._defer)
        self.back = ActiveButton(self.tr("Take up again"))
        self.back.clicked.connect(self._take_up)
        row.addWidget(self.later)
        row.addWidget(self.back)
        row.addStretch()
        column.addLayout(row)
        self._refused = label("", "hint", wrap=True, level="error")
        column.addWidget(self._refused)

    def show_issue(self, shown: tuple[Finding, Deferral | None] | None) -> None:
        """Show an issue with that by which it is set aside; None shows nothing."""
        same = shown is not None and self._shown is not None and shown[0].id == self._shown[0].id
        self._shown = shown
        self.page.setVisible(shown is not None)
        if shown is None:
            return
        finding, aside = shown
        if not same:
            self.why.put_back("")
            self.verticalScrollBar().setValue(0)
        self._sentence.setText(rules.sentence(self._document.project, finding))
        self._reason.setText(rules.reason(finding))
        told(self._aside, (self._told(aside),) if aside else ())
        self._fill(finding, aside)
        writable = not self._document.project.read_only and not self._document.counts.muted
        for part in (self._later_head, self.why, self.later):
            part.setVisible(writable and aside is None)
        self.back.setVisible(writable and aside is not None)
        told(self._refused, ())

    def _fill(self, finding: Finding, aside: Deferral | None) -> None:
        """Show ways and fixes; those that are shown already stay, for one may have the focus."""
        project = self._document.project
        found = (project.find(id) for id in finding.records[:_MOST])
        records = [one for one in found if one is not None and not isinstance(one, Capture)]
        muted = bool(self._document.counts.muted)  # a fix would mend what is not so
        still = project.read_only or aside is not None or muted
        words = self.tr("In this what-if. End it to mend anything.")
        told(self._what_if, (words,) if muted else ())
        fixes = () if still else mending.fixes(project, finding)
        told_now = (finding.id, *(line_of(one, project) for one in records))
        told_now += tuple(one.words for one in fixes)
        if told_now == self._filled:
            return
        self._filled = told_now
        clear(self._ways)
        for record in records:
            self._ways.addWidget(self._way(record), 0, Qt.AlignmentFlag.AlignLeft)
        clear(self._fixes)
        for fix in fixes:
            button = FixButton(fix.words)
            button.clicked.connect(partial(self._do, finding, fix.words))
            self._fixes.addWidget(button)
        self._order()

    def _order(self) -> None:
        """Let Tab go down the page: ways and fixes are made as they are needed."""
        made = (_widgets(self._ways), _widgets(self._fixes))
        stops = [self._entry, *made[0], *made[1], self.why, self.later, self.back]
        for one, following in pairwise(stops):
            self.setTabOrder(one, following)

    def _told(self, aside: Deferral) -> str:
        when = moment_words(aside.made_at, datetime.now().astimezone()) if aside.made_at else ""
        who = " · ".join(one for one in (aside.made_by, when) if one)
        words = self.tr("Set aside: {reason}").format(reason=aside.reason)
        return f"{words} ({who})" if who else words

    def _way(self, record: Record) -> ActiveLink:
        """Return what leads to a record."""
        project = self._document.project
        if isinstance(record, ProjectRecord):
            link = ActiveLink(self.tr("The project"))
            link.clicked.connect(lambda: self._document.select(()))
            return link
        words = line_of(record, project)
        link = ActiveLink(f"{mark_of(record) or heading(record)}  {words}")
        link.setAccessibleName(
            self.tr("Go to {record}").format(record=f"{heading(record)}: {words}")
        )
        link.clicked.connect(lambda: self._document.lead_to(record.id))
        return link

    def _do(self, finding: Finding, words: str) -> None:
        """Do what a fix says, with the records as they are now."""
        for fix in mending.fixes(self._document.project, finding):
            if fix.words == words and self._document.does(fix.act):
                self._document.tell(words, undo=True)
                self.acted.emit()

    def _defer(self) -> None:
        if self._shown is None:
            return
        finding = self._shown[0]
        why = self.why.text()
        if not why.strip():
            told(self._refused, (self.tr("Write why it can wait. Then it is set aside."),), "error")
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._document.does(deferring.defer, finding.id, finding.records[0], why):
            self.why.put_back("")
            self._document.tell(self.tr("Set aside: {why}").format(why=why.strip()), undo=True)
            self.acted.emit()

    def _take_up(self) -> None:
        aside = self._shown[1] if self._shown is not None else None
        if aside is not None and self._document.does(deferring.take_up, aside):
            self._document.tell(self.tr("Taken up again"), undo=True)
            self.acted.emit()


def _widgets(lines: QVBoxLayout) -> list[QWidget]:
    found = (lines.itemAt(place) for place in range(lines.count()))
    return [widget for one in found if one is not None and (widget := one.widget()) is not None]


class FixButton(ActiveButton):
    """Says what it does; words that have no room end with an ellipsis."""

    def __init__(self, words: str) -> None:
        """Show ``words``."""
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room."""
        super().resizeEvent(event)
        room = max(self.width() - scaled(24), 0)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(plain_tip("" if shown == self._words else self._words))
