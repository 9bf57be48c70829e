"""The program: which windows it opens, and what it leaves behind."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from evidence_board import app, faults
from evidence_board.__main__ import VERBS
from evidence_board.cli import parser
from evidence_board.commands import projects
from evidence_board.project.project import Project
from evidence_board.ui.background import build_sample
from evidence_board.ui.program import Program
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.verifying import Verifying
from tests.ui.frame.conftest import filled, starts

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def made(path: Path) -> Path:
    projects.start(path, title=path.stem).close()
    return path


def test_a_project_takes_the_place_of_the_start_window(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    program.show_start()
    assert len(starts()) == 1
    program.open(made(tmp_path / "one.evboard"))
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    qtbot.waitUntil(lambda: not starts())
    assert [window.windowTitle() for window in program.windows()] == ["one – Evidence Board"]


def test_the_same_project_is_not_opened_twice(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = made(tmp_path / "one.evboard")
    program.open(path)
    program.open(path)
    program.open(made(tmp_path / "two.evboard"))
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    assert len(program.windows()) == 2


def test_a_brief_that_is_to_be_verified_before_the_project_is_open_is_asked_for_then(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(Verifying, "ask", lambda self: asked.append(self._document.project.path))
    path = made(tmp_path / "one.evboard")
    program.open(path)
    program.windows()[0].actions_here["verify_brief"].trigger()
    assert asked == []
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    qtbot.waitUntil(lambda: asked == [path])


def test_closing_the_last_project_leaves_the_start_window(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(made(tmp_path / "one.evboard"))
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    program.windows()[0].actions_here["close"].trigger()
    assert program.windows() == ()
    assert len(starts()) == 1
    assert starts()[0].recent.entries()[0].accessibleName() == "one"


def test_a_file_that_is_no_project_is_told_and_nothing_is_lost(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "wrong.evboard"
    wrong.write_bytes(b"not a project")
    told: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            told.append(box.text())
            box.reject()
            return
        QTimer.singleShot(50, answer)

    program.open(wrong)
    answer()
    qtbot.waitUntil(lambda: bool(starts()), timeout=20_000)
    assert program.windows() == ()
    assert "wrong.evboard" in told[0]
    assert wrong.read_bytes() == b"not a project"


def test_a_theme_chosen_in_one_window_is_that_of_all_and_is_kept(
    program: Program, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    program.open(made(tmp_path / "one.evboard"))
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    program.show_start()
    program.windows()[0].actions_here["theme_dark"].trigger()
    assert settings.current.scheme == "dark"
    assert starts()[0].actions_here["theme_dark"].isChecked()


def test_the_sample_case_is_built_where_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "sample.evboard"
    build_sample(path)
    opened = Project.open(path)
    assert opened.record.title
    opened.close()


def test_the_sample_case_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mine.evboard"
    path.write_bytes(b"mine")
    with pytest.raises(ValueError, match=r"mine\.evboard"):
        build_sample(path)
    assert path.read_bytes() == b"mine"


def test_the_way_in_knows_every_verb_of_the_command_line() -> None:
    choices = next(action.choices for action in parser()._actions if action.choices)
    assert set(choices or ()) == VERBS


def test_a_fault_of_ours_is_logged_and_told_in_one_dialog(
    application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "user_work_folder", lambda: tmp_path)
    told: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        fault(RuntimeError("while the first is shown"))
        box.reject()

    def fault(error: Exception) -> None:
        app.tell_fault(type(error), error, None)

    QTimer.singleShot(50, answer)
    fault(KeyError("lost"))
    assert told == ["Something in the program went wrong. What you did before is saved."]
    assert "KeyError" in (tmp_path / faults.LOG).read_text(encoding="utf-8")
