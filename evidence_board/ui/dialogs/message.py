"""A dialog with a sentence and verbs: for what must be decided or known before going on."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import icon
from evidence_board.ui.wording import translate

_WIDEST = 900
"""In pixels: Qt makes no message box wider than 1,000, whatever is cut off, or half the screen."""


def show_sentence(parent: QWidget | None, sentence: str, more: str = "") -> None:
    """Show what happened until it is closed."""
    box = _box(parent, sentence, more)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.exec()


def ask(
    parent: QWidget | None, sentence: str, verb: str, more: str = "", *, done: bool = False
) -> bool:
    """Return whether the person chose ``verb`` rather than Cancel, or Close after what is done."""
    box = _box(parent, sentence, more, done=done)
    chosen = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    leave = QMessageBox.StandardButton.Close if done else QMessageBox.StandardButton.Cancel
    box.addButton(leave)
    box.setDefaultButton(chosen)
    box.exec()
    return box.clickedButton() is chosen


def choose(
    parent: QWidget | None,
    sentence: str,
    verbs: Sequence[str],
    more: str = "",
    *,
    ended: bool = False,
) -> str | None:
    """Return which of several verbs the person chose; None for Cancel, or Close after an end.

    What has ``ended`` badly has the best way on as its default, what may yet be left none.
    """
    box = _box(parent, sentence, more)
    buttons = {box.addButton(verb, QMessageBox.ButtonRole.AcceptRole): verb for verb in verbs}
    leave = QMessageBox.StandardButton.Close if ended else QMessageBox.StandardButton.Cancel
    left = box.addButton(leave)
    box.setDefaultButton(next(iter(buttons)) if ended else left)
    _let_verbs_be_read(box)
    box.exec()
    clicked = box.clickedButton()
    return next((verb for button, verb in buttons.items() if button is clicked), None)


def may_write(parent: QWidget | None, path: Path) -> bool:
    """Return whether ``path`` is free, or the person wants what is there replaced."""
    if not os.path.lexists(path):
        return True
    sentence = translate("Message", "“{name}” exists already.").format(name=path.name)
    box = _box(parent, sentence, translate("Message", "What it holds now is lost."))
    chosen = box.addButton(
        translate("Message", "Replace file"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is chosen


def _let_verbs_be_read(box: QMessageBox) -> None:
    """Put the buttons one below the other where a row of them is wider than Qt lets a box be."""
    row = box.findChild(QDialogButtonBox)
    if isinstance(row, QDialogButtonBox) and row.sizeHint().width() > _WIDEST:
        row.setOrientation(Qt.Orientation.Vertical)


def _box(parent: QWidget | None, sentence: str, more: str, *, done: bool = False) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(translate("Message", "Evidence Board"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    side = scaled(24)
    name, colour = ("check", "status.ok.text") if done else ("triangle-alert", "status.warn.text")
    sign = icon(name, colour, 24)
    box.setIconPixmap(sign.pixmap(QSize(side, side), box.devicePixelRatioF()))
    box.setText(sentence)
    box.setInformativeText(more)
    return box
