"""Originals are hashed again after opening and before a brief; what differs is seen everywhere."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.program import Program
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.conftest import filled

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def alter(path: Path, digest: str) -> None:
    """Change one byte of what is kept, past the project."""
    with closing(sqlite3.connect(path)) as connection:
        (row,) = connection.execute(
            "SELECT rowid FROM attachment WHERE sha256 = ?", (digest,)
        ).fetchone()
        with connection.blobopen("attachment", "bytes", row) as content:
            content[0] = content[0] ^ 1
        connection.commit()


@pytest.fixture
def altered(qtbot: QtBot, project: Project, settings: SettingsFile, jobs: Jobs) -> Iterator[Wiring]:
    """Give a project in a window, in which a byte of the first source was changed."""
    board = boards.ensure_board(project)
    first, second = project.all(Source)[:2]
    boards.pin_records(project, board.id, [(first.id, 0.0, 0.0), (second.id, 300.0, 0.0)])
    project.close()
    alter(project.path, project.all(Capture)[0].sha256)
    window = MainWindow()
    window.resize(1600, 1000)
    with qtbot.waitExposed(window):
        window.show()
    wiring = Wiring(window, Document(Project.open(project.path), jobs, window), settings)
    yield wiring
    window.close()


def checked(qtbot: QtBot, wiring: Wiring) -> None:
    """Check the evidence now and wait for what is found."""
    with qtbot.waitSignal(wiring.document.evidence_checked, timeout=60_000):
        wiring.exporting.rechecking.check()


def status(wiring: Wiring) -> str:
    """Return what the status line says of the evidence."""
    buttons = wiring.window.status.findChildren(QToolButton)
    texts = [one.text() for one in buttons]
    return next((text for text in texts if "hecked" in text or "ltered" in text), "")


def test_sound_originals_are_counted_in_the_status_line(wiring: Wiring, qtbot: QtBot) -> None:
    before = wiring.document.project.steps()
    checked(qtbot, wiring)
    assert status(wiring).startswith("Checked: 2 original")
    assert wiring.document.altered == frozenset()
    assert wiring.window.banner.message == ""
    assert wiring.document.project.steps() == before, "nothing is written"


def test_an_altered_original_is_told_on_its_card_and_in_the_inspector(
    altered: Wiring, qtbot: QtBot
) -> None:
    checked(qtbot, altered)
    first, second = altered.document.project.all(Source)[:2]
    assert f"The stored copy of {first.mark} is not what was captured" in (
        altered.window.banner.message
    )
    sheet = altered.board.sheet
    rows = {id: sheet.face(row) for row, id in enumerate(sheet.layout.records)}
    assert rows[first.id].lost == "stored copy altered"
    assert rows[first.id].warning
    assert rows[second.id].lost == ""
    altered.document.select((first.id,))
    page = altered.inspector.page
    assert page is not None
    told = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert any(one.startswith("ALTERED: the stored copy") for one in told)
    altered.document.select((second.id,))
    told = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert not any(one.startswith("ALTERED") for one in told)


def test_what_another_program_broke_is_told_by_the_name_that_the_window_has_for_it(
    wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(project.path)) as other:
        other.execute("UPDATE claim SET text = 'Theirs' WHERE number = 1")
        other.commit()
    checked(qtbot, wiring)
    assert "does not hold. Claim C1: Search does not know it." in wiring.window.banner.message


def test_the_mark_of_an_altered_original_is_seen_on_the_board(
    altered: Wiring, qtbot: QtBot
) -> None:
    board = altered.board
    pictures = [board.grab().toImage()]

    def rests() -> bool:
        pictures.append(board.grab().toImage())
        return len(pictures) > 20 and pictures[-1] == pictures[-20]

    qtbot.waitUntil(rests, timeout=20_000)
    checked(qtbot, altered)
    qtbot.waitUntil(lambda: board.grab().toImage() != pictures[-1], timeout=20_000)


def test_the_originals_are_hashed_again_before_a_brief_which_says_what_differs(
    altered: Wiring, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "brief.pdf"
    altered.exporting.write_brief(path)
    qtbot.waitUntil(path.exists, timeout=120_000)
    assert altered.document.altered
    assert "not what was captured" in altered.window.banner.message


def test_a_project_is_checked_by_itself_after_opening(
    program: Program, project: Project, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.ui.rechecking._AFTER_MS", 1)
    project.close()
    program.open(project.path)
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    wiring = program.windows()[0].findChild(Wiring)
    assert isinstance(wiring, Wiring)
    qtbot.waitUntil(lambda: wiring.document.evidence is not None, timeout=60_000)
    assert status(wiring).startswith("Checked: 2 original")


def test_a_window_closes_while_its_evidence_is_checked(wiring: Wiring) -> None:
    wiring.exporting.rechecking.check()
    wiring.window.close()
