"""What one step did, before and after in words, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_board.analysis.step_sums import StepTold, summed, summed_up
from evidence_board.analysis.telling import RecordTold
from evidence_board.commands import jumping, restoring
from evidence_board.model.board import Card
from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet, Extent
from evidence_board.model.note import Tagging
from evidence_board.model.record import Record
from evidence_board.project.errors import ProjectError
from evidence_board.project.history import Step
from evidence_board.project.past import UNREADABLE, Past
from evidence_board.ui.docks.history.steps import author_words, cut, state_words
from evidence_board.ui.docks.page import ActiveButton, ActiveLink, clear, told
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, plain_tip, scaled
from evidence_board.ui.moments import moment_words
from evidence_board.ui.rows.details import DetailsPage

LARGE = 400
"""A step with more changes is summed up without being read: that would be felt."""
COUNTED = 20_000
"""Of a step with more changes only so many are counted, for the same reason."""
SHOWN = 12
"""So many changes are told at first."""
_ELSEWHERE = frozenset({"project", "board", "tag", "origin_group"})
"""Tables of records that cannot be selected."""


class StepDetails(DetailsPage):
    """Shows one step; links lead to the records it touched."""

    jump_asked = Signal(object)
    """Go back, or forward again, to this step."""
    restored = Signal()

    def __init__(self, document: Document) -> None:
        """Tell of the history of ``document``."""
        super().__init__()
        self._document = document
        self._past = Past(document.project)
        self._step: Step | None = None
        self._most = SHOWN
        self._read: tuple[tuple[Extent, ...], ChangeSet] | None = None
        """What the step changed: it stays so, and the file may be busy with a save.

        The newest step may grow while someone types; it is in memory.
        """
        self._title = label("", "cardTitle", wrap=True)
        self._meta = label("", "hint", wrap=True)
        self._back = ActiveButton()
        self._back.clicked.connect(self._ask_jump)
        self._why = label("", "hint", wrap=True)
        for part in (self._title, self._meta, self._back, self._why):
            self.column.addWidget(part)
        self._records = QVBoxLayout()
        self._records.setSpacing(scaled(4))
        self.column.addLayout(self._records)
        self.column.addStretch()

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        return self._step

    def show_step(self, step: Step | None) -> None:
        """Show a step, or the same one as it is now; None shows nothing."""
        if step is None or self._step is None or step.seq != self._step.seq:
            self._most = SHOWN
            self._read = None
            self.verticalScrollBar().setValue(0)
        self._step = step
        self.page.setVisible(step is not None)
        if step is None:
            clear(self._records)
            return
        self._title.setText(cut(step.label))
        when = moment_words(step.at, datetime.now().astimezone())
        number = self.tr("step {number}").format(number=f"{step.seq:,}")
        state = state_words(step.state)
        self._meta.setText(" · ".join((author_words(step.author), when, state, number)))
        self._show_way(step)
        self._fill(step)

    def words(self) -> str:
        """Return all that is told of the step, a line for each thing."""
        parts = (self._records.itemAt(place) for place in range(self._records.count()))
        blocks = (part.widget() for part in parts if part is not None)
        return "\n".join(block.accessibleName() for block in blocks if block is not None)

    def first_link(self) -> QWidget | None:
        """Return what leads to the first record of the step, where there is one."""
        return next(iter(self.findChildren(RecordLink)), None)

    def _show_way(self, step: Step) -> None:
        """Offer the way to this step, or say why there is none."""
        why = ""
        back = True
        try:
            way = jumping.way_to(self._document.project, step)
            back = way.back
        except ValueError as refusal:
            why = str(refusal)
        writable = not self._document.project.read_only
        self._back.setText(self.tr("Go back to here") if back else self.tr("Go forward to here"))
        self._back.setVisible(not why and writable)
        told(self._why, (why,))

    def _fill(self, step: Step) -> None:
        clear(self._records)
        try:
            found = self._told(step)
        except (ProjectError, *UNREADABLE):
            self._add_line(self.tr("What this step changed cannot be read."))
            return
        for line in found.sums:
            self._add_line(line)
        for record in found.records:
            self._records.addWidget(self._block(record, step))
        if found.left and found.records and self._most == SHOWN:
            more = ActiveLink(self.tr("Show more"))
            more.clicked.connect(self._show_more)
            self._records.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _told(self, step: Step) -> StepTold:
        project = self._document.project
        if self._read is None or step.seq == project.steps()[-1].seq:
            extents = project.extents_of(step, COUNTED)
            large = sum(one.total for one in extents) > LARGE
            self._read = extents, ChangeSet() if large else project.changes_of(step)
        extents, changes = self._read
        if not changes.changes:
            total = sum(one.total for one in extents)
            more = self.tr("More than {number} changes. Of the first:")
            lead = (more.format(number=f"{COUNTED:,}"),) if total >= COUNTED else ()
            return StepTold((), (*lead, *summed_up(extents).sums))
        return summed(changes, self._past, self._most)

    def _add_line(self, words: str) -> None:
        line = label(words, wrap=True)
        line.setAccessibleName(words)
        self._records.addWidget(line)

    def _block(self, one: RecordTold, step: Step) -> QWidget:
        """Return what is told of one record, with the ways to it and to its former state."""
        block = QWidget()
        lines = [one.words, *(field.words for field in one.spoken)]
        block.setAccessibleName("\n".join(lines))
        column = QVBoxLayout(block)
        column.setContentsMargins(0, scaled(4), 0, scaled(2))
        column.setSpacing(scaled(2))
        goal = self._goal(one.id)
        words = one.words.removeprefix("Changed ")
        words = f"{words[:1].upper()}{words[1:]}"
        if goal:
            head = RecordLink(words)
            head.clicked.connect(lambda: self._document.reveal(goal))
            row = QHBoxLayout()
            row.addWidget(head)
            row.addStretch()
            column.addLayout(row)
        else:
            column.addWidget(label(words, "field", wrap=True))
        restore = self._restore_link(one, step)
        if restore is not None and one.what == "removed":
            column.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)
        if one.spoken:
            told_fields = label("\n".join(lines[1:]), wrap=True)
            told_fields.setContentsMargins(scaled(3), 0, 0, 0)
            column.addWidget(told_fields)
        if restore is not None and one.what != "removed":
            column.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)
        return block

    def _restore_link(self, one: RecordTold, step: Step) -> QWidget | None:
        """Return what makes a record what this step left it as; None where it is that now."""
        if not self._differs(one, step):
            return None
        gone = one.what == "removed"
        words = self.tr("Bring it back") if gone else self.tr("Restore this version")
        restore = ActiveLink(words)
        restore.setAccessibleName(f"{words}: {one.mark or one.text}")
        restore.clicked.connect(lambda: self._restore(one.id, step))
        return restore

    def _goal(self, id: str) -> str:
        """Return the id to go to for a record: what a card shows, what a tag is on; or nothing."""
        record: Record | None = self._document.project.find(id)
        if isinstance(record, Card | Tagging):
            return record.record
        if isinstance(record, Capture):
            return record.source
        return "" if record is None or record.table in _ELSEWHERE else id

    def _differs(self, one: RecordTold, step: Step) -> bool:
        """Whether a record is not now what this step left it as."""
        project = self._document.project
        if project.read_only or step.seq == 1:
            return False
        former = self._version(one.id)
        return former is not None and former != project.find(one.id)

    def _restore(self, id: str, step: Step) -> None:
        former = self._version(id)
        if former is None:
            return
        back = self._document.act(restoring.restore, former, step.at)
        if back is not None:
            self._document.tell(self._document.project.undo_label or "", undo=True)
            self.restored.emit()

    def _version(self, id: str) -> Record | None:
        return restoring.version(self._read[1], id) if self._read else None

    def _ask_jump(self) -> None:
        if self._step is not None:
            self.jump_asked.emit(self._step)

    def _show_more(self) -> None:
        self._most = LARGE
        if self._step is not None:
            self._fill(self._step)


class RecordLink(ActiveLink):
    """Leads to a record that a step touched."""

    def __init__(self, words: str) -> None:
        """Show ``words``, and all of them in the tool tip."""
        super().__init__(words)
        self.setToolTip(plain_tip(words))
