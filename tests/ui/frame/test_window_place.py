"""Windows stay on their screen: with their title bar, at the first start and restored."""

import pytest
from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.ui.window_place import bring_within, fit, size_within

LAPTOP = QRect(0, 0, 1440, 900)
FRAME = QMargins(1, 30, 1, 4)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        (QRect(0, 0, 1600, 1000), QRect(1, 30, 1438, 866)),
        (QRect(1000, 700, 800, 600), QRect(639, 296, 800, 600)),
        (QRect(-50, -50, 800, 600), QRect(1, 30, 800, 600)),
    ],
)
def test_a_window_is_moved_and_shrunk_only_as_far_as_needed(wanted: QRect, given: QRect) -> None:
    assert fit(wanted, LAPTOP, FRAME) == given


def test_a_panel_of_the_desktop_and_a_second_screen_are_heeded() -> None:
    second = QRect(1440, 24, 1280, 776)
    assert fit(QRect(0, 0, 1600, 1000), second, FRAME) == QRect(1441, 54, 1278, 742)


def test_a_window_is_never_larger_than_the_screen_it_shows_on(
    application: QApplication, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(1024, 640)
    room = window.screen().availableGeometry()
    size_within(window, QSize(4000, 3000))
    assert window.width() <= room.width()
    with qtbot.waitExposed(window):
        window.show()
    window.setGeometry(QRect(room.width() - 100, room.height() - 100, 400, 300))
    bring_within(window)
    assert room.contains(window.frameGeometry())
