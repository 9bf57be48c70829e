"""Watching the file of an open project: what happens to it is told before the next edit."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from evidence_board.project import whereabouts
from evidence_board.project.errors import ProjectError
from evidence_board.project.whereabouts import Seen
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Job
from evidence_board.ui.main_window import MainWindow

_REST_MS = 300
"""So long nothing more must happen: a program that replaces a file does so in several steps."""
_PATIENCE_MS = 5_000
"""So long a place may take to answer before it is said that it does not."""


class Watching(QObject):
    """Looks at the file whenever the system says that it, or its folder, changed.

    The look is made in a thread, one at a time: a share that is gone may never answer.
    """

    looked = Signal()
    """Something happened in the folder, and the file itself lies where it was."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        look: Callable[..., Seen] = whereabouts.look,
        patience: int = _PATIENCE_MS,
    ) -> None:
        """Watch the project of ``document``, which owns this, until the window closes.

        ``look`` is what the thread does; its place is called silent after so many ms.
        """
        super().__init__(document)
        self._window = window
        self._document = document
        project = document.project
        self._look = partial(look, project.path, project.lies_at, read_only=project.read_only)
        self._job: Job | None = None
        self._again = False
        self._after_save = False
        self._silent = False
        self._closed = False
        self._rest = self._timer(_REST_MS, self.look)
        self._patience = self._timer(patience, self._tell_silence)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._notice)
        self._watcher.directoryChanged.connect(self._notice)
        document.changed.connect(lambda _changes: self._rest.start())
        document.saving_changed.connect(self._follow_saves)
        window.closing.connect(self._stop)
        self._rest.start()  # something may have happened since it was opened

    def look(self) -> None:
        """Find out what became of the file; tell it when the place has answered."""
        if self._closed:
            return
        if self._job is not None:
            self._again = True
            return
        self._job = self._document.jobs.run("", self._look, apart=True)
        self._job.done.connect(self._take)
        self._job.finished.connect(self._end)
        self._patience.start()

    def _take(self, seen: Seen) -> None:
        """Tell what became of the file; show what another program wrote to it."""
        self._patience.stop()
        self._watch(seen.there)
        if seen.trouble:
            self._silent = False
            self._tell(seen)
        elif self._document.project.is_saving:  # it is our own doing; look when that is over
            self._after_save = True
        elif self._follow():
            if self._document.trouble:
                self._tell_return()
            self._silent = False
            self.looked.emit()

    def _follow(self) -> bool:
        """Show what another program wrote; whether the file is this project still."""
        try:
            changed = self._document.project.follow_others()
        except ProjectError as refusal:
            if str(refusal) != self._document.trouble:
                self._document.note_trouble(str(refusal), copied=False)
                self._window.banner.show_message(str(refusal), "error")
            return False
        if changed:
            self._document.tell(self.tr("Another program changed this project; this is how it is"))
        return True

    def _tell(self, seen: Seen) -> None:
        """Tell of trouble once; an edit that fails for it tells it again."""
        if seen.trouble != self._document.trouble:
            self._document.note_trouble(seen.trouble, saves=seen.saves)

    def _tell_return(self) -> None:
        self._document.note_trouble("")
        self._window.banner.clear_message()
        answers = self.tr("The place of the project answers again")
        back = self.tr("The project file is back where it was")
        self._document.tell(answers if self._silent else back)

    def _tell_silence(self) -> None:
        """Say that nothing is heard; no copy is offered, which would have to wait as well."""
        self._silent = True
        sentence = whereabouts.silent(self._document.project.path)
        self._document.note_trouble(sentence, waits=True)

    def _watch(self, there: tuple[Path, ...]) -> None:
        """Watch the file and its folder; what was replaced has to be watched anew."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        missing = [str(one) for one in there if str(one) not in watched]
        if missing:
            failed = self._watcher.addPaths(missing)
            if len(failed) < len(missing):  # what happened before that was not heard
                self._rest.start()

    def _notice(self, _path: str) -> None:
        self._rest.start()

    def _follow_saves(self) -> None:
        if self._after_save and not self._document.project.is_saving:
            self._after_save = False
            self._rest.start()

    def _timer(self, interval: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(due)
        return timer

    def _end(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._rest.start()

    def _stop(self) -> None:
        self._closed = True
        self._rest.stop()
        self._patience.stop()
        self._watcher.blockSignals(True)
        if self._job is not None:
            self._job.cancel()
