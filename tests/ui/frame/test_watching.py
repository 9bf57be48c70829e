"""What happens to the file of an open project is told in its window, before the next edit."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project.check import check
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
