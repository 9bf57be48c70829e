"""The sheet of keys: it lists them all, and what is changed there holds at once, everywhere."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.commands import projects
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.note import Note
from evidence_board.ui.actions import ACTIONS
from evidence_board.ui.command_list import CommandList
from evidence_board.ui.dialogs.key_capture import KeyCapture
from evidence_board.ui.dialogs.shortcuts import ShortcutSheet
from evidence_board.ui.program import Program
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import apply_theme
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.conftest import filled, starts

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sheet(qtbot: QtBot, application: QApplication, settings: SettingsFile) -> ShortcutSheet:
    apply_theme(application, "light")
    shown = ShortcutSheet(settings)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def press(sheet: ShortcutSheet, id: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Choose an action, ask for a new key by Enter, and press that key."""
    sheet.tree.choose(id)
    QTest.keyClick(sheet.tree, Key.Key_Return)
    field = sheet.tree.capture
    assert field is not None
    QTest.keyClick(field, key, held)


def listed(sheet: ShortcutSheet) -> dict[str, str]:
    """Return the keys by the name of what they do, of the rows that show."""
    found = {}
    for place in range(sheet.tree.topLevelItemCount()):
        section = sheet.tree.topLevelItem(place)
        assert section is not None
        for row in range(section.childCount()):
            line = section.child(row)
            assert line is not None
            if not line.isHidden() and not section.isHidden():
                found[line.text(0)] = line.text(1)
    return found


def test_the_sheet_lists_each_action_once_and_the_keys_of_the_hand(sheet: ShortcutSheet) -> None:
    rows = listed(sheet)
    assert rows["Undo"] == "Ctrl+Z"
    assert rows["Redo"] == "Ctrl+Shift+Z   Ctrl+Y"
    assert rows["Export as JSON"] == ""
    assert rows["Theme: Dark"] == ""
    assert rows["Move the board"] == "Space + drag   Middle button"
    assert rows["Copy what is dragged"] == "Alt + drag"
    assert rows["Step back"] == "Esc"
    assert rows["Claim from the words"] == "C"
    named = [name.split(": ")[-1] for name in rows]
    assert all(row.text in named or row.text.split(": ")[-1] in named for row in ACTIONS)


def test_rows_are_found_by_name_key_and_what_they_are_about(sheet: ShortcutSheet) -> None:
    QTest.keyClicks(sheet.field, "ctrl+d")
    assert "Duplicate" in listed(sheet)
    sheet.field.clear()
    QTest.keyClicks(sheet.field, "backup")
    assert list(listed(sheet)) == ["Save a copy", "Backups"]
    QTest.keyClicks(sheet.field, " nothing of the kind")
    assert listed(sheet) == {}
    assert sheet.offer.sentence.text().startswith("No action and no key matches")
    QTest.keyClick(sheet.field, Key.Key_Escape)
    assert len(listed(sheet)) > len(ACTIONS)
    assert sheet.isVisible()


def test_a_key_is_changed_by_keyboard_alone(sheet: ShortcutSheet, settings: SettingsFile) -> None:
    QTest.keyClicks(sheet.field, "duplicate")
    QTest.keyClick(sheet.field, Key.Key_Down)
    here = QApplication.focusWidget()
    assert here is sheet.tree
    QTest.keyClick(here, Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, KeyCapture)
    QTest.keyClick(field, Key.Key_J, CONTROL)
    assert settings.current.keys == {"duplicate": ("Ctrl+J",)}
    assert listed(sheet)["Duplicate"] == "Ctrl+J"
    assert sheet.offer.sentence.text() == "Duplicate has the key Ctrl+J now."
    assert QApplication.focusWidget() is sheet.tree


def test_an_action_gets_a_second_key_and_loses_all_by_backspace(
    sheet: ShortcutSheet, settings: SettingsFile
) -> None:
    sheet.tree.choose("duplicate")
    QTest.mouseClick(sheet.add, Qt.MouseButton.LeftButton)
    assert sheet.tree.capture is not None
    QTest.keyClick(sheet.tree.capture, Key.Key_J, CONTROL)
    assert settings.current.keys == {"duplicate": ("Ctrl+D", "Ctrl+J")}
    press(sheet, "duplicate", Key.Key_Backspace)
    assert settings.current.keys == {"duplicate": ()}
    assert listed(sheet)["Duplicate"] == ""


def test_shift_that_is_held_for_another_key_is_not_taken_for_one(
    sheet: ShortcutSheet, settings: SettingsFile
) -> None:
    press(sheet, "duplicate", Key.Key_Control, CONTROL)
    assert sheet.tree.capture is not None
    QTest.keyClick(sheet.tree.capture, Key.Key_J, CONTROL | SHIFT)
    assert settings.current.keys == {"duplicate": ("Ctrl+Shift+J",)}


def test_a_key_of_another_action_is_offered_and_taken(
    sheet: ShortcutSheet, settings: SettingsFile
) -> None:
    press(sheet, "link", Key.Key_D, CONTROL)
    assert settings.current.keys == {}
    assert sheet.offer.sentence.text() == "Ctrl+D is the key of Duplicate. Take it?"
    assert QApplication.focusWidget() is sheet.offer.take
    QTest.keyClick(sheet.offer.take, Key.Key_Space)
    assert settings.current.keys == {"link": ("Ctrl+D",), "duplicate": ()}
    assert not sheet.offer.open


