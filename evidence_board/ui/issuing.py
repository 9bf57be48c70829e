"""Issuing the brief: the next number, one file, one undo step."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from evidence_board.commands import briefing
from evidence_board.delivery.making import Made, Wanted
from evidence_board.model.issue import Issue
from evidence_board.typeset.forms import FORMS
from evidence_board.ui.dialogs import message
from evidence_board.ui.document import Document
from evidence_board.ui.exporting import Exporting
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.making import Making


class Issuing(QObject):
    """Writes a numbered issue and keeps it in the project once its file is there."""

    def __init__(self, window: MainWindow, document: Document, exporting: Exporting) -> None:
        """Issue the brief of ``document``, which owns this."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._exporting = exporting
        self._under_way = False

    def ask(self) -> None:
        """Ask where the issue is to go, and write it."""
        if self._under_way:
            return
        project = self._document.project
        number = project.next_number(Issue)
        title = self.tr("Save issue {number} of the brief").format(number=number)
        dialog = QFileDialog(self._window, title, str(project.path.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        endings = {f"{form.title} (*{form.suffix})": form.suffix for form in FORMS}
        dialog.setNameFilters(list(endings))
        dialog.filterSelected.connect(lambda chosen: _end_as(dialog, endings[chosen]))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # we ask, in our words
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Issue"))
        name = self.tr("{name}, issue {number}").format(name=project.path.stem, number=number)
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.issue_to(Path(chosen)))
        dialog.open()

    def issue_to(self, path: Path) -> None:
        """Write the next issue to ``path``; what is there is replaced only if wanted."""
        if not self._exporting.is_project(path) and message.may_write(self._window, path):
            self._exporting.rechecking.before(partial(self._make, path))

    def _make(self, path: Path) -> None:
        """Have the issue of the project as it is now made, in a process of its own."""
        if self._under_way:
            return
        self._under_way = True
        project, found = self._document.project, self._document.evidence
        number = project.next_number(Issue)
        wanted = Wanted(
            path=path,
            at=project.now(),
            form=_form_of(path),
            altered=found.altered if found is not None else frozenset(),
            issue=number,
            by=project.author,
        )
        title = self.tr("Typesetting issue {number}").format(number=number)
        making = Making(self._document, title, wanted)
        making.made.connect(partial(self._keep, path))
        making.cancelled.connect(self._tell_cancelled)
        making.finished.connect(self._end)
        making.begin()

    def _keep(self, path: Path, made: object) -> None:
        """Keep the issue, whose file is in its place."""
        if not isinstance(made, Made):
            return
        issue = Issue.stored(dict(made.issue))
        if self._document.does(briefing.keep_issue, issue, path.name, made.sha256):
            told = self.tr("Issue {number} written").format(number=issue.number)
            self._exporting.tell_written(told, path)

    def _tell_cancelled(self) -> None:
        if self._window.isVisible():  # not where it is closing
            self._document.tell(self.tr("Nothing was issued: cancelled"))

    def _end(self) -> None:
        self._under_way = False


def _form_of(path: Path) -> str:
    """Return the form that the end of a file's name asks for, else PDF."""
    return next((form.name for form in FORMS if form.suffix == path.suffix.lower()), "pdf")


def _end_as(dialog: QFileDialog, suffix: str) -> None:
    """Give the file the end that its form has."""
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    for chosen in dialog.selectedFiles()[:1]:
        dialog.selectFile(Path(chosen).with_suffix(suffix).name)
