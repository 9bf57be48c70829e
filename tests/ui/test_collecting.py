"""Garbage is collected on the window's thread, whoever made it."""

import gc
from threading import Thread, current_thread, main_thread
from weakref import finalize

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from pytestqt.qtbot import QtBot

from evidence_board.ui.canvas.gate import Gate
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
    monkeypatch.setattr(Gate, "last", 0.0)
    place = QPoint(0, 0)
    monkeypatch.setattr(QCursor, "pos", lambda: place)
    for _ in range(600):
        collector.look()
    assert asked == [1] * 11 + [2]
    asked.clear()
    for step in range(6000):
        place = QPoint(step + 1, 0)
        collector.look()
    assert asked == [1] * 11 + [2]
    asked.clear()
    for _ in range(600):
        with Gate():
            collector.look()
    assert asked == [1], "what is done by wheel or keys moves no pointer"


def test_what_is_new_is_looked_through_once_and_not_again_with_what_stays(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = QObject()
    collector = Collector(owner)
    gc.collect()
    stays: list[list[int]] = []
    looked: list[int] = []
    collect = gc.collect

    def collected(generation: int = 2) -> int:
        looked.append(sum(len(gc.get_objects(one)) for one in range(generation + 1)))
        return collect(generation)

    monkeypatch.setattr(gc, "collect", collected)
    for _ in range(4):
        stays += [[one] for one in range(20_000)]
        collector.look()
    assert len(looked) == 4
    assert all(20_000 <= one < 30_000 for one in looked)
