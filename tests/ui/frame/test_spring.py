"""Words on their way from the reader to the board, past the rail."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.ui.spring import HOVER_MS
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def words(wiring: Wiring, source: Source) -> QMimeData:
    """Open a source in the reader and give its selected words as they are dragged."""
    wiring.document.read(source.id)
    wiring.reader.page.select(24, 48)
    dragged = wiring.reader.making.drag()
    assert dragged is not None
    return dragged


def button(wiring: Wiring) -> QWidget:
    return wiring.window.rail.widgetForAction(wiring.window.actions_here["board"])


def enter(widget: QWidget, mime: QMimeData, spot: QPoint) -> bool:
    """Drag into a widget and over it; says whether it takes the drag."""
    entering = QDragEnterEvent(spot, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(widget, entering)
    QApplication.sendEvent(widget, QDragMoveEvent(spot, COPY, mime, LEFT, NONE))
    return entering.isAccepted()


def test_words_dragged_over_the_board_button_open_the_board_and_drop_there(
    wiring: Wiring, words: QMimeData, qtbot: QtBot
) -> None:
    assert wiring.mode == "reader"
    rail = button(wiring)
    assert enter(rail, words, rail.rect().center())
    qtbot.waitUntil(lambda: wiring.mode == "board", timeout=2_000)
    QApplication.sendEvent(rail, QDragLeaveEvent())
    board = wiring.board
    qtbot.waitUntil(board.isVisible)
    x, y = board.camera.viewport.to_screen(400, 400)
    spot = QPoint(round(x), round(y))
    assert enter(board, words, spot)
    QApplication.sendEvent(board, QDropEvent(QPointF(spot), COPY, words, LEFT, NONE))
    made = wiring.document.project.all(Claim)[-1]
    assert made.text == "Two lorries stayed on th"
    assert wiring.document.project.all(Assertion)[-1].claim == made.id
    (card,) = (card for card in wiring.document.project.all(Card) if card.record == made.id)
    assert (card.x, card.y) == (400, 400)


def test_a_drag_that_only_passes_over_the_button_stays_in_the_reader(
    wiring: Wiring, words: QMimeData
) -> None:
    rail = button(wiring)
    enter(rail, words, rail.rect().center())
    QApplication.sendEvent(rail, QDragLeaveEvent())
    QTest.qWait(HOVER_MS + 150)
    assert wiring.mode == "reader"


def test_what_the_board_cannot_take_opens_nothing(wiring: Wiring, words: QMimeData) -> None:
    mime = QMimeData()
    mime.setData("application/x-nothing", b"1")
    rail = button(wiring)
    assert not enter(rail, mime, rail.rect().center())
    QTest.qWait(HOVER_MS + 150)
    assert wiring.mode == "reader"
