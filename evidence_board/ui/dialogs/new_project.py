"""The dialog for a new project: what it asks, on which scale, under which marking, and where."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from evidence_board.model.scales import MARKINGS, SCALES, ScaleKey, Tlp
from evidence_board.ui.dialogs.form import FormDialog, refuse
from evidence_board.ui.dialogs.path_field import PathField
from evidence_board.ui.labels import scaled

SUFFIX = ".evboard"
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')

_LONGEST = 80
"""The most characters of a title that become part of a file name."""


@dataclass(frozen=True)
class NewProject:
    """What a person filled in."""

    path: Path
    title: str
    question: str
    scale: ScaleKey
    tlp: Tlp
    author: str = ""


class NewProjectDialog(FormDialog):
    """Asks for a new project; `answer` is set once the dialog is accepted."""

    def __init__(self, folder: Path, parent: QWidget | None = None, author: str = "") -> None:
        """Offer ``folder`` to save in, and the name that was given before, if any."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("New project"))
        self.verb.setText(self.tr("Create project"))
        self.answer: NewProject | None = None
        self._folder = folder
        self._named_by_hand = False
        self.title_field = QLineEdit()
        self.title_field.setProperty("role", "title")
        self.title_field.textEdited.connect(self._name_from_title)
        self.question_field = QPlainTextEdit()
        self.question_field.setFixedHeight(scaled(56))
        self.question_field.setTabChangesFocus(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.try_accept)
        self.scale_field = self._choice([(one.name, one.key) for one in SCALES.values()])
        self.marking_field = self._choice([(one, one) for one in MARKINGS])
        self.author_field = QLineEdit(author)
        self.path_field = PathField()
        self.path_field.textEdited.connect(self._named)
        self._build()
        self.scale_field.setCurrentIndex(self.scale_field.findData("icd203"))
        self.marking_field.setCurrentIndex(self.marking_field.findData("TLP:AMBER"))
        self._name_from_title()
        self.title_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_accept(self) -> None:
        """Accept unless the file would overwrite something or has no folder."""
        path = self._path()
        if not self.title_field.text().strip():
            refuse(self._title_hint, self.tr("A project needs a title."))
            self.title_field.setFocus()
        elif path.exists():
            taken = self.tr("“{name}” exists already. Choose another name.")
            refuse(self._path_hint, taken.format(name=path.name))
            self.path_field.setFocus()
        elif not path.parent.is_dir() and path.parent != self._folder:
            refuse(self._path_hint, self.tr("This folder does not exist. Choose another one."))
            self.path_field.setFocus()
        else:
            self.answer = NewProject(
                path,
                self.title_field.text().strip(),
                self.question_field.toPlainText().strip(),
                self.scale_field.currentData(),
                self.marking_field.currentData(),
                " ".join(self.author_field.text().split()),
            )
            self.accept()

    def _build(self) -> None:
        self._title_hint = self.add_field(self.tr("Title"), self.title_field)
        self.question_field.setPlaceholderText(
            self.tr("What the brief is to answer. It can be written later.")
        )
        self.add_field(self.tr("Key question"), self.question_field)
        self._scale_hint = self.add_field(self.tr("Likelihood scale"), self.scale_field, " ")
        self.scale_field.currentIndexChanged.connect(self._show_terms)
        self._marking_hint = self.add_field(self.tr("Marking"), self.marking_field, " ")
        self.marking_field.currentIndexChanged.connect(self._show_handling)
        self.author_field.setPlaceholderText(self.tr("Stands in the history. It may stay empty."))
        self.add_field(self.tr("Your name"), self.author_field)
        self._path_hint = self.add_field(self.tr("Save as"), self._path_row())
        self._show_terms()
        self._show_handling()
        self.finish()

    def _path_row(self) -> QWidget:
        self.path_field.setAccessibleName(self.tr("Save as"))
        row = self.with_browse(self.path_field, self._browse)
        row.setAccessibleName(self.tr("Save as"))
        return row

    def _choice(self, rows: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for words, key in rows:
            box.addItem(words, key)
        return box

    def _show_terms(self) -> None:
        scale = SCALES[self.scale_field.currentData()]
        self._scale_hint.setText(", ".join(term.word for term in scale.terms) + ".")

    def _show_handling(self) -> None:
        self._marking_hint.setText(MARKINGS[self.marking_field.currentData()].handling)

    def _name_from_title(self) -> None:
        refuse(self._title_hint, "")
        if not self._named_by_hand:
            words = " ".join(_UNSAFE.sub(" ", self.title_field.text()).split())
            name = words.strip(".")[:_LONGEST] or self.tr("Project")
            self.path_field.setText(str(self._folder / f"{name}{SUFFIX}"))
            refuse(self._path_hint, "")

    def _named(self) -> None:
        self._named_by_hand = True
        refuse(self._path_hint, "")

    def _browse(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as"),
            str(self._path()),
            self.tr("Projects") + f" (*{SUFFIX})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.path_field.setText(chosen)
            self._named()

    def _path(self) -> Path:
        path = Path(self.path_field.text().strip()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")
