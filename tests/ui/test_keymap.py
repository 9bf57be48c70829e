"""Which keys ask for which action, whatever a person or a damaged file says."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evidence_board.ui.actions import ACTIONS, BY_ID
from evidence_board.ui.keymap import KeyMap, barred, readable, readings
from evidence_board.ui.settings import Settings, SettingsFile, from_document

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def test_the_rows_give_each_key_to_one_action_and_write_it_as_qt_does() -> None:
    every = [key for row in ACTIONS for key in row.shortcuts]
    assert len(every) == len(set(every))
    assert [readable(key) for key in every] == every


def test_no_row_has_a_key_that_nobody_could_choose_again() -> None:
    assert [
        barred(key, row.id) for row in ACTIONS for key in row.shortcuts if barred(key, row.id)
    ] == []


def test_a_choice_takes_the_place_of_the_keys_of_the_row() -> None:
    keys = KeyMap({"duplicate": ("Ctrl+J", "Ctrl+K")})
    assert keys.of("duplicate") == ("Ctrl+J", "Ctrl+K")
    assert keys.owner("Ctrl+D") is None
    assert keys.asked(Key.Key_K, CONTROL) == "duplicate"
    assert keys.differs("duplicate")
    assert not keys.differs("claim")


def test_an_action_may_have_no_key_at_all() -> None:
    assert KeyMap({"claim": ()}).of("claim") == ()


def test_giving_a_key_takes_it_from_its_owner_and_stores_only_what_differs() -> None:
    keys = KeyMap()
    stored = keys.giving("link", ("Ctrl+D",))
    assert stored == {"link": ("Ctrl+D",), "duplicate": ()}
    back = KeyMap(stored).giving("link", BY_ID["link"].shortcuts)
    assert back == {"duplicate": ()}
    assert KeyMap(back).giving("duplicate", BY_ID["duplicate"].shortcuts) == {}


def test_an_action_gives_up_one_of_two_keys_and_keeps_the_other() -> None:
    stored = KeyMap().giving("duplicate", ("Ctrl+Y",))
    assert stored["redo"] == ("Ctrl+Shift+Z",)


def test_of_two_actions_with_one_key_in_the_file_only_one_has_it() -> None:
    keys = KeyMap({"note": ("J",), "claim": ("J", "T")})
    owners = [row.id for row in ACTIONS if "J" in keys.of(row.id)]
    assert len(owners) == 1
    assert keys.owner("J") == owners[0]
    assert sum("T" in keys.of(row.id) for row in ACTIONS) == 1


@pytest.mark.parametrize(
    "keys",
    [
        ("",),
        ("Nonsense",),
        ("Ctrl+K, Ctrl+C",),
        ("\ud800",),
        ("\x00" * 10,),
        ("x" * 100_000,),
        ("Esc", "Tab", "Space", "Left", "Return"),
        ("Ctrl+Z",),
    ],
)
def test_keys_that_cannot_be_used_leave_those_of_the_row(keys: tuple[str, ...]) -> None:
    assert KeyMap({"claim": keys}).of("claim") == ("N",)


def test_what_no_row_has_is_kept_and_does_nothing() -> None:
    keys = KeyMap({"time_travel": ("Ctrl+J",)})
    assert keys.owner("Ctrl+J") is None
    assert keys.giving("claim", ("J",)) == {"time_travel": ("Ctrl+J",), "claim": ("J",)}


@pytest.mark.parametrize(
    ("key", "held", "id"),
    [
        (Key.Key_Exclam, SHIFT, "zoom_fit"),
        (Key.Key_1, SHIFT, "zoom_fit"),
        (Key.Key_At, SHIFT, "zoom_selection"),
        (Key.Key_QuoteDbl, SHIFT, "zoom_selection"),
        (Key.Key_Plus, CONTROL | SHIFT, "zoom_in"),
        (Key.Key_BraceRight, CONTROL | SHIFT, "to_front"),
        (Key.Key_BracketRight, CONTROL | SHIFT, "to_front"),
        (Key.Key_BracketRight, CONTROL, "forward"),
        (Key.Key_Question, SHIFT, "shortcuts"),
        (Key.Key_Slash, CONTROL | SHIFT, "commands"),
    ],
)
def test_keyboards_of_other_countries_reach_the_actions(
    key: Qt.Key, held: Qt.KeyboardModifier, id: str
) -> None:
    assert KeyMap().asked(key, held) == id


def test_what_another_country_sends_follows_a_change() -> None:
    keys = KeyMap(KeyMap().giving("claim", ("Shift+1",)))
    assert keys.asked(Key.Key_Exclam, SHIFT) == "claim"


def test_a_press_is_stored_as_the_key_that_an_action_has_of_old() -> None:
    assert KeyMap().named(Key.Key_Exclam, SHIFT) == "Shift+1"
    assert KeyMap().named(Key.Key_NumberSign, SHIFT) == "#"
    assert KeyMap().named(Key.Key_J, CONTROL | SHIFT) == "Ctrl+Shift+J"


def test_shift_alone_is_no_key_yet() -> None:
    assert readings(Key.Key_Shift, SHIFT) == ()
    assert KeyMap().named(Key.Key_Control, CONTROL) == ""


@pytest.mark.parametrize(
    "key", ["Left", "Shift+Up", "Alt+Right", "Tab", "Return", "Space", "Home", "F2", "1", "Menu"]
)
def test_keys_by_which_people_move_and_write_are_kept(key: str) -> None:
    assert barred(key, "claim") == "board"


def test_keys_that_edit_text_stay_with_the_actions_that_have_them() -> None:
    assert barred("Ctrl+Z", "claim") == "text"
    assert barred("Ctrl+Z", "undo") == ""
    assert barred("Del", "claim") == "text"
    assert barred("Ctrl+Left", "claim") == ""


def test_chosen_keys_come_back_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path).change(keys={"claim": ("J", "Ctrl+J"), "note": ()})
    assert json.loads(path.read_bytes())["keys"] == {"claim": ["J", "Ctrl+J"], "note": []}
    assert SettingsFile(path).current.keys == {"claim": ("J", "Ctrl+J"), "note": ()}


@pytest.mark.parametrize(
    "keys",
    [None, 3, "J", ["J"], {"claim": "J"}, {"claim": [3]}, {"claim": {"a": 1}}, {"claim": None}],
)
def test_damaged_keys_in_the_file_give_the_usual_ones(keys: object) -> None:
    assert from_document({"schema": 1, "keys": keys}) == Settings()


def test_hostile_lists_of_keys_are_cut_short() -> None:
    many = {f"a{number}": ["J"] * 999 for number in range(2000)}
    read = from_document({"schema": 1, "keys": many}).keys
    assert len(read) <= 1000
    assert max(len(told) for told in read.values()) <= 12
    assert KeyMap(read).of("claim") == ("N",)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"schema": 1, "window": [1e400, 2]}',
        '{"schema": 1, "window": [99999999999999999999, 99999999999999999999]}',
        '{"schema": 1, "left_width": -99999999999999999999}',
    ],
)
def test_a_hostile_settings_file_does_not_keep_the_program_from_starting(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    now = SettingsFile(path).current
    assert max(*now.window, now.left_width) < 2**15
    assert now.left_width >= 0
