"""Verifying a brief from the window: which file, the check beside the window, what came of it."""

from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from evidence_board.delivery.checking import check
from evidence_board.delivery.verification import Verification
from evidence_board.project.beside import beside
from evidence_board.project.presence import Identity
from evidence_board.project.whereabouts import refuse_elsewhere
from evidence_board.ui.dialogs.verification import ask_for_brief, show_found
from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow


class Verifying(QObject):
    """Asks which brief, and shows whether it and the project agree."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        """Compare briefs with ``document``, which owns this."""
        super().__init__(document)
        self._window = window
        self._document = document

    def ask(self) -> None:
        """Ask which brief, and verify it."""
        ask_for_brief(self._window, self._document.project.path.parent, self.verify)

    def verify(self, brief: Path) -> None:
        """Compare a brief with the project as it is now, in a process of its own."""
        project = self._document.project
        project.settle()
        job = self._document.jobs.run(
            self.tr("Verifying the brief"), partial(checked, brief, project.path, project.lies_at)
        )
        job.done.connect(self._show)
        job.failed.connect(self._document.problem)
        job.cancelled.connect(self._tell_cancelled)

    def _show(self, found: object) -> None:
        if isinstance(found, Verification):
            show_found(found, self._window).reveal_asked.connect(self._document.reveal)

    def _tell_cancelled(self) -> None:
        if self._window.isVisible():  # not where it is closing
            self._document.tell(self.tr("The brief was not verified: cancelled"))


def checked(
    brief: Path, file: Path, lies_at: Identity
) -> Generator[tuple[int, int], None, Verification]:
    """Compare a brief with the project in a file, which is still the one that lay there."""
    refuse_elsewhere(file, lies_at)
    return (yield from beside(partial(check, brief, file)))
