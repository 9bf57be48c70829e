"""Asking in which encoding a text is, with a look at what each one makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QPlainTextEdit, QWidget

from evidence_board.ingest.draft import Candidate
from evidence_board.ui.dialogs.form import FormDialog
from evidence_board.ui.labels import label, scaled


@dataclass(frozen=True)
class Chosen:
    """The encoding that was chosen, and whether for all texts of the batch that could be in it."""

    encoding: str
    for_all: bool


class EncodingDialog(FormDialog):
    """Encodings to choose from; the text below changes with the choice."""

    def __init__(
        self,
        parent: QWidget | None,
        file_name: str,
        candidates: Sequence[Candidate],
        *,
        others: bool = False,
    ) -> None:
        """Ask about one file; ``others`` offers the same answer for the rest of the batch."""
        title, verb = self.tr("How is this text written?"), self.tr("Read it so")
        super().__init__(title, verb, parent)
        self.setMinimumWidth(scaled(560))
        self._candidates = tuple(candidates)
        sentence = self.tr("“{name}” does not say which encoding it is in, and several fit.")
        told = sentence.format(name=file_name)
        more = self.tr("Choose the one with which the letters below are right.")
        self.add_widget(label(f"{told} {more}", wrap=True))
        self.list = QListWidget()
        self.list.addItems([one.label for one in self._candidates])
        self.list.setUniformItemSizes(True)
        row = max(self.list.sizeHintForRow(0), scaled(24))
        self.list.setFixedHeight(row * len(self._candidates) + scaled(12))
        self.add_field(self.tr("Encoding"), self.list)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setMinimumHeight(scaled(140))
        self.add_field(self.tr("So it reads"), self.preview)
        self.for_all = QCheckBox(self.tr("The same for the other texts that do not say"))
        self.for_all.setVisible(others)
        if others:
            self.add_widget(self.for_all)
        self.finish()
        self.cancel.setText(self.tr("Leave it out"))
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(
        cls, parent: QWidget | None, file_name: str, candidates: Sequence[Candidate], others: bool
    ) -> Chosen | None:
        """Return what was chosen; None leaves the file out."""
        dialog = cls(parent, file_name, candidates, others=others)
        accepted = dialog.exec() == cls.DialogCode.Accepted
        found = dialog.chosen() if accepted else None
        dialog.deleteLater()
        return found

    def chosen(self) -> Chosen:
        """Return what is chosen."""
        row = max(0, self.list.currentRow())
        return Chosen(self._candidates[row].encoding, self.for_all.isChecked())

    def _show(self, row: int) -> None:
        self.preview.setPlainText(self._candidates[row].preview)
