"""Verifying a brief where no project is open: against the project that is attached to it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from evidence_board.delivery.checking import check
from evidence_board.delivery.verification import Verification
from evidence_board.project.beside import beside
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.verification import ask_for_brief, show_found
from evidence_board.ui.jobs import Job, Jobs
from evidence_board.ui.labels import scaled


class VerifyingAlone(QObject):
    """Asks which brief, and shows whether it is what was made of the project inside it."""

    def __init__(self, window: QWidget, jobs: Jobs) -> None:
        """Stand over ``window``, which owns this."""
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._job: Job | None = None

    def ask(self, folder: Path) -> None:
        """Ask which brief, from this folder on, and verify it."""
        ask_for_brief(self._window, folder, self.verify)

    def verify(self, brief: Path) -> None:
        """Check a brief in a process of its own, with what is attached to it."""
        if self._job is not None:
            return
        job = self._jobs.run(
            self.tr("Verifying the brief"), partial(beside, partial(check, brief, None))
        )
        self._job = job
        job.done.connect(self._show)
        job.failed.connect(partial(message.show_sentence, self._window))
        job.finished.connect(self._end)
        self._progress(job, brief.name)

    def _progress(self, job: Job, name: str) -> None:
        """Show that it goes on, with the way to cancel it."""
        told = self.tr("Verifying “{name}”…").format(name=name)
        shown = QProgressDialog(told, self.tr("Cancel"), 0, 0, self._window)
        shown.setMinimumWidth(scaled(420))
        shown.setWindowTitle(self.tr("Verify a brief"))
        shown.setWindowModality(Qt.WindowModality.WindowModal)
        shown.canceled.connect(job.cancel)
        job.finished.connect(shown.deleteLater)
        shown.show()

    def _show(self, found: object) -> None:
        if isinstance(found, Verification):
            show_found(found, self._window)

    def _end(self) -> None:
        self._job = None
