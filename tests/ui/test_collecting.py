"""Garbage is collected on the window's thread, whoever made it."""

import gc
from threading import Thread, current_thread, main_thread
from weakref import finalize

from PySide6.QtCore import QObject
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
