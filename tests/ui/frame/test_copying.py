"""Saving a copy: from the menu, and from the banner that says a project takes no changes."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project.errors import from_database
from evidence_board.project.project import Project
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
    wiring: Wiring, project: Project, claim: Claim, tmp_path: Path
) -> None:
    QTest.keyClick(wiring.window, Qt.Key.Key_S, CTRL_SHIFT)
    dialog = shown_dialog()
    assert Path(dialog.selectedFiles()[0]).name == "case copy.evboard"
    dialog.accept()
    assert wiring.window.toast.message == "Copy saved"
    copy = Project.open(tmp_path / "case copy.evboard")
    assert copy.get(Claim, claim.id) == claim
    assert len(copy.steps()) == len(project.steps())
    copy.close()
    claims.write(project, "It goes on here")


def test_a_second_copy_takes_a_free_name_and_replaces_nothing(
    wiring: Wiring, tmp_path: Path
) -> None:
    taken = tmp_path / "case copy.evboard"
    taken.write_bytes(b"mine")
    assert wiring.copying.proposal().name == "case copy 2.evboard"
    wiring.copying.save(taken)
    assert taken.read_bytes() == b"mine"
    assert "exists already" in wiring.window.banner.message


def test_a_disk_that_takes_no_change_offers_a_copy(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    wiring.document.act(disk_full)
    banner = wiring.window.banner
    assert "disk is full" in banner.message
    assert banner.action.text() == "Save a copy"
    banner.action.click()
    shown_dialog().accept()
    assert (tmp_path / "case copy.evboard").exists()
    assert banner.message == ""


def test_a_refusal_that_a_copy_would_not_help_offers_none(wiring: Wiring, claim: Claim) -> None:
    wiring.document.act(claims.write, " ")
    assert wiring.window.banner.message
    assert not wiring.window.banner.action.isVisible()
