"""The start window, the new dialog and the settings."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from evidence_board.project.project import Project
from evidence_board.ui.background import create
from evidence_board.ui.dialogs.new_project import NewProjectDialog
from evidence_board.ui.dialogs.path_field import PathField
from evidence_board.ui.dialogs.preferences import SettingsDialog
from evidence_board.ui.labels import plain_tip
from evidence_board.ui.settings import Recent, Settings, SettingsFile, from_document
from evidence_board.ui.start_window import StartWindow
from evidence_board.ui.theme import apply_theme

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def start(qtbot: QtBot, application: QApplication, settings: SettingsFile) -> StartWindow:
    window = StartWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_enter_starts_a_new_project(start: StartWindow, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is start.doors[0]
    with qtbot.waitSignal(start.asked) as asked:
        QTest.keyClick(start.doors[0], Qt.Key.Key_Return)
    assert asked.args == ["new"]


def test_actions_that_need_a_project_are_not_in_the_start_window(start: StartWindow) -> None:
    assert "export_brief" not in start.actions_here
    assert "new" in start.actions_here


def test_a_recent_project_is_opened_and_a_missing_one_says_so(
    start: StartWindow, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    there = tmp_path / "there.evboard"
    there.write_bytes(b"")
    settings.remember(Recent(str(tmp_path / "gone.evboard"), "Gone"))
    settings.remember(Recent(str(there), "There"))
    start.recent.refresh()
    first, second = start.recent.entries()
    assert (first.missing, second.missing) == (False, True)
    with qtbot.waitSignal(start.open_asked) as opened:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert opened.args == [str(there)]


def test_enter_opens_a_recent_project_that_tab_has_reached(
    start: StartWindow, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    there = tmp_path / "there.evboard"
    there.write_bytes(b"")
    settings.remember(Recent(str(there), "There"))
    start.recent.refresh()
    (line,) = start.recent.entries()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(start.open_asked) as opened:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert opened.args == [str(there)]


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_of_the_start_window_lies_beyond_its_edge(
    scale: int, qtbot: QtBot, application: QApplication, settings: SettingsFile, tmp_path: Path
) -> None:
    settings.remember(Recent(str(tmp_path), "A case with a long name that goes on", cards=1_200))
    apply_theme(application, "light", scale=scale / 100)
    shown = StartWindow(settings)
    qtbot.addWidget(shown)
    shown.resize(1600, 1000)
    with qtbot.waitExposed(shown):
        shown.show()
    (area,) = shown.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def test_dropped_files_are_passed_on(start: StartWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    left, bare = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(start, QDragEnterEvent(QPoint(5, 5), copy, dragged, left, bare))
    with qtbot.waitSignal(start.dropped) as dropped:
        QApplication.sendEvent(start, QDropEvent(QPointF(5, 5), copy, dragged, left, bare))
    assert dropped.args == [(tmp_path / "a.txt",)]


@pytest.fixture
def dialog(qtbot: QtBot, application: QApplication, tmp_path: Path) -> NewProjectDialog:
    shown = NewProjectDialog(tmp_path)
    qtbot.addWidget(shown)
    return shown


def test_a_new_project_has_the_usual_scale_and_marking(
    dialog: NewProjectDialog, tmp_path: Path
) -> None:
    QTest.keyClicks(dialog.title_field, "Old quay: who?")
    dialog.try_accept()
    answer = dialog.answer
    assert answer is not None
    assert (answer.scale, answer.tlp) == ("icd203", "TLP:AMBER")
    assert answer.path == tmp_path / "Old quay who.evboard"


def test_a_new_project_asks_for_a_name_that_may_stay_empty(
    dialog: NewProjectDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.keyClicks(dialog.title_field, "Old quay")
    dialog.try_accept()
    assert dialog.answer is not None
    assert dialog.answer.author == ""
    again = NewProjectDialog(tmp_path, author="A. Keeper")
    qtbot.addWidget(again)
    QTest.keyClicks(again.title_field, "New quay")
    again.try_accept()
    assert again.answer is not None
    assert again.answer.author == "A. Keeper"
    create(again.answer)
    made = Project.open(again.answer.path)
    assert made.record.author == "A. Keeper"
    assert [step.author for step in made.steps()] == ["A. Keeper"]
    made.close()


def test_a_project_without_a_title_is_not_made(dialog: NewProjectDialog) -> None:
    dialog.try_accept()
    assert dialog.answer is None


def test_a_file_that_is_there_is_never_overwritten(
    dialog: NewProjectDialog, tmp_path: Path
) -> None:
    (tmp_path / "Taken.evboard").write_bytes(b"mine")
    QTest.keyClicks(dialog.title_field, "Taken")
    dialog.try_accept()
    assert dialog.answer is None
    assert "exists already" in dialog._path_hint.text()


def test_a_path_chosen_by_hand_stays_when_the_title_changes(
    dialog: NewProjectDialog, tmp_path: Path
) -> None:
    dialog.path_field.clear()
    QTest.keyClicks(dialog.path_field, str(tmp_path / "mine"))
    QTest.keyClicks(dialog.title_field, "Other")
    dialog.try_accept()
    assert dialog.answer is not None
    assert dialog.answer.path == tmp_path / "mine.evboard"


def test_control_and_enter_in_the_key_question_create_the_project(
    dialog: NewProjectDialog, qtbot: QtBot
) -> None:
    with qtbot.waitExposed(dialog):
        dialog.show()
    QTest.keyClicks(dialog.title_field, "Old quay")
    dialog.question_field.setFocus()
    QTest.keyClicks(dialog.question_field, "Who left?")
    QTest.keyClick(dialog.question_field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.question_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.answer is not None
    assert dialog.answer.question == "Who left?"


def test_the_name_of_the_file_shows_however_long_its_path_is(
    qtbot: QtBot, application: QApplication
) -> None:
    name = "Who left the old quay at nine.evboard"
    long = f"/cases/{'a long folder name/' * 12}{name}"
    field = PathField(long)
    qtbot.addWidget(field)
    field.resize(400, 30)
    assert field.shown().startswith("/cases")
    assert field.shown().endswith(f"…/{name}")
    assert long in field.toolTip()
    assert field.text() == long


def test_settings_come_back_as_they_were(settings: SettingsFile) -> None:
    settings.change(scheme="dark", scale=150, window=(1200, 800), author="A. Keeper")
    settings.remember(Recent("/cases/a.evboard", "A", cards=3))
    again = SettingsFile(settings.folder / "settings.json")
    assert again.current == settings.current


@pytest.mark.parametrize(
    "document",
    [
        [],
        {"schema": 99, "scale": 150},
        {"schema": 1, "scale": "large", "window": ["wide", 3], "recent": "none"},
        {"schema": 1, "scheme": "pink", "recent": [{"title": "no path"}, 3]},
    ],
)
def test_damaged_settings_give_the_defaults(document: object) -> None:
    assert from_document(document) == Settings()


def test_settings_that_are_no_json_give_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{", encoding="utf-8")
    assert SettingsFile(path).current == Settings()


def test_a_scale_out_of_range_is_brought_into_it() -> None:
    assert from_document({"schema": 1, "scale": 900}).scale == 200


def test_the_settings_dialog_stores_what_was_chosen(
    qtbot: QtBot, application: QApplication, settings: SettingsFile
) -> None:
    shown = SettingsDialog(settings)
    qtbot.addWidget(shown)
    shown.theme_field.setCurrentIndex(shown.theme_field.findData("dark"))
    shown.author_field.setText("A. Keeper")
    shown.try_accept()
    stored = json.loads((settings.folder / "settings.json").read_text(encoding="utf-8"))
    assert (stored["scheme"], stored["author"]) == ("dark", "A. Keeper")
    assert stored["author_asked"] is True


def test_a_tool_tip_shows_markup_as_it_stands() -> None:
    assert plain_tip("<img src=x>") == "<p>&lt;img src=x&gt;</p>"
