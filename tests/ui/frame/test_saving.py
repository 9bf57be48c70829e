"""What the window says of saving: nothing is called saved before it is, what is lost is told."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from evidence_board.ui.program import Program
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.conftest import filled, starts

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def said(wiring: Wiring) -> set[str]:
    """Return what the labels of the window say."""
    return {one.text() for one in wiring.window.findChildren(QLabel) if one.isVisible()}


@contextmanager
def another_writes(path: Path) -> Iterator[None]:
    """Hold the file as another program would while it writes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full_disk(project: Project) -> Iterator[None]:
    """Let the file grow no more."""
    raw = project._session.store._file.sql.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    yield
    raw.execute("PRAGMA max_page_count = 100000")


LONG = "A claim that needs a page of its own. " * 400


def test_nothing_is_called_saved_before_it_is(qtbot: QtBot, wiring: Wiring) -> None:
    document = wiring.document
    assert "All changes saved" in said(wiring)
    with another_writes(document.project.path):
        document.act(claims.write, "Soon.")
        QApplication.processEvents()
        assert "Saving…" in said(wiring)
        assert not [one for one in said(wiring) if one.startswith("Saved")]
        assert "All changes saved" not in said(wiring)
    qtbot.waitUntil(lambda: "All changes saved" in said(wiring))
    assert [one for one in said(wiring) if one.startswith("Saved")]
    assert "Saving…" not in said(wiring)


def test_what_could_not_be_saved_is_taken_back_and_told_with_the_way_on(
    qtbot: QtBot, wiring: Wiring
) -> None:
    document = wiring.document
    held = document.project.count(Claim)
    with full_disk(document.project):
        written = document.act(claims.write, LONG, board=wiring.board_id)
        assert written is not None
        assert written.id in wiring.board.sheet.layout.row_of_record
        qtbot.waitUntil(wiring.window.banner.isVisible)
        qtbot.waitUntil(lambda: document.project.count(Claim) == held)
    assert written.id not in wiring.board.sheet.layout.row_of_record
    assert any("The disk is full. The last change was not saved" in one for one in said(wiring))
    assert "All changes saved" in said(wiring)
    document.act(claims.write, LONG, board=wiring.board_id)
    assert document.settle()
    assert document.project.count(Claim) == held + 1


def test_the_window_stays_to_tell_that_the_last_change_was_not_saved(
    qtbot: QtBot, program: Program, project: Project
) -> None:
    project.close()
    program.open(project.path)
    qtbot.waitUntil(lambda: filled(program))
    (window,) = program.windows()
    wiring = window.findChild(Wiring)
    assert wiring is not None
    with full_disk(wiring.document.project):
        wiring.document.act(claims.write, LONG)
        window.asked.emit("close")
        assert window.isVisible()
        assert not starts()
        assert any("The disk is full" in one for one in said(wiring))
    window.asked.emit("close")
    assert not isValid(window) or not window.isVisible()
    assert starts()


def test_closing_the_window_waits_for_what_is_being_saved(wiring: Wiring) -> None:
    document = wiring.document
    path = document.project.path
    written = document.act(claims.write, "The last thing before going home.")
    assert written is not None
    wiring.window.close()
    with closing(Project.open(path)) as again:
        assert again.get(Claim, written.id) == written
