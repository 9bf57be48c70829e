"""Exporting: the brief as a PDF and the project as JSON; importing that JSON again."""

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from evidence_board.brief.redaction import NOTHING, Redaction
from evidence_board.commands import exchange, exporting
from evidence_board.delivery.making import Made, Wanted
from evidence_board.interchange import reading, writing
from evidence_board.interchange.document import Document as Taken
from evidence_board.model.capture import Capture
from evidence_board.project.beside import beside
from evidence_board.project.errors import ProjectError
from evidence_board.project.new_file import private_folder
from evidence_board.project.presence import Identity
from evidence_board.project.rechecking import Evidence
from evidence_board.project.whereabouts import refuse_elsewhere
from evidence_board.ui import brief_memory, outside
from evidence_board.ui.brief_memory import LastBrief
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.export_brief import ExportDialog
from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.making import Making
from evidence_board.ui.rechecking import Rechecking
from evidence_board.ui.toast import Offer
from evidence_board.ui.wording import translate

_PART = "part.json"


class Exporting(QObject):
    """Writes files from the project, whole or not at all."""

    def __init__(self, window: MainWindow, document: Document, folder: Path) -> None:
        """Export ``document``, which owns this; remember in the ``folder`` of the settings how."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._folder = folder
        self.rechecking = Rechecking(window, document)

    def brief(self) -> None:
        """Ask where to, show what is unfinished, and write the brief."""
        dialog = ExportDialog(self._document, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.shown.connect(self._document.lead_to)
        dialog.accepted.connect(lambda: self._write_as(dialog))
        dialog.open()

    def _write_as(self, dialog: ExportDialog) -> None:
        self.write_brief(
            dialog.path(), form=dialog.form(), attach=dialog.attach(), wish=dialog.redaction
        )

    def write_brief(
        self,
        path: Path,
        *,
        form: str = "pdf",
        attach: bool = False,
        wish: Redaction = NOTHING,
    ) -> None:
        """Hash the originals again, then make the brief in a form, and put it at ``path``.

        With ``attach`` the project travels inside; what ``wish`` names is blacked out.
        """
        self._begin(LastBrief(path, form, attach, wish))

    def again(self) -> None:
        """Write the brief where and as it was written last; ask if it never was, or it is gone.

        What lies there by now and was not written by this program is replaced only if wanted.
        """
        last = brief_memory.recall(self._folder, self._name)
        if last is None:
            self.brief()
            return
        look = self._document.jobs.run("", partial(_stand_of, last), apart=True)
        look.done.connect(partial(self._write_again, last))
        look.failed.connect(self._document.problem)

    def _write_again(self, last: LastBrief, stand: object) -> None:
        if stand == "nowhere":
            self.brief()
        elif stand == "ours" or message.may_write(self._window, last.path):
            self._begin(last)

    def _begin(self, wished: LastBrief) -> None:
        """Hash the originals again, then have the brief made."""
        if not self.is_project(wished.path):
            self.rechecking.before(partial(self._make, wished))

    def _make(self, wished: LastBrief) -> None:
        """Have the brief made in a process of its own."""
        found = self._document.evidence
        wanted = Wanted(
            path=wished.path,
            at=self._document.project.now(),
            form=wished.form,
            wish=wished.wish,
            altered=found.altered if found else frozenset(),
            attach=wished.attach,
        )
        making = Making(self._document, self.tr("Typesetting the brief"), wanted)
        making.made.connect(partial(self._keep_brief, wished))
        making.cancelled.connect(self._tell_no_brief)
        making.begin()

    def _keep_brief(self, wished: LastBrief, made: object) -> None:
        if isinstance(made, Made):
            kept = replace(wished, path=wished.path.absolute(), sha256=made.sha256)
            brief_memory.keep(self._folder, self._name, kept)
            self.tell_written(self.tr("Brief written"), wished.path)

    @property
    def _name(self) -> str:
        return str(self._document.project.path.absolute())

    def json(self) -> None:
        """Ask where to, and write the project with its sealed bytes as JSON."""
        self._choose(
            self.tr("Export as JSON"), ".json", QFileDialog.AcceptMode.AcceptSave, self.export_json
        )

    def export_json(self, path: Path) -> None:
        """Write the project as JSON to ``path``; what is there is replaced only if wanted."""
        if message.may_write(self._window, path):
            self.write_json(path)

    def write_json(self, path: Path) -> None:
        """Write the project as JSON to ``path``, in a process of its own; what differs is told."""
        if self.is_project(path):
            return
        document = self._document
        document.project.settle()
        job = document.under_way.run(
            self.tr("Writing the JSON"),
            path,
            partial(exported, document.project.path, document.project.lies_at, path),
            (ProjectError, ValueError),
        )
        job.done.connect(partial(self._tell_json, path))
        job.failed.connect(document.problem)
        job.cancelled.connect(self._tell_cancelled)

    def _tell_json(self, path: Path, different: object) -> None:
        """Tell that all is written, and what of it is not what was captured."""
        if isinstance(different, tuple):
            captures = self._document.project.columns(Capture, "sha256")[0]
            found = Evidence(len(set(captures)), frozenset(map(str, different)))
            self.rechecking.take(found)
            self.tell_written(self.tr("JSON written"), path)

    def _tell_no_brief(self) -> None:
        if self._window.isVisible():  # as below
            self._document.tell(self.tr("No brief was written: cancelled"))

    def _tell_cancelled(self) -> None:
        if self._window.isVisible():  # not where it is closing
            self._document.tell(self.tr("No JSON was written: cancelled"))

    def import_json(self) -> None:
        """Ask for a JSON document and take it in."""
        self._choose(
            self.tr("Import JSON"), ".json", QFileDialog.AcceptMode.AcceptOpen, self.take_in
        )

    def take_in(self, path: Path) -> None:
        """Take a JSON document in, all or nothing; it is read beside the window."""
        job = self._document.jobs.run(self.tr("Reading the JSON"), partial(read, path))
        job.done.connect(self._take_in)
        job.failed.connect(self._document.problem)

    def _take_in(self, taken: object) -> None:
        if not isinstance(taken, Taken):
            return
        count = self._document.act(exchange.take_in, taken)
        if count is not None:
            told = self.tr("%n record(s) taken in", "", count) if count else ""
            self._document.tell(told or self.tr("Nothing was new"), undo=bool(count))

    def is_project(self, path: Path) -> bool:
        """Whether the file is the project itself, which is told."""
        project = self._document.project.path
        if not (path.exists() and project.exists() and path.samefile(project)):
            return False
        told = self.tr("“{name}” is the project itself. Choose another name.")
        self._document.problem.emit(told.format(name=path.name))
        return True

    def tell_written(self, told: str, path: Path) -> None:
        """Tell that a file is there, with the ways to it."""
        self._window.toast.show_line(
            told,
            Offer(self.tr("Open folder"), partial(outside.show, path.parent)),
            Offer(self.tr("Open"), partial(outside.show, path)),
        )

    def _choose(
        self, title: str, suffix: str, mode: QFileDialog.AcceptMode, then: Callable[[Path], None]
    ) -> None:
        path = self._document.project.path
        dialog = QFileDialog(self._window, title, str(path.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.setNameFilters([f"{suffix} (*{suffix})", self.tr("All files (*)")])
        if mode == QFileDialog.AcceptMode.AcceptSave:
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # `export_json` asks
            dialog.selectFile(path.with_suffix(suffix).name)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()


def exported(
    path: Path, file: Identity, out: Path
) -> Generator[tuple[int, int], None, tuple[str, ...]]:
    """Write a project as JSON in a process of its own; it is at ``out`` whole or not at all.

    Returns the SHA-256 of bytes that differ. ProjectError says why nothing was written.
    """
    refuse_elsewhere(path, file)
    try:
        with private_folder(out, _PART) as folder:
            part = folder / _PART
            different = yield from beside(partial(exporting.export, path, part))
            writing.put(part, out)
    except OSError as refusal:
        raise ProjectError(_not_written(out, refusal)) from refusal
    return different


def read(path: Path) -> Generator[tuple[int, int], None, Taken]:
    """Return the document in a file; ValueError says why there is none."""
    try:
        return (yield from reading.read(path))
    except OSError as refusal:
        raise ValueError(f"{path.name}: {refusal.strerror}.") from refusal


def _not_written(path: Path, refusal: OSError) -> str:
    told = translate("Exporting", "“{name}” could not be written ({why}). Choose another place.")
    return told.format(name=path.name, why=refusal.strerror or str(refusal))


def _stand_of(last: LastBrief) -> str:
    """Return what lies where a brief was written: "ours", "another" file, or the place is gone."""
    if not last.path.parent.is_dir():
        return "nowhere"
    try:
        return "ours" if last.is_ours() else "another"
    except OSError:
        return "another"
