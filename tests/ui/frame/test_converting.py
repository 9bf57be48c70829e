"""A project of an older version in the window: converted after a backup, or left as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from evidence_board.project import backups, migrating
from evidence_board.ui.jobs import Job
from evidence_board.ui.program import Program
from evidence_board.ui.wiring import Wiring
from tests.project.migration_kills import large_old_project
from tests.ui.frame.conftest import filled, starts

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KEPT = Path(__file__).parents[2] / "data" / "projects" / "1.evboard"


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project that an older version made."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "case" / "old.evboard"
    path.parent.mkdir()
    path.write_bytes(KEPT.read_bytes())
    return path


def _watch(program: Program, then: Callable[[Job], object]) -> list[str]:
    """Do something with the job that converts, once it shows; returns the titles of all jobs."""
    titles: list[str] = []

    def take(job: Job, title: str) -> None:
        titles.append(title)
        if title.startswith("Converting"):
            then(job)

    program._jobs.started.connect(take)
    return titles


def _answer(verb: str, told: list[str]) -> None:
    """Press a button of the next question, when it comes."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        told.append(box.text())
        asked = [one for one in box.buttons() if one.text() == verb]
        (asked or box.buttons())[0].click()  # another question fails the test, and holds up none

    QTimer.singleShot(20, press)


def _is_read_only(program: Program) -> bool:
    wiring = program.windows()[0].findChild(Wiring)
    assert wiring is not None
    return wiring.document.project.read_only


def _project_id(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT id FROM project").fetchone()[0])


def test_it_is_converted_beside_the_window_after_a_backup(
    program: Program, old: Path, qtbot: QtBot
) -> None:
    id, shown = _project_id(old), list[int]()
    titles = _watch(program, lambda job: job.progressed.connect(lambda _n, of: shown.append(of)))
    program.open(old)
    qtbot.waitUntil(lambda: filled(program), timeout=60_000)
    assert titles == ["Opening", "Converting a project of an older version"]
    assert max(shown) > 1, "pages of the backup were counted"
    assert not _is_read_only(program)
    (backup,) = backups.listed(id)
    assert backup.summary is not None
    assert backup.summary.version == 1


def _at_once(job: Job) -> None:
    job.cancel()


def _while_the_index_is_made(job: Job) -> None:
    totals: list[int] = []

    def follow(_done: int, total: int) -> None:
        totals.append(total)
        if total > 4 * max(totals[0], 1_000):  # pages are few, bytes of texts are many
            job.cancel()

    job.progressed.connect(follow)


@pytest.mark.parametrize("when", [_at_once, _while_the_index_is_made])
@pytest.mark.parametrize("verb", ["Open to read only", "Cancel"])
def test_cancelled_it_is_what_it_was_and_can_be_read(
    program: Program, old: Path, qtbot: QtBot, verb: str, when: Callable[[Job], None]
) -> None:
    if when is _while_the_index_is_made:
        old.write_bytes(large_old_project(old.with_name("large.evboard"), 3_000))
        old.with_name("large.evboard").unlink()
    before, told = old.read_bytes(), list[str]()
    _watch(program, when)
    _answer(verb, told)
    program.open(old)
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told == ["old.evboard was not converted: cancelled. It is what it was."]
    if verb == "Cancel":
        qtbot.waitUntil(lambda: bool(starts()) and not program.windows())
    else:
        qtbot.waitUntil(lambda: filled(program), timeout=60_000)
        assert _is_read_only(program)
    assert old.read_bytes() == before
    assert migrating.is_old(old)
    assert [one.name for one in old.parent.iterdir()] == [old.name]
