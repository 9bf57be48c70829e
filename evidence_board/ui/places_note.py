"""Telling once what is risky about the place of an open project, and which copies lie beside it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from evidence_board.project import conflict_copies, said_once
from evidence_board.project.said_once import Unsaid
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Job
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.watching import Watching

_APART_MS = 2_000
"""Between two looks at the folder, which each of our own saves changes as well."""


class PlacesNote(QObject):
    """Looks in a thread, for a share may not answer, and tells in the banner below what it says.

    Nothing is written beside the project.
    """

    def __init__(self, window: MainWindow, document: Document, watching: Watching) -> None:
        """Look at once and whenever ``watching`` has looked; ``document`` owns this."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._job: Job | None = None
        self._told = Unsaid()
        self._sentence = ""
        self._apart = QTimer(self, singleShot=True, interval=_APART_MS)
        self._apart.timeout.connect(self.look)
        watching.looked.connect(self._look_soon)
        window.closing.connect(self._stop)
        self.look()

    def look(self) -> None:
        """Look where the project lies and what lies beside it; one look at a time."""
        if self._job is not None:
            self._look_soon()
            return
        project = self._document.project
        work = partial(said_once.unsaid, project.record.id, project.path)
        self._job = self._document.jobs.run("", work)
        self._job.done.connect(self._tell)
        self._job.finished.connect(self._end)

    def _tell(self, found: object) -> None:
        """Tell what was found and not said; what stands in the banner stays before it."""
        if not isinstance(found, Unsaid):
            return
        known = self._told
        fresh = Unsaid(
            tuple(one for one in found.places if one not in known.places),
            tuple(one for one in found.copies if one not in known.copies),
        )
        if fresh == Unsaid():
            return
        self._told = Unsaid(known.places + fresh.places, known.copies + fresh.copies)
        for place in fresh.places:
            self._window.banner.add_note(place.risk)
        if fresh.copies:
            # In the place of the sentence before while that stands: a night may bring many.
            before, banner = self._sentence, self._window.banner
            copies = self._told.copies if banner.notes(before) else fresh.copies
            self._sentence = conflict_copies.sentence(copies)
            banner.add_note(self._sentence, instead=before)
        project = self._document.project
        self._document.jobs.run("", partial(said_once.note, project.record.id, fresh))

    def _look_soon(self) -> None:
        if not self._apart.isActive():
            self._apart.start()

    def _end(self) -> None:
        self._job = None

    def _stop(self) -> None:
        self._apart.stop()
        if self._job is not None:
            self._job.cancel()
