"""Watching the file of an open project: what happens to it is told before the next edit."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from evidence_board.project.errors import ProjectError
from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow

_REST_MS = 300
"""So long nothing more must happen: a program that replaces a file does so in several steps."""


class Watching(QObject):
    """Looks at the file whenever the system says that it, or its folder, changed."""

    looked = Signal()
    """Something happened in the folder, and the file itself lies where it was."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        """Watch the project of ``document``, which owns this, until the window closes."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._notice)
        self._watcher.directoryChanged.connect(self._notice)
        window.closing.connect(self._stop)
        self._watch()
        self._rest.start()  # something may have happened since it was opened

    def look(self) -> None:
        """Tell what became of the file; show what another program wrote to it."""
        if self._document.project.is_saving:  # it is our own doing; look when that is over
            self._rest.start()
            return
        self._watch()
        trouble = self._document.project.trouble()
        if trouble:
            self._tell(trouble)
        elif self._document.trouble:
            self._document.note_trouble("")
            self._window.banner.clear_message()
            self._document.tell(self.tr("The project file is back where it was"))
        if not trouble:
            self._follow()
            self.looked.emit()

    def _follow(self) -> None:
        try:
            changed = self._document.project.follow_others()
        except ProjectError as refusal:
            self._window.banner.show_message(str(refusal), "error")
            return
        if changed:
            self._document.tell(self.tr("Another program changed this project; this is how it is"))

    def _tell(self, trouble: str) -> None:
        """Tell of trouble once; an edit that fails for it tells it again."""
        if trouble != self._document.trouble:
            self._document.note_trouble(trouble)

    def _watch(self) -> None:
        """Watch the file and its folder; what was replaced has to be watched anew."""
        path = self._document.project.path
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [str(one) for one in (path, path.parent) if one.exists()]
        missing = [one for one in wanted if one not in watched]
        if missing:
            self._watcher.addPaths(missing)

    def _notice(self, _path: str) -> None:
        self._rest.start()

    def _stop(self) -> None:
        self._rest.stop()
        self._watcher.blockSignals(True)
