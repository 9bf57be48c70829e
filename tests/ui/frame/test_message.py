"""The message box: what it offers can be read, however long the words are."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.ui.dialogs import message

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_verbs_that_do_not_fit_side_by_side_stand_one_below_the_other(qtbot: QtBot) -> None:
    verbs = tuple(f"{word} of a verb that is too long for a row {'and on ' * 5}" for word in "ab")
    cut: list[str] = []

    def look() -> None:
        (box,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))
        cut.extend(
            one.text()
            for one in box.findChildren(QPushButton)
            if one.width() < one.sizeHint().width()
        )
        box.reject()

    QTimer.singleShot(200, look)
    assert message.choose(None, "What is it to be?", verbs) is None
    assert cut == []
