"""Verifying a brief from the start window, where no project is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.__main__ import main
from evidence_board.ui.dialogs.verification import VerificationDialog
from evidence_board.ui.program import Program
from evidence_board.ui.start_window import StartWindow
from evidence_board.ui.verifying_alone import VerifyingAlone
from tests.ui.frame.conftest import starts

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a brief that has its project inside, and one without."""
    folder = tmp_path_factory.mktemp("briefs")
    case = str(folder / "case.evboard")
    assert main(["new", case, "--title", "Harbour"]) == 0
    assert main(["brief", case, "-o", str(folder / "whole.pdf"), "--attach"]) == 0
    assert main(["brief", case, "-o", str(folder / "alone.pdf")]) == 0
    return folder


@pytest.fixture
def start(program: Program) -> StartWindow:
    program.show_start()
    (window,) = starts()
    return window


def asked(start: StartWindow, brief: Path, qtbot: QtBot) -> VerifyingAlone:
    """Choose the action and the file, as a person does."""
    start.actions_here["verify_brief"].trigger()
    (dialog,) = start.findChildren(QFileDialog)
    dialog.setDirectory(str(brief.parent))
    dialog.fileSelected.emit(str(brief))
    dialog.close()
    verifying = start.findChild(VerifyingAlone)
    assert isinstance(verifying, VerifyingAlone)
    return verifying


def told(brief: Path, start: StartWindow, qtbot: QtBot) -> tuple[str, list[str]]:
    """Return the first sentence about a brief, and the lines below it."""
    asked(start, brief, qtbot)
    assert start.findChildren(QProgressDialog)

    def shown() -> list[VerificationDialog]:
        return [one for one in start.findChildren(VerificationDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=60_000)
    (dialog,) = shown()
    lines = [dialog.lines.item(row).text() for row in range(dialog.lines.count())]
    head = dialog.findChildren(QLabel)[0].text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    return head, lines


def test_a_brief_is_compared_with_the_project_inside_it(
    start: StartWindow, briefs: Path, qtbot: QtBot
) -> None:
    head, lines = told(briefs / "whole.pdf", start, qtbot)
    assert head == "The brief agrees with what is attached to it."
    assert any("Every byte" in line for line in lines)


def test_a_brief_without_its_project_is_said_to_be_unchecked(
    start: StartWindow, briefs: Path, qtbot: QtBot
) -> None:
    head, lines = told(briefs / "alone.pdf", start, qtbot)
    assert head == "Whether the brief agrees could not be checked."
    assert any("were not checked" in line for line in lines)


def test_a_forged_brief_does_not_agree(
    start: StartWindow, briefs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    forged = tmp_path / "forged.pdf"
    forged.write_bytes((briefs / "whole.pdf").read_bytes().replace(b"/Title", b"/Tilte", 1))
    assert told(forged, start, qtbot)[0] == "The brief does not agree."


def test_cancelling_leaves_nothing_under_way(
    start: StartWindow, briefs: Path, qtbot: QtBot
) -> None:
    verifying = asked(start, briefs / "whole.pdf", qtbot)
    (progress,) = start.findChildren(QProgressDialog)
    (cancel,) = progress.findChildren(QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: verifying._job is None, timeout=60_000)
    assert not start.findChildren(VerificationDialog)