def test_an_offer_is_left_by_escape_and_the_sheet_stays(
    sheet: ShortcutSheet, settings: SettingsFile
) -> None:
    press(sheet, "link", Key.Key_D, CONTROL)
    QTest.keyClick(sheet.offer.take, Key.Key_Escape)
    assert settings.current.keys == {}
    assert sheet.isVisible()
    assert not sheet.offer.open


def test_waiting_for_a_key_is_left_by_escape(sheet: ShortcutSheet, settings: SettingsFile) -> None:
    press(sheet, "link", Key.Key_Escape)
    assert sheet.tree.capture is None
    assert settings.current.keys == {}
    assert sheet.isVisible()


@pytest.mark.parametrize(
    ("key", "held", "words"),
    [
        (Key.Key_Left, NONE, "Left is kept for moving about and writing."),
        (Key.Key_Left, ALT, "Alt+Left is kept for moving about and writing."),
        (Key.Key_Tab, NONE, "Tab is kept for moving about and writing."),
        (Key.Key_Return, NONE, "Return is kept for moving about and writing."),
        (Key.Key_Space, NONE, "Space is kept for moving about and writing."),
        (Key.Key_Z, CONTROL, "Ctrl+Z edits text everywhere."),
        (Key.Key_F, ALT, "Alt+F opens a menu of the menu bar."),
    ],
)
def test_keys_that_are_needed_elsewhere_are_refused_with_a_sentence(
    sheet: ShortcutSheet, settings: SettingsFile, key: Qt.Key, held: Qt.KeyboardModifier, words: str
) -> None:
    press(sheet, "duplicate", key, held)
    assert sheet.offer.sentence.text() == f"{words} Choose another key."
    assert sheet.tree.capture is not None, "the field waits for another key"
    QTest.keyClick(sheet.tree.capture, Key.Key_J, CONTROL)
    assert settings.current.keys == {"duplicate": ("Ctrl+J",)}


def test_one_row_is_reset_and_then_all(sheet: ShortcutSheet, settings: SettingsFile) -> None:
    press(sheet, "duplicate", Key.Key_J, CONTROL)
    press(sheet, "note", Key.Key_K, CONTROL)
    press(sheet, "claim", Key.Key_J)
    sheet.tree.choose("note")
    QTest.mouseClick(sheet.reset, Qt.MouseButton.LeftButton)
    assert settings.current.keys == {"duplicate": ("Ctrl+J",), "claim": ("J",)}
    assert not sheet.reset.isEnabled()
    QTest.mouseClick(sheet.reset_all, Qt.MouseButton.LeftButton)
    assert settings.current.keys == {}
    assert listed(sheet)["Duplicate"] == "Ctrl+D"


def test_resetting_a_row_asks_for_a_key_that_went_to_another(
    sheet: ShortcutSheet, settings: SettingsFile
) -> None:
    press(sheet, "link", Key.Key_D, CONTROL)
    QTest.keyClick(sheet.offer.take, Key.Key_Space)
    sheet.tree.choose("duplicate")
    QTest.mouseClick(sheet.reset, Qt.MouseButton.LeftButton)
    assert sheet.offer.sentence.text() == "Ctrl+D is the key of Link. Take it?"
    QTest.keyClick(sheet.offer.take, Key.Key_Return)
    assert settings.current.keys == {"link": ()}


def test_a_gesture_is_shown_and_cannot_be_changed(sheet: ShortcutSheet) -> None:
    QTest.keyClicks(sheet.field, "alt + drag")
    assert list(listed(sheet)) == ["Copy what is dragged"]
    assert not sheet.change.isEnabled()
    QTest.keyClick(sheet.tree, Key.Key_Return)
    assert sheet.tree.capture is None
    assert sheet.offer.sentence.text() == "This key stays as it is."


def test_rows_are_read_out_with_their_keys(sheet: ShortcutSheet) -> None:
    sheet.tree.choose("duplicate")
    line = sheet.tree.currentItem()
    assert line is not None
    assert line.data(0, Qt.ItemDataRole.AccessibleTextRole) == "Duplicate, Ctrl+D"
    QTest.keyClick(sheet.tree, Key.Key_Return)
    field = sheet.tree.capture
    assert field is not None
    spoken = QAccessible.queryAccessibleInterface(field)
    assert spoken.text(QAccessible.Text.Name) == "New key of Duplicate"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_in_the_sheet_is_cut(
    qtbot: QtBot, application: QApplication, settings: SettingsFile, scale: float
) -> None:
    apply_theme(application, "light", scale)
    settings.change(keys={"redo": ("Ctrl+J",)})
    shown = ShortcutSheet(settings)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    tree, header = shown.tree, shown.tree.header()
    for column in range(3):
        assert header.sectionSize(column) >= tree.sizeHintForColumn(column)
    reach = header.length() - tree.viewport().width()
    assert tree.horizontalScrollBar().maximum() >= reach, "what does not fit is scrolled to"
    for one in (shown.change, shown.add, shown.clear, shown.reset, shown.reset_all, shown.leave):
        assert one.width() >= one.sizeHint().width()


