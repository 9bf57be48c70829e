"""Saving a copy: from the menu, and from the banner that says a project takes no changes."""

import sqlite3
from collections.abc import Callable, Generator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.errors import from_database
from evidence_board.project.project import Project
from evidence_board.ui.jobs import Job
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def shown_dialog() -> QFileDialog:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
    return found[0]


def disk_full(_project: Project) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_FULL"
    raise from_database(error)


def test_a_copy_holds_all_and_the_project_stays_open(
    wiring: Wiring, project: Project, claim: Claim, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(wiring.window, Qt.Key.Key_S, CTRL_SHIFT)
    dialog = shown_dialog()
    assert Path(dialog.selectedFiles()[0]).name == "case copy.evboard"
    dialog.accept()
    qtbot.waitUntil(lambda: wiring.window.toast.message == "Copy saved", timeout=60_000)
    copy = Project.open(tmp_path / "case copy.evboard")
    assert copy.get(Claim, claim.id) == claim
    assert len(copy.steps()) == len(project.steps())
    copy.close()
    claims.write(project, "It goes on here")


def test_a_second_copy_takes_a_free_name_and_replaces_nothing(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    taken = tmp_path / "case copy.evboard"
    taken.write_bytes(b"mine")
    assert wiring.copying.proposal().name == "case copy 2.evboard"
    wiring.copying.save(taken)
    qtbot.waitUntil(lambda: "exists already" in wiring.window.banner.message, timeout=60_000)
    assert taken.read_bytes() == b"mine"


def test_a_disk_that_takes_no_change_offers_a_copy(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    wiring.document.act(disk_full)
    banner = wiring.window.banner
    assert "disk is full" in banner.message
    assert banner.action.text() == "Save a copy"
    banner.action.click()
    shown_dialog().accept()
    qtbot.waitUntil(lambda: banner.message == "", timeout=60_000)
    assert (tmp_path / "case copy.evboard").exists()


def test_a_refusal_that_a_copy_would_not_help_offers_none(wiring: Wiring, claim: Claim) -> None:
    wiring.document.act(claims.write, " ")
    assert wiring.window.banner.message
    assert not wiring.window.banner.action.isVisible()


def fill(project: Project) -> None:
    """Let copying take so long that something can happen meanwhile."""
    with project.transaction("Import") as tx:
        tx.add_all([Claim(text="x" * 5_000) for _ in range(4_000)])


def started(wiring: Wiring, copy: Path, then: Callable[[Job], object]) -> None:
    """Begin to save a copy, and do something with the job at its first page."""
    begun: list[Job] = []

    def at_a_page(done: int, _total: int) -> None:
        if done and not begun[1:]:
            begun.append(begun[0])
            then(begun[0])

    def take(job: Job, title: str) -> None:
        if title == "Saving a copy":
            begun.append(job)
            job.progressed.connect(at_a_page)

    wiring.document.jobs.started.connect(take)
    wiring.copying.save(copy)


def test_a_copy_is_cancelled_from_the_status_line(
    wiring: Wiring, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(project)
    started(wiring, tmp_path / "copy.evboard", lambda job: job.cancel())
    toast = wiring.window.toast
    qtbot.waitUntil(lambda: toast.message == "No copy was saved: cancelled", timeout=60_000)
    assert [one.name for one in tmp_path.glob("*copy*")] == []
    assert [one.name for one in tmp_path.glob(".copy*")] == []
    assert wiring.document.act(claims.write, "It goes on") is not None


def test_edits_go_on_while_a_copy_is_made(
    wiring: Wiring, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(project)
    started(
        wiring,
        tmp_path / "copy.evboard",
        lambda _job: wiring.document.act(claims.write, "Written meanwhile"),
    )
    qtbot.waitUntil(lambda: wiring.window.toast.message == "Copy saved", timeout=60_000)
    assert wiring.document.settle()
    assert check(tmp_path / "copy.evboard") == ()
    assert project.all(Claim)[-1].text == "Written meanwhile"


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


@pytest.mark.parametrize("verb", ["Stop it and close", "Cancel"])
def test_closing_the_window_asks_before_it_stops_a_copy(
    wiring: Wiring, project: Project, tmp_path: Path, qtbot: QtBot, verb: str
) -> None:
    fill(project)
    told: list[str] = []
    copy = tmp_path / "copy.evboard"

    def close(_job: Job) -> None:
        answer(verb, told)
        wiring.window.close()

    started(wiring, copy, close)
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told == [
        "“Saving a copy” is not finished. Closing the window stops it, and no file is made."
    ]
    if verb == "Cancel":
        toast = wiring.window.toast
        qtbot.waitUntil(lambda: toast.message == "Copy saved", timeout=60_000)
        assert copy.exists()
        assert wiring.window.isVisible()
        return
    qtbot.waitUntil(lambda: not list(tmp_path.glob(".copy*")), timeout=60_000)
    assert project.closed
    assert not copy.exists()


class Drive:
    """A place that answers only when it is let."""

    def __init__(self) -> None:
        self.answers = Event()
        self.asked = 0

    def work(self) -> Generator[tuple[int, int], None, None]:
        """Make a file there."""
        yield 0, 0
        self.asked += 1
        self.answers.wait()


def test_a_drive_that_does_not_answer_is_told_and_holds_nothing_up(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.ui.jobs._PATIENCE_MS", 50)
    drive = Drive()
    under_way = wiring.document.under_way
    try:
        place = tmp_path / "share" / "copy.evboard"
        jobs = [under_way.run("Saving a copy", place, drive.work, ()) for _ in range(2)]
        qtbot.waitUntil(lambda: drive.asked == len(jobs), timeout=10_000)
        for job in jobs:
            job.cancel()
        banner = wiring.window.banner
        qtbot.waitUntil(lambda: "share does not answer" in banner.message, timeout=10_000)
        assert "“copy.evboard” is not made" in banner.message
        assert under_way.titles() == ()
        wiring.copying.save(tmp_path / "elsewhere.evboard")
        toast = wiring.window.toast
        qtbot.waitUntil(lambda: toast.message == "Copy saved", timeout=60_000)
        assert wiring.window.close()
    finally:
        drive.answers.set()
