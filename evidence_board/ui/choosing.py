"""Choosing a project: a new one, one from the disk, the sample case."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from evidence_board.paths import user_documents_folder
from evidence_board.ui.background import build_sample, create
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.new_project import SUFFIX, NewProjectDialog
from evidence_board.ui.dialogs.salvage import SalvageDialog
from evidence_board.ui.file_names import free_path
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.settings import SettingsFile


class Choosing(QObject):
    """The dialogs that end with a project's path; none of them blocks the program."""

    chosen = Signal(object, object)
    """The path of a project that exists now, and files to bring in as its sources."""

    def __init__(self, settings: SettingsFile, jobs: Jobs, parent: QObject) -> None:
        """Offer the folder that was used last."""
        super().__init__(parent)
        self._settings = settings
        self._jobs = jobs

    def new(self, window: QWidget, sources: Sequence[Path] = ()) -> None:
        """Ask for a new project, make it, and tell it with its sources."""
        dialog = NewProjectDialog(self.folder(), window, self._settings.current.author)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._create, window, dialog, tuple(sources)))
        dialog.open()

    def open(self, window: QWidget) -> None:
        """Ask for a project on the disk."""
        dialog = self._file_dialog(window, self.tr("Open a project"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._tell(Path(path)))
        dialog.open()

    def sample(self, window: QWidget) -> None:
        """Ask where to save the sample case, and build it there."""
        dialog = self._file_dialog(window, self.tr("Save the sample case as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Open the sample case"))
        dialog.selectFile(free_path(self.folder(), self.tr("Sample case")).name)
        dialog.fileSelected.connect(lambda path: self._build_sample(window, Path(path)))
        dialog.open()

    def salvage(self, window: QWidget) -> None:
        """Ask which project is damaged, and offer to save what can be read of it."""
        dialog = self._file_dialog(window, self.tr("Salvage a damaged project"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([*dialog.nameFilters(), self.tr("All files") + " (*)"])
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Choose"))
        dialog.fileSelected.connect(lambda path: self.offer_salvage(window, Path(path)))
        dialog.open()

    def offer_salvage(self, window: QWidget, path: Path) -> None:
        """Offer to save what can be read of a damaged project, and open that."""
        dialog = SalvageDialog(path, self._jobs, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._tell(dialog.new_path()))
        dialog.open()

    def folder(self) -> Path:
        """Return where to begin looking: the folder that was used last, or that of documents."""
        kept = self._settings.current.folder
        return Path(kept) if kept and Path(kept).is_dir() else user_documents_folder()

    def _create(self, window: QWidget, dialog: NewProjectDialog, sources: tuple[Path, ...]) -> None:
        answer = dialog.answer
        if answer is None:
            return
        self._settings.change(author=answer.author, author_asked=True)
        job = self._jobs.run(self.tr("Creating the project"), partial(create, answer))
        job.failed.connect(partial(message.show_sentence, window))
        job.done.connect(lambda _nothing: self._tell(answer.path, sources))

    def _build_sample(self, window: QWidget, path: Path) -> None:
        job = self._jobs.run(self.tr("Building the sample case"), partial(build_sample, path))
        job.failed.connect(partial(message.show_sentence, window))
        job.done.connect(lambda _nothing: self._tell(path))

    def _tell(self, path: Path, sources: tuple[Path, ...] = ()) -> None:
        self._settings.change(folder=str(path.parent))
        self.chosen.emit(path, sources)

    def _file_dialog(self, window: QWidget, title: str) -> QFileDialog:
        folder = self.folder()
        dialog = QFileDialog(window, title, str(folder if folder.is_dir() else Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Projects") + f" (*{SUFFIX})")
        return dialog
