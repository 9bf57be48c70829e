"""What waits while a large batch comes in."""

from pytestqt.qtbot import QtBot

from evidence_board.ui.arriving import Arriving, Patient


def test_what_is_asked_is_done_at_once_but_for_a_batch_now_and_then(qtbot: QtBot) -> None:
    done: list[object] = []
    arriving = Arriving(None)
    patient = Patient(arriving, lambda: done.append(len(done)), arriving)
    patient.ask()
    assert done == [0]
    arriving.begin()
    for _ in range(50):
        patient.ask()
    assert done == [0], "parts that come one after the other do not each ask for a look"
    patient.ask(now=True)
    assert done == [0, 1], "what cannot wait does not"
    patient.ask()
    arriving.end()
    qtbot.waitUntil(lambda: done == [0, 1, 2], timeout=1_000)
    patient.ask()
    assert done == [0, 1, 2, 3]


def test_nothing_is_asked_of_a_project_that_is_left(qtbot: QtBot) -> None:
    done: list[object] = []
    arriving = Arriving(None)
    patient = Patient(arriving, lambda: done.append(True), arriving)
    arriving.begin()
    patient.ask()
    arriving.end()
    arriving.stop()
    qtbot.wait(20)
    assert done == []
