"""Issuing the brief: the next number, one file, one undo step; and exporting a draft again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from evidence_board.brief.issuing import issue_of
from evidence_board.commands import briefing
from evidence_board.delivery.ordering import ordered
from evidence_board.model.issue import Issue
from evidence_board.typeset.errors import TypesetError
from evidence_board.ui.dialogs import message
from evidence_board.ui.document import Document
from evidence_board.ui.exporting import Exporting, typeset
from evidence_board.ui.main_window import MainWindow


class Issuing(QObject):
    """Writes a numbered issue and keeps it in the project once its file is there."""

    def __init__(self, window: MainWindow, document: Document, exporting: Exporting) -> None:
        """Issue the brief of ``document``, which owns this."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._exporting = exporting
        self._under_way = False

    def again(self) -> None:
        """Write a draft where the last one was written; ask where the first one goes."""
        if self._exporting.last is None:
            self._exporting.brief()
        else:
            self._exporting.last()

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
        dialog.setNameFilters([self.tr("PDF (*.pdf)")])
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # we ask, in our words
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Issue"))
        name = self.tr("{name}, issue {number}").format(name=project.path.stem, number=number)
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.issue_to(Path(chosen)))
        dialog.open()

    def issue_to(self, path: Path) -> None:
        """Write the next issue to ``path``; what is there is replaced only if wanted."""
        if message.may_write(self._window, path):
            self._exporting.rechecking.before(partial(self._typeset, path))

    def _typeset(self, path: Path) -> None:
        """Typeset the issue of the project as it is now, in a process of its own."""
        if self._under_way:
            return
        self._under_way = True
        project, found = self._document.project, self._document.evidence
        at, number = project.now(), project.next_number(Issue)
        altered = found.altered if found is not None else frozenset[str]()
        order = ordered(project, at=at, altered=altered, issue=number)
        issue = issue_of(project, number=number, at=at, by=project.author)
        job = self._document.under_way.run(
            self.tr("Typesetting issue {number}").format(number=number),
            path,
            partial(typeset, order, "pdf"),
            (OSError, TypesetError),
        )
        job.done.connect(partial(self._keep, issue, path))
        job.failed.connect(self._document.problem)
        job.cancelled.connect(self._tell_cancelled)
        job.finished.connect(self._end)

    def _keep(self, issue: Issue, path: Path, made: object) -> None:
        """Put the file in its place, and keep the issue."""
        if not isinstance(made, bytes) or not self._exporting.write(path, made):
            return
        if self._document.does(briefing.keep_issue, issue, path.name, made):
            told = self.tr("Issue {number} written").format(number=issue.number)
            self._exporting.tell_written(told, path)

    def _tell_cancelled(self) -> None:
        if self._window.isVisible():  # not where it is closing
            self._document.tell(self.tr("Nothing was issued: cancelled"))

    def _end(self) -> None:
        self._under_way = False