# In the windows


def opened(program: Program, path: Path, qtbot: QtBot) -> Wiring:
    projects.start(path, title=path.stem).close()
    program.open(path)
    qtbot.waitUntil(partial(filled, program), timeout=20_000)
    wiring = program.windows()[-1].findChild(Wiring)
    assert isinstance(wiring, Wiring)
    return wiring


def written_by(wiring: Wiring, key: Qt.Key, qtbot: QtBot) -> int:
    """Press a key on the board, write a word if it asks for one, and count the notes."""
    wiring.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is wiring.window)
    wiring.board.setFocus()
    QTest.keyClick(wiring.board, key)
    here = QApplication.focusWidget()
    assert here is not None
    if here is not wiring.board:
        QTest.keyClicks(here, "word")
        QTest.keyClick(here, Key.Key_Return, CONTROL)
    return len(wiring.document.project.all(Note))


def sheet_of(window: QWidget) -> ShortcutSheet:
    shown = window.findChild(ShortcutSheet)
    assert isinstance(shown, ShortcutSheet)
    return shown


def test_a_change_holds_at_once_in_all_windows(
    program: Program, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    first = opened(program, tmp_path / "one.evboard", qtbot)
    second = opened(program, tmp_path / "two.evboard", qtbot)
    first.window.actions_here["shortcuts"].trigger()
    press(sheet_of(first.window), "note", Key.Key_J)
    sheet_of(first.window).close()
    for wiring in (first, second):
        action = wiring.window.actions_here["note"]
        assert [one.toString() for one in action.shortcuts()] == ["J"]
        assert "(J)" in action.toolTip()
        assert written_by(wiring, Key.Key_T, qtbot) == 0
        assert written_by(wiring, Key.Key_J, qtbot) == 1


def test_a_changed_letter_is_only_a_letter_while_text_is_written(
    program: Program, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.change(keys={"note": ("J",)})
    wiring = opened(program, tmp_path / "one.evboard", qtbot)
    wiring.window.activateWindow()
    wiring.board.setFocus()
    QTest.keyClick(wiring.board, Key.Key_N)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "jJ")
    QTest.keyClick(editor, Key.Key_Return, CONTROL)
    project = wiring.document.project
    assert [claim.text for claim in project.all(Claim)] == ["jJ"]
    assert project.all(Note) == ()
    field = wiring.window.find_field
    field.setFocus()
    QTest.keyClicks(field, "j")
    assert field.text() == "j"
    assert wiring.board.in_place.editor is None


def test_the_board_alone_follows_a_change_too(wiring: Wiring, settings: SettingsFile) -> None:
    settings.change(keys={"note": ("Ctrl+J",)})
    wiring.board.setFocus()
    wiring.window.actions_here["note"].setShortcuts([])
    QTest.keyClick(wiring.board, Key.Key_T)
    assert wiring.board.in_place.editor is None
    QTest.keyClick(wiring.board, Key.Key_J, CONTROL)
    assert wiring.board.in_place.editor is not None


def test_the_command_list_and_the_find_field_tell_the_changed_key(
    program: Program, settings: SettingsFile, tmp_path: Path, qtbot: QtBot
) -> None:
    wiring = opened(program, tmp_path / "one.evboard", qtbot)
    settings.change(keys={"save_copy": ("Ctrl+J",)})
    commands = CommandList(wiring.window.actions_here, wiring.window)
    qtbot.addWidget(commands)
    QTest.keyClicks(commands.field, "save a copy")
    line = commands.list.item(0)
    assert line is not None
    assert line.text().endswith("Ctrl+J")
    with qtbot.waitSignal(wiring.finding.answered) as told:
        wiring.finding.ask(">save a copy")
    assert [hit.more for hit in told.args[0].hits] == ["Ctrl+J"]


def test_the_start_window_shows_the_keys_as_they_are(
    program: Program, settings: SettingsFile
) -> None:
    settings.change(keys={"new": ("Ctrl+J",), "open": ()})
    program.show_start()
    (window,) = starts()
    assert window.doors[0].key.text() == "Ctrl+J"
    assert window.doors[1].key.isHidden()
    settings.change(keys={})
    assert window.doors[0].key.text() == "Ctrl+N"
    assert window.doors[1].key.isVisible()


def test_the_reader_follows_a_change_of_the_key_to_find(
    wiring: Wiring, settings: SettingsFile
) -> None:
    settings.change(keys={"find": ("Ctrl+J",)})
    assert "Ctrl+J" in wiring.reader.header.search.toolTip()
    wiring.window.actions_here["find"].setShortcuts([])
    wiring.document.read(wiring.document.project.all(Excerpt)[0].id)
    QTest.keyClick(wiring.reader.page, Key.Key_F, CONTROL)
    assert wiring.reader.find_bar.isHidden()
    QTest.keyClick(wiring.reader.page, Key.Key_J, CONTROL)
    assert wiring.reader.find_bar.isVisible()
