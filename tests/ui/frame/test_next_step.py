"""The next step to a first brief: told in the status bar until it is taken, then no more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, editing, links
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.next_step import next_step
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.conftest import WORDS

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def mark_second(project: Project, claim: Claim) -> None:
    """Add words of the second source to the claim."""
    source = project.all(Source)[1]
    capture = project.capture_of(source.id)
    assert capture is not None
    claims.attach(project, claim, excerpt_of(source.id, capture.id, f"{WORDS} Again.", 0, 23))


def test_each_step_leads_to_the_next_until_the_brief(project: Project, claim: Claim) -> None:
    told = [next_step(project)]
    mark_second(project, claim)
    told.append(next_step(project))
    own = claims.write(project, "The ferry left early.")
    told.append(next_step(project))
    links.connect(project, claim.id, own.id, "supports", "Two saw it.")
    told.append(next_step(project))
    editing.change(project, own, likelihood="likely", confidence="low", reason="One origin.")
    told.append(next_step(project))
    assert told == ["add", "conclude", "link", "judge", "issue"]
    project.close()


def test_the_step_is_told_in_the_status_bar_and_a_press_leads_there(
    wiring: Wiring, project: Project, claim: Claim, qtbot: QtBot
) -> None:
    step = wiring.window.status.step
    assert step.isVisible()
    assert step.text() == "Next: add words of another source to the same claim"
    with qtbot.waitSignal(wiring.document.read_asked) as asked:
        QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    assert asked.args == [project.all(Source)[1].id]
    mark_second(project, claim)
    qtbot.waitUntil(lambda: step.text() == "Next: write on the board what you conclude")
    QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    assert wiring.mode == "board"


def test_in_a_narrow_window_the_step_takes_no_room(wiring: Wiring, qtbot: QtBot) -> None:
    wiring.window.resize(1_100, 800)
    qtbot.waitUntil(lambda: not wiring.window.status.step.isVisible())
    wiring.window.resize(1_600, 1_000)
    qtbot.waitUntil(wiring.window.status.step.isVisible)
