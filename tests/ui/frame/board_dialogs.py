"""Hands for the dialogs of exporting and printing a board."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from evidence_board.ui.dialogs.export_board import ExportBoardDialog
from evidence_board.ui.dialogs.print_board import PrintBoardDialog
from evidence_board.ui.wiring import Wiring

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(kind: type[ExportBoardDialog] | type[PrintBoardDialog]) -> object:
    """Return the dialog that is open."""
    (found,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind))
    return found


def export_dialog(wiring: Wiring) -> ExportBoardDialog:
    """Open the dialog of a picture by its key."""
    QTest.keyClick(wiring.window, Qt.Key.Key_E, CTRL | ALT)
    found = opened(ExportBoardDialog)
    assert isinstance(found, ExportBoardDialog)
    return found


def print_dialog(wiring: Wiring) -> PrintBoardDialog:
    """Open the dialog of printing by its key."""
    QTest.keyClick(wiring.window, Qt.Key.Key_P, CTRL)
    found = opened(PrintBoardDialog)
    assert isinstance(found, PrintBoardDialog)
    return found


def save_as(dialog: ExportBoardDialog | PrintBoardDialog, path: Path) -> None:
    """Type where the file goes."""
    assert dialog.place is not None
    dialog.place.field.selectAll()
    QTest.keyClicks(dialog.place.field, str(path))


def choose(dialog: ExportBoardDialog, **keys: object) -> None:
    """Choose in fields by their keys."""
    for name, key in keys.items():
        field = getattr(dialog, f"{name}_field")
        field.setCurrentIndex(field.findData(key))


def answer(verb: str, asked: list[str]) -> None:
    """Press a button of the message that opens next."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == verb).click()

    QTimer.singleShot(0, press)
