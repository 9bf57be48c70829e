"""Places that do not answer: a dialog and a window can be left, and are told why."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims
from evidence_board.project.check import check
from evidence_board.project.presence import Identity
from evidence_board.project.whereabouts import Seen, look
from evidence_board.ui.dialogs.work import WorkDialog
from evidence_board.ui.jobs import Job, Jobs
from evidence_board.ui.watching import Watching
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Asking(WorkDialog):
    """Makes a file in a place that answers only when it is let."""

    def __init__(self, jobs: Jobs, place: Path) -> None:
        """Propose ``place``."""
        super().__init__("Share a copy", "Share", place, None)
        self.answers = Event()
        self._jobs = jobs
        self.finish()

    def begin(self) -> Job:
        """Wait for the place."""
        return self._jobs.run("Sharing a copy", self.answers.wait)

    def words(self) -> set[str]:
        """Return the texts that can be seen."""
        return {one.text() for one in self.findChildren(QLabel) if one.isVisible()}


@pytest.fixture
def dialog(jobs: Jobs, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Asking:
    """Give a dialog whose work was cancelled and does not stop."""
    monkeypatch.setattr("evidence_board.ui.jobs._PATIENCE_MS", 50)
    shown = Asking(jobs, tmp_path / "share" / "copy.evboard")
    qtbot.addWidget(shown)
    shown.show()
    shown.verb.click()
    shown.cancel.click()
    qtbot.waitUntil(lambda: any("does not answer" in one for one in shown.words()), timeout=60_000)
    return shown


def test_a_dialog_can_be_left_while_its_work_waits(dialog: Asking, qtbot: QtBot) -> None:
    try:
        assert dialog.cancel.text() == "Close"
        dialog.cancel.click()
        assert not dialog.isVisible()
    finally:
        dialog.answers.set()


def test_a_dialog_goes_on_when_the_place_answers(dialog: Asking, qtbot: QtBot) -> None:
    dialog.answers.set()
    qtbot.waitUntil(dialog.verb.isEnabled, timeout=60_000)
    assert dialog.cancel.text() == "Cancel"
    assert not any("does not answer" in one for one in dialog.words())
    dialog.reject()


class Share:
    """The place of the project: looking at it takes until it is let."""

    def __init__(self) -> None:
        self.answers = Event()

    def look(self, path: Path, file: Identity, *, read_only: bool) -> Seen:
        """Look as `whereabouts.look` does, once the place answers."""
        self.answers.wait()
        return look(path, file, read_only=read_only)


def answer(verb: str, told: list[str]) -> None:
    """Press a button of the next question, when it comes."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        told.append(box.text())
        next(one for one in box.buttons() if one.text() == verb).click()

    QTimer.singleShot(20, press)


def test_a_window_whose_drive_is_silent_closes_without_waiting(
    wiring: Wiring, qtbot: QtBot
) -> None:
    share, told = Share(), list[str]()
    project = wiring.document.project
    Watching(wiring.window, wiring.document, share.look, patience=50)
    held = project._session.store._file._turns  # as a write that does not return holds it
    begun, returns = Event(), Event()

    def hang() -> None:
        with held.taken():
            begun.set()
            returns.wait()

    wiring.document.jobs.run("", hang)
    assert begun.wait(60)
    try:
        qtbot.waitUntil(lambda: wiring.document.waits, timeout=60_000)
        assert wiring.document.act(claims.write, "Not there yet") is not None
        answer("Cancel", told)
        assert not wiring.window.close()
        answer("Close without waiting", told)
        assert wiring.window.close()
        assert len(told) == 2
        assert told[0] == (
            "The drive or share with case.evboard does not answer. What you did last is not saved "
            "yet, and is lost unless it answers soon."
        )
        assert not project.closed
    finally:
        returns.set()
        share.answers.set()
    qtbot.waitUntil(lambda: project.closed, timeout=60_000)
    assert check(project.path) == ()
