"""The keyboard ring: where it stands, when it goes, and that it follows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.ui.focus import FocusRing
from evidence_board.ui.theme import apply_theme

# The platform of tests without a display says so of each window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def buttons(application: QApplication, qtbot: QtBot) -> Iterator[tuple[QPushButton, QPushButton]]:
    """Give two buttons side by side in an active window."""
    apply_theme(application, "light")
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    pair = QPushButton("Same origin", window), QPushButton("Keep apart", window)
    for button in pair:
        row.addWidget(button)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield pair
    window.close()


def _ring(button: QPushButton) -> FocusRing | None:
    rings = [ring for ring in button.window().findChildren(FocusRing) if ring.isVisible()]
    assert len(rings) <= 1
    return rings[0] if rings else None


def test_the_ring_stands_around_the_control_that_a_key_reached(
    buttons: tuple[QPushButton, QPushButton],
) -> None:
    first, second = buttons
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    ring = _ring(second)
    assert ring is not None
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_a_click_shows_no_ring_and_takes_one_away(
    buttons: tuple[QPushButton, QPushButton],
) -> None:
    first, second = buttons
    first.setFocus()
    assert _ring(first) is not None
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert _ring(first) is None
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert _ring(second) is None


def test_the_ring_follows_a_control_that_moves(buttons: tuple[QPushButton, QPushButton]) -> None:
    first, _ = buttons
    first.setFocus()
    first.move(first.x() + 20, first.y() + 8)
    ring = _ring(first)
    assert ring is not None
    assert ring.geometry() == first.geometry().adjusted(-4, -4, 4, 4)


def test_a_ring_survives_the_end_of_its_control_and_of_its_window(
    buttons: tuple[QPushButton, QPushButton],
) -> None:
    first, second = buttons
    first.setFocus()
    first.deleteLater()
    QApplication.sendPostedEvents(first, 0)
    second.setFocus()
    assert _ring(second) is not None
    second.window().hide()


def test_the_ring_of_a_pane_goes_round_what_its_opaque_parts_cover_too(
    buttons: tuple[QPushButton, QPushButton], qtbot: QtBot
) -> None:
    pane = QTextEdit(buttons[0].window())
    cover = QWidget(pane)
    cover.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    cover.setGeometry(0, 0, 5_000, 10)
    row = buttons[0].window().layout()
    assert row is not None
    row.addWidget(pane)
    qtbot.waitUntil(lambda: pane.isVisible() and pane.width() > 0)
    pane.setFocus()
    rings = [one for one in pane.window().findChildren(FocusRing) if one.isVisible()]
    assert [one.geometry() for one in rings] == [pane.geometry()]
