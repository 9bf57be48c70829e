"""The History dock: every step newest first, what it changed, whether the chain holds."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_board.analysis.titles import mark_of, words_of
from evidence_board.model.change import ChangeSet
from evidence_board.project.chain import Chain
from evidence_board.project.past import Past
from evidence_board.ui.docks.history.chain import ChainLine
from evidence_board.ui.docks.history.details import StepDetails
from evidence_board.ui.docks.history.filters import StepFilters
from evidence_board.ui.docks.history.journey import Journey
from evidence_board.ui.docks.history.name_ask import NameAsk
from evidence_board.ui.docks.history.rows import HEIGHT, StepRows
from evidence_board.ui.docks.history.steps import StepList
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, rule, scaled
from evidence_board.ui.rows.details import panes
from evidence_board.ui.rows.view import RowsView
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import current_theme

_PAUSE_MS = 60
"""How long a step is selected before it is told: who runs through the list waits for none."""


class History(QWidget):
    """Filters, the list of steps, the step that is selected, and the line about the chain."""

    def __init__(self, document: Document, settings: SettingsFile) -> None:
        """Follow ``document``; the name of who works here is kept in ``settings``."""
        super().__init__()
        self.setAccessibleName(self.tr("History"))
        self._document = document
        self._record = ""
        self._among: frozenset[int] | None = None
        self._stale = True
        self._known = 0
        self.filters = StepFilters()
        self.filters.changed.connect(self.refresh)
        self.filters.record_dropped.connect(lambda: self.follow(""))
        self.steps = StepList(self)
        self.list = RowsView(
            self.steps, StepRows, name=self.tr("Steps, newest first"), height=HEIGHT
        )
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._enter)
        self.details = StepDetails(document)
        self.journey = Journey(document)
        self.chain = ChainLine(document)
        self.name = NameAsk(settings)
        self.name.answered.connect(self.name.refresh)
        self._empty = label(self.tr("No step fits. Change the filter."), "hint", wrap=True)
        self._empty.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_details)
        self._build()
        self.details.jump_asked.connect(self.journey.start)
        self.journey.ended.connect(self._return)
        self.details.restored.connect(self._return)
        self.chain.found.connect(self._show_chain)
        document.changed.connect(self.apply)
        current_theme().changed.connect(self._restyle)

    def follow(self, record: str) -> None:
        """Show only the steps that touched a record; an empty id shows all again."""
        project = self._document.project
        self._record = record
        self._among = project.steps_of(record) if record else None
        self.filters.show_record(self._named(record) if record else "")
        if record:
            self.filters.clear()
        else:
            self.refresh()
        if record and self.steps.rowCount():
            self.list.select(0)

    def apply(self, changes: ChangeSet) -> None:
        """Take a new step in; hidden, wait until shown."""
        if self._record and any(one.record.id == self._record for one in changes.changes):
            newest = self._document.project.steps()[-1]
            self._among = (self._among or frozenset()) | {newest.seq}
        self._stale = True
        if self.isVisible() and not self.journey.under_way:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while this was hidden, and verify once."""
        super().showEvent(event)
        self.name.refresh()
        self.chain.begin()
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Show the steps that are wanted, keeping the one that is selected."""
        self._stale = False
        selected = self.details.step
        steps = self._document.project.steps()
        self.filters.add_authors({step.author for step in steps[self._known :]})
        self._known = len(steps)
        self.chain.show_steps(len(steps))
        self.steps.show(steps, self.filters.wanted(self._among))
        self._empty.setVisible(not self.steps.rowCount())
        row = self.steps.row_of(selected.seq) if selected else 0
        self.list.select(max(row, 0))
        self._pause.start()

    def stop(self) -> None:
        """Give up what is under way: the project is about to be closed."""
        self._pause.stop()
        self.journey.stop()
        self.chain.stop()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.name)
        column.addWidget(self.filters)
        column.addWidget(self._empty)
        column.addWidget(panes(self.list, self.journey, self.details, heights=(330, 330)), 1)
        column.addWidget(rule())
        column.addWidget(self.chain)

    def _choose(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._pause.start()

    def _show_details(self) -> None:
        self.details.show_step(self.steps.step_at(self.list.currentIndex().row()))

    def _enter(self, _index: QModelIndex) -> None:
        """Go to the first record of the step that was chosen."""
        if self._pause.isActive():
            self._pause.stop()
            self._show_details()
        link = self.details.first_link()
        if link is not None:
            link.setFocus(Qt.FocusReason.TabFocusReason)

    def _return(self) -> None:
        """Show what became of the steps, with the keys in the list: the button may be gone."""
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chain(self, chain: Chain) -> None:
        self.steps.show_broken(frozenset(chain.changed))

    def _named(self, id: str) -> str:
        past = Past(self._document.project)
        record = past.find(id)
        if record is None:
            return ""
        mark, words = mark_of(record), words_of(record, past)
        return self.tr("Only {record}").format(record=f"{mark} {words}".strip())

    def _restyle(self) -> None:
        self.list.rescale()
        self.steps.restyle()
