"""The foot of an inspector page: what was last done to the record, and the way to all of it."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_board.analysis.telling import RecordTold
from evidence_board.analysis.telling import told as told_in_words
from evidence_board.model.change import Change
from evidence_board.project.history import Step
from evidence_board.project.past import UNREADABLE, Past
from evidence_board.ui.docks.history.steps import cut, state_words
from evidence_board.ui.docks.page import ActiveLink, clear
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, rule, scaled
from evidence_board.ui.moments import moment_words

SHOWN = 3
"""So many changes are told, the newest first."""
_CORNER = QPoint()
_PAUSE_MS = 120
"""How long a record is shown before its history is read: who runs through many waits for none."""


class RecordHistory(QWidget):
    """Tells the last changes of one record, once the file has them."""

    def __init__(self, document: Document) -> None:
        """Ask ``document`` for the history."""
        super().__init__()
        self._document = document
        self._past = Past(document.project)
        self._record = ""
        self._due = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        part = QVBoxLayout()
        part.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(12))
        part.setSpacing(scaled(4))
        column.addLayout(part)
        self.all = ActiveLink("")
        self.all.clicked.connect(lambda: document.history_asked.emit(self._record))
        self._build(part)
        document.saving_changed.connect(self._follow_saves)
        self.hide()

    def show_record(self, id: str) -> None:
        """Show the history of a record, or of the same one as it is now."""
        if id != self._record:
            self._record = id
            self._past = Past(self._document.project)
            self.hide()
        self._due = True
        self._pause.start()

    def lines(self) -> tuple[str, ...]:
        """Return what is told, the newest change first."""
        found = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = (one.widget() for one in found if one is not None)
        return tuple(one.accessibleName() for one in widgets if one is not None)

    def _build(self, part: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.addWidget(label(self.tr("History"), "section"))
        head.addStretch()
        head.addWidget(self.all)
        part.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(8))
        part.addLayout(self._lines)

    def _follow_saves(self) -> None:
        if self._due and not self._pause.isActive():
            self._pause.start()

    def _read(self) -> None:
        """Read what was done, when the file is free: nothing here is worth waiting for."""
        project = self._document.project
        if project.closed or project.is_saving or self._document.waits:
            return
        self._due = False
        clear(self._lines)
        try:
            count = len(project.steps_of(self._record))
            changes = project.newest_changes(self._record, SHOWN)
            for step, change in changes:
                self._add(step, change)
        except UNREADABLE:
            self._tell(self.tr("What was done cannot be read."))
            count = 0
        self.all.show_words(self.tr("All {number}").format(number=f"{count:,}"))
        self.all.setAccessibleName(self.tr("History of this: all {number}").format(number=count))
        self.all.setVisible(count > 0)
        self.show()
        self._stand_last()

    def _stand_last(self) -> None:
        """Let Tab come here after all else on the page: its lines are made as they are needed."""
        page = self.parentWidget()
        every = page.findChildren(QWidget) if page is not None else []
        stops = [one for one in every if self._precedes(one)]
        if stops and page is not None:
            self.setTabOrder(max(stops, key=lambda one: one.mapTo(page, _CORNER).y()), self.all)

    def _precedes(self, widget: QWidget) -> bool:
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        return bool(by_tab) and widget.isVisible() and not self.isAncestorOf(widget)

    def _add(self, step: Step, change: Change) -> None:
        when = moment_words(step.at, datetime.now().astimezone())
        parts = [when, cut(step.author) if step.author else ""]
        parts.append("" if step.state == "done" else state_words(step.state))
        self._tell(
            self._words(told_in_words(change, self._past)),
            " · ".join(one for one in parts if one),
        )

    def _words(self, one: RecordTold) -> str:
        """Return a change without the name of the record, which stands above."""
        if one.what == "added":
            return self.tr("Added")
        if one.what == "removed":
            return self.tr("Deleted")
        return "; ".join(field.words for field in one.spoken)

    def _tell(self, words: str, when: str = "") -> None:
        line = QWidget()
        line.setAccessibleName(f"{when}: {words}" if when else words)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if when:
            column.addWidget(label(when, "caption"))
        column.addWidget(label(cut(words), wrap=True))
        self._lines.addWidget(line)
