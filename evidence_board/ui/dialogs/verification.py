"""What verifying a brief found: whether it agrees, and a line for each thing that does not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QListWidgetItem, QWidget

from evidence_board.analysis.dates import stamp_words
from evidence_board.delivery.differences import APART, lines
from evidence_board.delivery.verification import Verification
from evidence_board.ui.dialogs.tall_form import TallForm
from evidence_board.ui.labels import label, plain_tip, scaled
from evidence_board.ui.theme import icon
from evidence_board.ui.wording import translate

_MOST, _FEW = 2_000, 3
_WRONG = ("octagon-alert", "status.error.text")
_DIFFERENT = ("triangle-alert", "status.warn.text")
_TOLD = ("info", "status.info.text")
_RIGHT = ("shield-check", "status.ok.text")


class VerificationDialog(TallForm):
    """Findings, then what differs, then what was checked; Enter shows the record of a line."""

    reveal_asked = Signal(str)
    """Someone wants to see the record with this id."""

    def __init__(self, found: Verification, parent: QWidget | None = None) -> None:
        """Show what was ``found``."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Verify a brief"))
        self.setMinimumWidth(scaled(680))
        self.add_widget(label(self._told(found), wrap=True))
        if found.stamp is not None:
            made = self.tr("“{name}”: made on {time} with {tool}, project state {state}.")
            state = found.stamp.state[:12]
            told = made.format(
                name=found.file_name,
                time=stamp_words(found.stamp.at),
                tool=found.stamp.tool,
                state=f"{state[:4]} {state[4:8]} {state[8:]}",
            )
            self.add_widget(label(told, "hint", wrap=True))
        self.lines = self._list(found)
        self.add_widget(self.lines)
        self.verb.setText(self.tr("Copy list"))
        self.verb.setProperty("role", "")
        self.verb.setDefault(False)
        self.verb.setAutoDefault(False)
        self.cancel.setText(self.tr("Close"))
        self.finish()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_accept(self) -> None:
        """Copy the list; it stays open."""
        rows = (self.lines.item(row).text() for row in range(self.lines.count()))
        QApplication.clipboard().setText("\n".join(rows))

    def _told(self, found: Verification) -> str:
        if found.unknown:
            return self.tr("Whether the brief agrees could not be checked.")
        if not found.agrees:
            return self.tr("The brief does not agree.")
        if found.state:
            return self.tr("The brief and this project agree.")
        return self.tr("The brief agrees with what is attached to it.")

    def _list(self, found: Verification) -> QListWidget:
        shown = QListWidget()
        shown.setAccessibleName(self.tr("What was found"))
        shown.setProperty("role", "points")
        shown.setWordWrap(True)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setTextElideMode(Qt.TextElideMode.ElideNone)
        for finding in found.findings:
            _add(shown, _DIFFERENT if found.unknown else _WRONG, finding.text)
        apart = [one for one in found.differences if one.record in APART]
        for one in found.differences[:_MOST]:
            if one.record not in APART:
                _add(shown, _DIFFERENT, lines((one,))[0], one.id if one.what != "removed" else "")
        for line in lines(apart):
            _add(shown, _DIFFERENT, line)
        for remark in found.remarks:
            _add(shown, _RIGHT if found.agrees and found.compared == "bytes" else _TOLD, remark)
        shown.setMinimumHeight(scaled(260 if shown.count() > _FEW else 110))
        shown.setCurrentRow(0)
        shown.itemActivated.connect(self._show)
        return shown

    def _show(self, line: QListWidgetItem) -> None:
        if id := str(line.data(Qt.ItemDataRole.UserRole)):
            self.accept()
            self.reveal_asked.emit(id)


def ask_for_brief(parent: QWidget, folder: Path, chosen: Callable[[Path], None]) -> None:
    """Ask which brief is to be verified, from this folder on."""
    dialog = QFileDialog(parent, translate("VerificationDialog", "Verify a brief"), str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [
            translate("VerificationDialog", "PDF (*.pdf)"),
            translate("VerificationDialog", "All files (*)"),
        ]
    )
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("VerificationDialog", "Verify"))
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()


def show_found(found: Verification, parent: QWidget) -> VerificationDialog:
    """Show what was found, until it is closed."""
    dialog = VerificationDialog(found, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _add(shown: QListWidget, look: tuple[str, str], text: str, id: str = "") -> None:
    line = QListWidgetItem(icon(*look), text)
    line.setToolTip(plain_tip(text))
    line.setData(Qt.ItemDataRole.UserRole, id)
    shown.addItem(line)
