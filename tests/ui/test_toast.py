"""The toast says all that it has to say, however narrow its view is."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.ui.theme import apply_theme
from evidence_board.ui.toast import Offer, Toast

LONG = "Only pages and pictures can be as wide as the window, and this is a text."


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [260, 500, 1_200])
def test_a_line_is_whole_within_a_view_of_any_width(
    qtbot: QtBot, application: QApplication, width: int, scale: float
) -> None:
    apply_theme(application, "light", scale)
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(width, 500)
    ground.show()
    toast = Toast(ground)
    toast.show_line(LONG, Offer("Undo", lambda: None))
    (text,) = toast.findChildren(QLabel)
    assert ground.rect().contains(toast.geometry())
    assert text.height() >= text.heightForWidth(text.width())
    assert text.wordWrap() or text.width() >= text.fontMetrics().horizontalAdvance(LONG)
    toast.show_line("Done")
    assert not text.wordWrap()
    apply_theme(application, "light")
