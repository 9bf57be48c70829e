"""The form of dialogs that make a file: where to, how far it is, and then what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QWidget,
)

from evidence_board.ui.dialogs.form import refuse
from evidence_board.ui.dialogs.new_project import SUFFIX
from evidence_board.ui.dialogs.path_field import PathField
from evidence_board.ui.dialogs.tall_form import TallForm
from evidence_board.ui.jobs import Job
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.under_way import no_answer


class WorkDialog(TallForm):
    """Its fields make way for a report when the work is done; Cancel stops the work first."""

    def __init__(self, title: str, verb: str, place: Path, parent: QWidget | None) -> None:
        """Propose ``place`` for the new file, which replaces none."""
        super().__init__(title, verb, parent)
        self.setMinimumWidth(scaled(560))
        self.path_field = PathField(str(place))
        self.path_field.setAccessibleName(self.tr("Save as"))
        self._path_hint: QLabel = label()
        self.path_field.textEdited.connect(lambda _text: self._refuse(""))
        self._job: Job | None = None
        self._made = False
        self._stuck = False

    def new_path(self) -> Path:
        """Return where the new file is, or is to be."""
        path = Path(self.path_field.text().strip()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")

    def try_accept(self) -> None:
        """Begin the work, or accept what it made."""
        if self._made:
            self.accept()
        else:
            self._begin(self.begin())  # that looks at the place, which may not answer

    def begin(self) -> Job:
        """Return the work on what the fields hold, started."""
        raise NotImplementedError

    def reject(self) -> None:
        """Stop the work that is under way; else close."""
        if self._job is not None and not self._stuck:
            self._job.cancel()
            self.cancel.setEnabled(False)
        else:
            super().reject()

    def finish(self) -> None:
        """Add the place, the progress, the report and the buttons."""
        row = self.with_browse(self.path_field, self._browse)
        row.setAccessibleName(self.tr("Save as"))
        self._path_hint = self.add_field(self.tr("Save as"), row)
        self.end_fields()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.head = label("", wrap=True)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("What came of it"))
        self.report.setMinimumHeight(scaled(220))
        for widget in (self.bar, self.head, self.report):
            self._column.addWidget(widget)
            widget.hide()
        super().finish()

    def show_made(self, head: str, lines: list[str], verb: str) -> None:
        """Show what came of it in place of the fields; ``verb`` accepts it."""
        self._made = True
        self._area.hide()
        self.head.setText(head)
        self.head.show()
        self.report.setPlainText("\n".join(lines))
        self.report.setVisible(bool(lines))
        self.verb.setText(verb)
        self.cancel.setText(self.tr("Close"))
        self.fit()

    def _begin(self, job: Job) -> None:
        self._job = job
        self._enable(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        job.progressed.connect(self._progress)
        job.failed.connect(self._refuse)
        job.stuck.connect(self._offer_leaving)
        job.finished.connect(self._end)

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _offer_leaving(self) -> None:
        """Let the dialog be closed though the work has not stopped: its place does not answer."""
        self._stuck = True
        self.bar.hide()
        self._refuse(no_answer(self.new_path()))
        self.cancel.setText(self.tr("Close"))
        self.cancel.setEnabled(True)

    def _refuse(self, sentence: str) -> None:
        """Say under the path what is wrong, in sight: the form grows for it."""
        before = self._path_hint.text()
        refuse(self._path_hint, sentence)
        if sentence != before:
            self.show_widget(self._path_hint)

    def _end(self) -> None:
        self._job = None
        if self._stuck:  # the place answers again
            self._stuck = False
            self.cancel.setText(self.tr("Cancel"))
            self._refuse("")
        self.bar.hide()
        self._enable(True)
        self.fit()
        if self._made:
            self.verb.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable(self, enabled: bool) -> None:
        self._form.setEnabled(enabled)
        self.verb.setEnabled(enabled)
        self.cancel.setEnabled(True)

    def _browse(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            str(self.new_path()),
            self.tr("Projects") + f" (*{SUFFIX})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.path_field.setText(chosen)
            self._refuse("")
