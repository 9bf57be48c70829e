"""Saving a copy of the project: history and all, never over a file that is there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from evidence_board.project.errors import ProjectError
from evidence_board.ui import outside
from evidence_board.ui.background import save_copy
from evidence_board.ui.dialogs.new_project import SUFFIX
from evidence_board.ui.document import Document
from evidence_board.ui.file_names import free_path
from evidence_board.ui.jobs import Job
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.toast import Offer


class Copying(QObject):
    """Copies an open project, also one that cannot be written any more."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        """Copy the project of ``document``, which owns this."""
        super().__init__(document)
        self._window = window
        self._document = document

    def ask(self) -> None:
        """Ask where the copy is to lie, and make it."""
        dialog = QFileDialog(self._window, self.tr("Save a copy"), str(self.proposal().parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a copy replaces nothing
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setNameFilter(self.tr("Projects") + f" (*{SUFFIX})")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Save a copy"))
        dialog.selectFile(self.proposal().name)
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def proposal(self) -> Path:
        """Return a name beside the project that nothing has yet."""
        path = self._document.project.path
        return free_path(path.parent, self.tr("{name} copy").format(name=path.stem))

    def save(self, path: Path) -> None:
        """Copy the project to ``path`` beside the window; what hinders it is told."""
        if self._document.waits:
            self._document.problem.emit(self._document.trouble)
            return
        self._document.settle()
        project = self._document.project
        work = partial(save_copy, project.path, project.lies_at, path)
        title = self.tr("Saving a copy")
        job = self._document.under_way.run(title, path, work, (ProjectError, OSError))
        job.done.connect(lambda made: self._tell(path) if made else self._save_from_here(path))
        self._follow(job)

    def _save_from_here(self, path: Path) -> None:
        """Copy by the connection that is open: no other process finds the file any more."""
        jobs, title = self._document.jobs, self.tr("Saving a copy")
        work = partial(self._document.project.save_copy, path)
        job = jobs.run_telling(title, work, (ProjectError, OSError))
        self._document.under_way.follow(job, title, path)
        job.done.connect(lambda _nothing: self._tell(path))
        self._follow(job)

    def _follow(self, job: Job) -> None:
        job.failed.connect(self._document.problem)
        job.cancelled.connect(self._tell_cancelled)

    def _tell_cancelled(self) -> None:
        if self._window.isVisible():  # not where it is closing
            self._document.tell(self.tr("No copy was saved: cancelled"))

    def _tell(self, path: Path) -> None:
        self._window.banner.clear_message()
        self._window.toast.show_line(
            self.tr("Copy saved"),
            Offer(self.tr("Open folder"), partial(outside.show, path.parent)),
            Offer(self.tr("Go on in the copy"), partial(self._window.open_asked.emit, str(path))),
        )
