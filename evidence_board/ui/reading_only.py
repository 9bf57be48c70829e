"""What the window of a project that is open to read only says of that, and what it offers."""

import os

from PySide6.QtCore import QObject

from evidence_board.project import lock
from evidence_board.ui.copying import Copying
from evidence_board.ui.dialogs.problems import ProblemsDialog
from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow


class ReadingOnly(QObject):
    """Fills the banner once the project is open; the chip in the title stays after it."""

    def __init__(self, window: MainWindow, document: Document, copying: Copying) -> None:
        """Belong to ``document``; ``copying`` is what the banner offers as a rule."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._copying = copying
        window.banner.acted.connect(self._act)

    def tell(self) -> None:
        """Say why nothing can be changed, or which rows were left out; else nothing."""
        if self._document.project.aside:
            self._tell_aside()
        elif self._document.project.read_only:
            self._tell_read_only()

    def _tell_read_only(self) -> None:
        path = self._document.project.path
        why = lock.who_has(path)
        if not why and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            why = self.tr("{name} cannot be written where it is.").format(name=path.name)
        told = (self.tr("Open to read only."), why, self.tr("A copy can be changed."))
        copy = self.tr("Save a copy")
        self._window.banner.show_message(" ".join(one for one in told if one), "info", copy)

    def _tell_aside(self) -> None:
        """Say that rows were left out; it is said again with each opening."""
        count = len(self._document.project.aside)
        told = self.tr("%n row(s) of this file cannot be read and are left out.", "", count)
        more = self.tr("The rest is open to read only; the file is as it was.")
        show = self.tr("Show what is left out")
        self._window.banner.show_message(f"{told} {more}", "error", show)

    def _act(self) -> None:
        """Do what the banner offers: show what is left out, else save a copy."""
        if self._window.banner.action.text() != self.tr("Show what is left out"):
            self._copying.ask()
            return
        told = self.tr(
            "These rows cannot be what a project holds, and are left out. The rest is open to "
            "read only: an edit beside them could lose them. Restore the project from a backup."
        )
        ProblemsDialog.listing(self._window, self._document.project.aside, told)
