"""The dialog before a brief is written: what is unfinished, and where the file goes."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from evidence_board.analysis.warnings import rules
from evidence_board.brief.handling import handling_of
from evidence_board.brief.redaction import NOTHING, Redaction
from evidence_board.typeset.forms import BY_NAME, FORMS, Form
from evidence_board.ui.dialogs import message
from evidence_board.ui.dialogs.form import refuse
from evidence_board.ui.dialogs.path_field import PathField
from evidence_board.ui.dialogs.redaction import RedactionDialog
from evidence_board.ui.dialogs.tall_form import TallForm
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, plain_tip, scaled
from evidence_board.ui.theme import icon

MOST = 100
"""So many open points are listed here."""
_LOOKS = {
    "broken": ("octagon-alert", "status.error.text"),
    "held back": ("octagon-alert", "status.error.text"),
    "doubtful": ("triangle-alert", "status.warn.text"),
    "unfinished": ("triangle-alert", "status.warn.text"),
    "to know": ("info", "status.info.text"),
}


class ExportDialog(TallForm):
    """Nothing that is unfinished holds a brief back; it is listed here and in the brief."""

    shown = Signal(str)
    """The id of the record behind a point that a person wants to see."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Show what is open in ``document``: what the list of issues has."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Export draft brief"))
        self.verb.setText(self.tr("Write draft"))
        self.setMinimumWidth(scaled(560))
        self._document, self._project = document, document.project
        project = document.project
        self.points = self._list()
        self._points_told = self.add_field(self.tr("Open points"), self.points, " ")
        document.issues.looked.connect(self._show_points)
        marking = self.tr(
            "Marked {marking} and Draft on every page. What goes out has a number: “Issue brief” "
            "writes it."
        )
        marked = marking.format(marking=handling_of(project).label)
        self.add_widget(label(marked, "hint", wrap=True))
        self.form_field = QComboBox()
        for form in FORMS:
            self.form_field.addItem(self._title(form), form.name)
        self.form_field.currentIndexChanged.connect(self._take_form)
        self.add_field(self.tr("Form"), self.form_field)
        self.attach_field = QCheckBox(self.tr("Attach the project"))
        self.add_field(
            self.tr("Inside the file"),
            self.attach_field,
            self.tr(
                "Whoever has the brief can then check it against its records: all of them but "
                "private notes, of originals only name, size and hash."
            ),
        )
        self.redaction = NOTHING
        self._blacked_out = label(self.tr("Nothing"))
        self.redact_button = QPushButton(self.tr("Choose"))
        self.redact_button.setAutoDefault(False)
        self.redact_button.clicked.connect(self._ask_redaction)
        self.add_field(self.tr("Blacked out"), self._beside(self._blacked_out, self.redact_button))
        self.path_field = PathField(str(project.path.with_suffix(".pdf")))
        self.path_field.setAccessibleName(self.tr("Save as"))
        self.path_field.textEdited.connect(lambda _text: refuse(self._path_hint, ""))
        self._path_hint: QLabel = self.add_field(
            self.tr("Save as"), self.with_browse(self.path_field, self._browse)
        )
        self.finish()
        self._show_points()
        self.verb.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_redaction(self, wish: Redaction) -> None:
        """Black these out, and say how much that is."""
        self.redaction = wish
        told = [
            self.tr("%n source(s)", "", len(wish.sources)) if wish.sources else "",
            self.tr("%n word(s) or name(s)", "", len(wish.words)) if wish.words else "",
        ]
        self._blacked_out.setText(", ".join(part for part in told if part) or self.tr("Nothing"))

    def _ask_redaction(self) -> None:
        dialog = RedactionDialog(self._project, self.redaction, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.take_redaction(dialog.redaction()))
        dialog.open()

    def _beside(self, told: QLabel, button: QPushButton) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(told, 1)
        across.addWidget(button)
        button.setAccessibleName(self.tr("Choose what is blacked out"))
        return row

    def attach(self) -> bool:
        """Whether the project is to travel inside the brief."""
        return self.attach_field.isChecked() and self.form() == "pdf"

    def form(self) -> str:
        """Return the name of the form that is wanted."""
        return str(self.form_field.currentData())

    def path(self) -> Path:
        """Return where the brief is to go."""
        path, suffix = Path(self.path_field.text().strip()).expanduser(), self._suffix()
        return path if path.suffix == suffix else path.with_name(f"{path.name}{suffix}")

    def try_accept(self) -> None:
        """Accept if the folder is there, and nothing is replaced that is to stay."""
        if not self.path().parent.is_dir():
            refuse(self._path_hint, self.tr("This folder does not exist. Choose another one."))
            self.show_widget(self._path_hint)
        elif message.may_write(self, self.path()):
            self.accept()

    def _suffix(self) -> str:
        return BY_NAME[self.form()].suffix

    def _title(self, form: Form) -> str:
        titles = {
            "pdf": self.tr("PDF: to last, to read aloud, to verify"),
            "html": self.tr("Web page: one file, no script, nothing from elsewhere"),
            "md": self.tr("Markdown: plain text with links"),
            "docx": self.tr("Word document: to work on"),
        }
        return titles[form.name]

    def _take_form(self) -> None:
        """Give the file the end that its form has; only a PDF carries the project."""
        path = Path(self.path_field.text().strip())
        if path.suffix in {form.suffix for form in FORMS}:
            self.path_field.setText(str(path.with_suffix(self._suffix())))
        refuse(self._path_hint, "")
        self.attach_field.setEnabled(self.form() == "pdf")

    def _list(self) -> QListWidget:
        shown = QListWidget()
        shown.setProperty("role", "points")
        shown.setFixedHeight(scaled(180))
        shown.setWordWrap(True)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setTextElideMode(Qt.TextElideMode.ElideNone)
        shown.itemActivated.connect(self._show)
        return shown

    @Slot()
    def _show_points(self) -> None:
        """Show the worst of what is open, as it was found last."""
        issues, place = self._document.issues, self.points.currentRow()
        found = issues.found.open
        self.points.clear()
        for one in found[:MOST]:
            told = rules.sentence(self._project, one)
            line = QListWidgetItem(icon(*_LOOKS[rules.severity(one)]), told)
            line.setToolTip(plain_tip(told))
            line.setData(Qt.ItemDataRole.UserRole, one.records[0])
            self.points.addItem(line)
        self.points.setCurrentRow(min(place, self.points.count() - 1))
        self.points.setVisible(bool(found))
        self._points_told.setText(self._told(len(found), looked=issues.current))
        self.fit()

    def _told(self, count: int, *, looked: bool) -> str:
        if not count:
            return self.tr("Nothing is open.") if looked else self.tr("Looking…")
        told = self.tr("%n open point(s)", "", count)
        if count > MOST:
            told += " " + self.tr("(the worst are shown; Issues has all)")
        more = self.tr("They do not stop the export: the brief says what is left open.")
        return f"{told}. {more}"

    def _show(self, line: QListWidgetItem) -> None:
        record = str(line.data(Qt.ItemDataRole.UserRole))
        self.reject()
        self.shown.emit(record)

    def _browse(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            str(self.path()),
            f"{BY_NAME[self.form()].title} (*{self._suffix()})",
            options=QFileDialog.Option.DontConfirmOverwrite,  # the verb asks, in our words
        )
        if chosen:
            self.path_field.setText(chosen)
            refuse(self._path_hint, "")
