"""A second start with a file that is open elsewhere brings its window to the front."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import projects
from evidence_board.paths import user_work_folder
from evidence_board.ui.instances import Instances, raised_elsewhere
from evidence_board.ui.program import Program
from tests.ui.frame.conftest import filled

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from evidence_board.ui.instances import raised_elsewhere
application = QCoreApplication([])
print(raised_elsewhere(Path(sys.argv[1])))
"""


def second_start(qtbot: QtBot, path: Path) -> str:
    """Return what a second start of the program finds out about a file."""
    with subprocess.Popen(
        [sys.executable, "-c", SECOND, path], stdout=subprocess.PIPE, text=True
    ) as child:
        qtbot.waitUntil(lambda: child.poll() is not None, timeout=30_000)
        assert child.stdout is not None
        return child.stdout.read().strip()


@pytest.mark.parametrize("name", ["case.evboard", "a\nb ?#%.evboard"])
def test_a_second_start_raises_the_window_by_whatever_name(
    program: Program, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    path = tmp_path / name
    projects.start(path, title="Case").close()
    link = tmp_path / "link.evboard"
    link.symlink_to(path)
    assert second_start(qtbot, path) == "False"
    program.open(path)
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    window = program.windows()[0]
    for one in (path, link):
        window.hide()
        assert second_start(qtbot, one) == "True"
        assert window.isVisible()
    assert not raised_elsewhere(path), "it is open in this very process"


def test_one_process_opens_a_file_once_by_whatever_name(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "case.evboard"
    projects.start(path, title="Case").close()
    hard = tmp_path / "hard.evboard"
    hard.hardlink_to(path)
    program.open(path)
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    program.open(hard)
    program.open(tmp_path / ".." / tmp_path.name / "case.evboard")
    assert len(program.windows()) == 1


HOSTILE = [b"\n", b"\0\n", b"x" * 100_000, b"../../etc/passwd\n", b"\xff\xfe\n", b"", b"a\nb\nc\n"]


@pytest.mark.parametrize("message", HOSTILE)
def test_nothing_that_is_said_at_the_socket_does_harm(
    application: QApplication, qtbot: QtBot, message: bytes
) -> None:
    asked: list[Path] = []

    def found(path: Path) -> bool:
        asked.append(path)
        return path.name == "case.evboard"

    listening = Instances(found, application)
    try:
        caller = QLocalSocket()
        caller.connectToServer(str(user_work_folder() / f"{os.getpid()}.socket"))
        caller.write(message)
        caller.flush()
        qtbot.wait(50)
        caller.abort()
        second = QLocalSocket()
        second.connectToServer(str(user_work_folder() / f"{os.getpid()}.socket"))
        second.write(b"case.evboard\n")
        second.flush()
        qtbot.waitUntil(lambda: second.bytesAvailable() > 0, timeout=10_000)
        assert bytes(second.readAll().data()) == b"raised\n"
        assert asked[-1] == Path("case.evboard")
    finally:
        listening.close()
        listening.deleteLater()


def test_the_socket_lies_where_nobody_else_can_reach_it(application: QApplication) -> None:
    listening = Instances(lambda _path: False, application)
    socket = user_work_folder() / f"{os.getpid()}.socket"
    assert socket.parent.stat().st_mode & 0o077 == 0
    assert socket.stat().st_mode & 0o077 == 0
    listening.close()
    listening.deleteLater()
    assert not socket.exists()
