"""Re-checking the evidence in the background: after opening, and before a brief is written."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from evidence_board.commands import altered
from evidence_board.project.errors import ProjectError
from evidence_board.project.rechecking import Evidence, rechecking
from evidence_board.ui.dialogs.problems import ProblemsDialog
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Job
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.naming import heading

_AFTER_MS = 2_500
"""The window comes first: its board is painted and looked at by then."""


class Rechecking(QObject):
    """Runs the check in a process of its own and tells what it found."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        """Check ``document``, which owns this, when `begin` or `before` say so."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._job: Job | None = None
        self._told = ""
        self._wait = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._wait.timeout.connect(self.check)
        document.evidence_checked.connect(self._tell)
        window.status.evidence_asked.connect(self.show_problems)
        window.closing.connect(self._stop)

    def begin(self) -> None:
        """Check in a while, when the window has come to rest."""
        self._wait.start()

    def check(self) -> None:
        """Check all of the file, without showing progress: nobody waits for it."""
        self._run("", whole=True)

    def before(self, export: Callable[[], None]) -> None:
        """Hash the originals again, then export; cancelled or not to be done, export nothing."""
        job = self._run(self.tr("Checking the originals"), whole=False)
        job.done.connect(lambda _found: export())
        job.failed.connect(self._document.problem)
        job.cancelled.connect(self._tell_cancelled)

    def _tell_cancelled(self) -> None:
        if self._window.isVisible():  # not where it is closing
            self._document.tell(self.tr("Nothing was exported: cancelled"))

    def show_problems(self) -> None:
        """List what does not hold."""
        found = self._document.evidence
        if found is not None and found.problems:
            ProblemsDialog.listing(self._window, found.problems)

    def _run(self, title: str, *, whole: bool) -> Job:
        path = self._document.project.path
        jobs = self._document.jobs
        world = (ProjectError, OSError)
        job = jobs.run(title, lambda: rechecking(path, whole=whole), world, quiet=not title)
        job.done.connect(self.take)
        self._job = job
        return job

    def take(self, found: object) -> None:
        """Show what a check found, or whoever read all originals."""
        if not isinstance(found, Evidence):
            return
        known = self._document.evidence
        if known is not None and not found.problems:  # only the originals were looked at
            found = Evidence(found.originals, found.altered, known.problems)
        self._document.take_evidence(found)

    def _tell(self) -> None:
        found = self._document.evidence
        if found is None:
            return
        sound = not (found.altered or found.problems)
        self._window.status.show_evidence(self._words(found), sound=sound)
        told = self._sentence(found)
        if told:
            self._window.banner.add_note(told, "error", instead=self._told)
            self._told = told

    def _words(self, found: Evidence) -> str:
        """Return for the status line what was found."""
        if found.altered:
            return self.tr("%n original(s) altered", "", len(found.altered))
        if found.problems:
            return self.tr("%n problem(s) in the file", "", len(found.problems))
        if not found.originals:
            return self.tr("Checked: the file is sound")
        return self.tr("Checked: %n original(s) unaltered", "", found.originals)

    def _sentence(self, found: Evidence) -> str:
        """Return for the banner what does not hold; nothing where all does."""
        if found.altered:
            told = self.tr(
                "The stored copy of {marks} is not what was captured: its SHA-256 differs. "
                "Compare it with a backup."
            )
            marks = altered.marks(self._document.project, found.altered)
            return told.format(marks=marks or self.tr("a removed source"))
        if found.problems:
            first = found.problems[0]
            told = self.tr(
                "Something in the file does not hold. {where}: {what} The status line lists all "
                "of it; a backup may hold it as it was."
            )
            record = self._document.project.find(first.where.rpartition(" ")[2])
            where = heading(record) if record is not None else first.where
            return told.format(where=where, what=first.text)
        return ""

    def _stop(self) -> None:
        self._wait.stop()
        if self._job is not None and not self._job.ended:
            self._job.cancel()
        self._job = None
