"""What happens to the file of an open project is told in its window, before the next edit."""

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, projects
from evidence_board.model.claim import Claim
from evidence_board.project import whereabouts
from evidence_board.project.check import check
from evidence_board.project.presence import Identity
from evidence_board.project.whereabouts import Seen
from evidence_board.ui.watching import Watching
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.test_saving import said

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def watched(wiring: Wiring) -> Wiring:
    """Give the project in a window that watches its file."""
    Watching(wiring.window, wiring.document)
    return wiring


def message(wiring: Wiring) -> str:
    return wiring.window.banner.message


def test_a_moved_file_is_told_before_the_next_edit(watched: Wiring, qtbot: QtBot) -> None:
    path = watched.document.project.path
    path.rename(path.with_name("moved.evboard"))
    qtbot.waitUntil(lambda: "moved, renamed or deleted" in message(watched), timeout=10_000)
    assert watched.window.banner.action.text() == "Save a copy"
    assert "Nothing more is saved" in said(watched)
    assert not {"All changes saved", "Saving…"} & said(watched)
    path.with_name("moved.evboard").rename(path)
    qtbot.waitUntil(lambda: message(watched) == "", timeout=10_000)
    assert "All changes saved" in said(watched)
    assert watched.document.act(claims.write, "Saved again") is not None
    assert watched.document.settle()


def test_a_replaced_file_is_told_and_left_alone(watched: Wiring, qtbot: QtBot) -> None:
    path = watched.document.project.path
    other = path.with_name("other")
    shutil.copyfile(path, other)
    other.replace(path)
    content = path.read_bytes()
    qtbot.waitUntil(lambda: "Another file lies where" in message(watched), timeout=10_000)
    watched.document.act(claims.write, "Nowhere")
    assert not watched.document.settle()
    assert "Nowhere" not in {one.text for one in watched.document.project.all(Claim)}
    assert path.read_bytes() == content


def test_a_copy_is_saved_and_gone_on_with(watched: Wiring, qtbot: QtBot, tmp_path: Path) -> None:
    path = watched.document.project.path
    path.unlink()
    qtbot.waitUntil(lambda: "moved, renamed or deleted" in message(watched), timeout=10_000)
    copy = tmp_path / "kept.evboard"
    watched.copying.save(copy)
    toast = watched.window.toast
    qtbot.waitUntil(lambda: toast.message == "Copy saved", timeout=60_000)
    assert check(copy) == ()
    offers = {one.text(): one for one in watched.window.toast.findChildren(QPushButton)}
    with qtbot.waitSignal(watched.window.open_asked) as asked:
        offers["Go on in the copy"].click()
    assert asked.args == [str(copy)]


def test_what_another_program_writes_is_shown_by_itself(watched: Wiring, qtbot: QtBot) -> None:
    path = watched.document.project.path
    assert watched.document.settle()
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute('UPDATE claim SET text = ?', ['Theirs']); c.commit()"
    )
    subprocess.run([sys.executable, "-c", program, path], check=True)
    project = watched.document.project
    qtbot.waitUntil(lambda: project.all(Claim)[0].text == "Theirs", timeout=10_000)
    assert message(watched) == ""


def test_our_own_saves_are_told_to_nobody(watched: Wiring, qtbot: QtBot) -> None:
    told: list[str] = []
    watched.document.told.connect(lambda text, _undo: told.append(text))
    watched.document.act(claims.write, "Ours")
    assert watched.document.settle()
    qtbot.wait(700)
    assert told == []
    assert message(watched) == ""


class Share:
    """A place that answers only when it is let."""

    def __init__(self) -> None:
        self.answers = Event()
        self.asked = 0

    def look(self, path: Path, file: Identity, *, read_only: bool) -> Seen:
        """Look as `whereabouts.look` does, once the place answers."""
        self.asked += 1
        self.answers.wait()
        return whereabouts.look(path, file, read_only=read_only)


def test_a_place_that_does_not_answer_is_told_and_the_window_goes_on(
    wiring: Wiring, qtbot: QtBot
) -> None:
    share = Share()
    watching = Watching(wiring.window, wiring.document, share.look, patience=50)
    try:
        qtbot.waitUntil(lambda: "does not answer" in message(wiring), timeout=10_000)
        assert not wiring.window.banner.action.isVisible()
        assert "Waiting for the drive" in said(wiring)
        assert "All changes saved" not in said(wiring)
        for _ in range(3):
            watching.look()
        assert wiring.document.act(claims.write, "Kept") is not None
        assert share.asked == 1
    finally:
        share.answers.set()
    qtbot.waitUntil(lambda: message(wiring) == "", timeout=10_000)
    assert wiring.document.settle()
    assert "All changes saved" in said(wiring)
    qtbot.waitUntil(lambda: share.asked == 2, timeout=10_000)
    assert check(wiring.document.project.path) == ()


def test_what_happens_to_the_file_is_told_while_long_work_goes_on(
    watched: Wiring, qtbot: QtBot
) -> None:
    end = Event()
    for _ in range(2):
        watched.document.jobs.run("", end.wait)
    try:
        path = watched.document.project.path
        path.rename(path.with_name("moved.evboard"))
        qtbot.waitUntil(lambda: "moved, renamed or deleted" in message(watched), timeout=5_000)
    finally:
        end.set()


def test_where_all_is_saved_in_spite_of_it_nothing_else_is_claimed(
    wiring: Wiring, qtbot: QtBot
) -> None:
    told = "case.evboard was made read-only. What you do is still saved."

    def look(path: Path, _file: Identity, *, read_only: bool) -> Seen:
        return Seen(told, (path,), saves=not read_only)

    Watching(wiring.window, wiring.document, look)
    qtbot.waitUntil(lambda: message(wiring) == told, timeout=10_000)
    assert wiring.window.banner.action.text() == "Save a copy"
    assert "Nothing more is saved" not in said(wiring)
    wiring.document.act(claims.write, "Still saved")
    qtbot.waitUntil(lambda: "All changes saved" in said(wiring), timeout=10_000)


def test_a_file_that_was_written_over_is_not_called_saved(
    watched: Wiring, qtbot: QtBot, tmp_path: Path
) -> None:
    path = watched.document.project.path
    assert watched.document.settle()
    other = projects.start(tmp_path / "other.evboard", title="Another", question="Whose?")
    other.close()
    content = other.path.read_bytes()
    with path.open("r+b") as file:
        file.write(content)
        file.truncate()
    qtbot.waitUntil(lambda: "Something else was written" in message(watched), timeout=10_000)
    assert watched.window.banner.property("level") == "error"
    assert "Nothing more is saved" in said(watched)
    assert "All changes saved" not in said(watched)
    watched.document.act(claims.write, "Nowhere")
    assert not watched.document.settle()
    assert path.read_bytes() == content
