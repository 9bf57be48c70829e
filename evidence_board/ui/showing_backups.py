"""Showing the backups of a project and making a new file of one: find, choose, restore, open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from evidence_board.ui.background import find_backups, restore_backup
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.backups import BackupsDialog, Present
from evidence_board.ui.dialogs.new_project import SUFFIX
from evidence_board.ui.file_names import free_path
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.under_way import no_answer

if TYPE_CHECKING:
    from evidence_board.project.backups import Backup

Opens = Callable[[Path], object]


@dataclass(frozen=True)
class Asked:
    """Whose backups are shown: those of a file, of an open project, or, of neither, all."""

    path: Path | None = None
    project_id: str | None = None
    """Of a project that is open here."""
    present: Present | None = None
    """What it holds now."""


def show_backups(window: QWidget, jobs: Jobs, asked: Asked, opens: Opens) -> "Restoring":
    """Show backups in a dialog of ``window``, and restore the one that is chosen.

    ``Asked(path)`` will do for a file that is damaged or gone. ``opens`` is given the path of a
    restored project that the person wants to see.
    """
    shown = Restoring(window, jobs, asked, opens)
    shown.begin()
    return shown


class Restoring(QObject):
    """One showing of the dialog, from the list of backups to the project that is restored."""

    def __init__(self, window: QWidget, jobs: Jobs, asked: Asked, opens: Opens) -> None:
        """Belong to ``window``; `begin` looks for the backups."""
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._asked = asked
        self._opens = opens
        self.dialog: BackupsDialog | None = None

    def begin(self) -> None:
        """Look for the backups, and show them."""
        work = partial(find_backups, self._asked.path, self._asked.project_id)
        job = self._jobs.run(self.tr("Looking for backups"), work)
        job.done.connect(self._show)
        job.failed.connect(partial(message.show_sentence, self._window))

    def _show(self, found: "Sequence[Backup]") -> None:
        dialog = self.dialog = BackupsDialog(found, self._asked.present, self._window)
        dialog.restore_asked.connect(self._ask)
        dialog.destroyed.connect(self.deleteLater)
        dialog.open()

    def _ask(self, backup: "Backup") -> None:
        """Ask where the new file is to lie."""
        known = self._asked.path or Path(backup.summary.path if backup.summary else "project")
        folder = known.parent if known.parent.is_dir() else Path.home()
        words = self.tr("{name} of {day}").format(name=known.stem, day=f"{backup.at:%Y-%m-%d}")
        proposal = free_path(folder, words)
        dialog = QFileDialog(self.dialog, self.tr("Restore to a new file"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever replaced
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setNameFilter(self.tr("Projects") + f" (*{SUFFIX})")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Restore"))
        dialog.selectFile(proposal.name)
        dialog.fileSelected.connect(lambda chosen: self._restore(backup, Path(chosen)))
        dialog.open()

    def _restore(self, backup: "Backup", path: Path) -> None:
        dialog = self.dialog
        assert dialog is not None
        dialog.show_progress(0, 0)
        job = self._jobs.run("", partial(restore_backup, backup.path, path))
        dialog.cancel_asked.connect(job.cancel)
        job.progressed.connect(dialog.show_progress)
        job.finished.connect(dialog.end_progress)
        job.stuck.connect(lambda: self._tell_stuck(path))
        job.failed.connect(partial(message.show_sentence, dialog))
        job.done.connect(lambda _nothing: self._offer(path))

    def _tell_stuck(self, path: Path) -> None:
        dialog = self.dialog
        assert dialog is not None
        dialog.offer_leaving()
        message.show_sentence(dialog, no_answer(path))

    def _offer(self, path: Path) -> None:
        """Say that the file is there, and offer to open it."""
        dialog = self.dialog
        assert dialog is not None
        dialog.end_progress()
        told = self.tr("The backup was restored as “{name}”.").format(name=path.name)
        verb = self.tr("Open the restored project")
        if message.ask(dialog, told, verb, str(path.parent), done=True):
            dialog.close()
            self._opens(path)
