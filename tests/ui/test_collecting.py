"""Garbage is collected on the window's thread, whoever made it."""

import gc
from threading import Thread, current_thread, main_thread
from weakref import finalize

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from pytestqt.qtbot import QtBot

from evidence_board.ui.collecting import Collector


class Ring:
    """A thing that holds itself."""

    def __init__(self) -> None:
        self.held = self


def test_rings_made_by_another_thread_go_on_the_windows_thread(qtbot: QtBot) -> None:
    owner = QObject()
    collector = Collector(owner)
    assert not gc.isenabled()
    gone: list[bool] = []

    def litter() -> None:
        finalize(Ring(), lambda: gone.append(current_thread() is main_thread()))
        for _ in range(20_000):
            Ring()

    thread = Thread(target=litter)
    thread.start()
    thread.join()
    assert not gone
    collector.look()
    assert gone == [True]


def test_all_is_collected_when_the_pointer_rests_and_at_last_anyway(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    collector = Collector(owner)
    asked: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: asked.append(generation))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    place = QPoint(0, 0)
    monkeypatch.setattr(QCursor, "pos", lambda: place)
    for _ in range(120):
        collector.look()
    assert asked == [1] * 11 + [2]
    asked.clear()
    for step in range(1200):
        place = QPoint(step + 1, 0)
        collector.look()
    assert asked == [1] * 11 + [2]
