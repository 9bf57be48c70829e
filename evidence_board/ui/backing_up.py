"""Backups of the open project: when one is due, and what is told of them.

One is made some seconds after opening if the project changed since the newest, and ten minutes
after the first edit that none holds. A process of its own makes it, so that nothing here waits.
"""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.model.change import ChangeSet
from evidence_board.model.kinds import KINDS
from evidence_board.project import marks
from evidence_board.project.backup_process import backing_up
from evidence_board.project.errors import ProjectError
from evidence_board.ui.dialogs.backups import Present
from evidence_board.ui.document import Document
from evidence_board.ui.moments import told_moment

FIRST_MS = 5_000
INTERVAL_MS = 600_000
MARK_MS = 5_000
_WORLD = (ProjectError, OSError)


class BackingUp(QObject):
    """Keeps backups of a project as long as its window is open."""

    told = Signal(str)
    """A sentence that the person should know, once each."""
    tried = Signal()
    """A backup was made, or could not be, or was not needed."""
    looked_back = Signal()
    """It is known whether the file lost what was saved here."""

    def __init__(self, document: Document, *, first: int = FIRST_MS) -> None:
        """Look after the project of ``document``, which owns this; ``first`` in ms from now."""
        super().__init__(document)
        self._document = document
        self._said: set[str] = set()
        self._ended = Event()
        self._due = self._timer(self.back_up)
        self._mark_due = self._timer(self._remember)
        self._look_back()
        if not document.project.read_only:
            document.changed.connect(self._follow)
            self._due.start(first)

    def back_up(self) -> None:
        """Make a backup unless the newest one holds the same; later, where the file is gone."""
        self._due.stop()
        if self._document.unsaved or self._document.waits:
            self._due.start(INTERVAL_MS)
            return
        work = partial(backing_up, self._document.project.path, unless_held=True)
        job = self._document.jobs.run("", work, _WORLD, quiet=True)
        job.failed.connect(self._tell_failure)
        job.finished.connect(self.tried)

    def due_in(self) -> int | None:
        """Return in how many ms the next backup is due; None if nothing is new."""
        return self._due.remainingTime() if self._due.isActive() else None

    def present(self) -> Present:
        """Return what the project holds now, to compare backups with."""
        project = self._document.project
        counts = {kind.plural: project.count(kind) for kind in KINDS}
        return Present(counts, {step.seq: step.hash for step in project.steps()})

    def finish(self) -> None:
        """Remember what was saved; the project is closed by now."""
        self._due.stop()
        self._mark_due.stop()
        self._ended.set()
        if not self._document.project.read_only:
            project = self._document.project
            try:
                marks.keep(project.record.id, project.path, project.steps(), project.now())
            except OSError:  # told by the backup, which has the same folder
                return

    def _timer(self, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(due)
        return timer

    def _follow(self, _changes: ChangeSet) -> None:
        """Let a backup be made some time after the first edit that it would hold."""
        for timer, interval in ((self._due, INTERVAL_MS), (self._mark_due, MARK_MS)):
            if not timer.isActive():
                timer.start(interval)

    def _remember(self) -> None:
        """Remember what is saved, but the newest step: more may be typed into it."""
        project = self._document.project
        steps = project.steps()[:-1]
        mark = partial(marks.keep, project.record.id, project.path, steps, project.now())
        ended = self._ended

        def work() -> None:
            if not ended.is_set():  # else the last mark is there already
                mark()

        self._document.jobs.run("", work, _WORLD)

    def _look_back(self) -> None:
        """See whether the file lost what was saved here."""
        project = self._document.project
        work = partial(marks.lost, project.record.id, project.path, project.steps())
        job = self._document.jobs.run("", work, _WORLD)
        job.done.connect(self._tell_loss)
        job.finished.connect(self.looked_back)

    def _tell_loss(self, loss: marks.Loss | None) -> None:
        if loss is None:
            return
        told = self.tr(
            "This file is older than, or differs from, what was last saved here: step {step}, "
            "{when}."
        ).format(when=told_moment(loss.mark.at), step=loss.mark.step)
        more = (
            self.tr("A backup goes up to step {step}: compare in File > Backups.")
            if loss.held
            else self.tr("No backup holds what is missing.")
        )
        self._tell(f"{told} {more.format(step=loss.held)}")

    def _tell_failure(self, why: str) -> None:
        """Say that no backup was made, also where only the system says why."""
        none = self.tr("No backup was made: {why}")
        self._tell(why if why.startswith("No backup") or not why else none.format(why=why))

    def _tell(self, sentence: str) -> None:
        if sentence and sentence not in self._said:
            self._said.add(sentence)
            self.told.emit(sentence)
