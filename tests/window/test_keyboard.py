"""By keyboard alone: a person who has no mouse works on the board of the sample case."""

import time
from pathlib import Path

import pytest

from tests.window.desktop import Desktop, until
from tests.window.running import Running

pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]

WRITTEN = "Traffic rose at the border"
ADDED = "A count by hand would show it"


def test_a_board_is_worked_on_without_a_mouse_and_taken_back(
    desktop: Desktop, sample: Path
) -> None:
    program = Running(desktop, str(sample))
    until(lambda: program.ask("opened") is True, "the main window", limit=60)
    before, steps = program.ask("digest"), program.ask("done")
    desktop.key("ctrl+1")
    until(lambda: "BoardView" in str(program.ask("focused")), "the keyboard on the board")
    walk_to(desktop, program, "C2")
    edit(desktop, program)
    add_linked(desktop, program)
    link(desktop, program)
    move(desktop, program)
    lock_and_unlock(desktop, program)
    duplicate_and_delete(desktop, program)
    assert program.ask("digest") != before
    while program.ask("done") != steps:
        desktop.key("ctrl+z")
    assert program.ask("digest") == before
    desktop.key("ctrl+q")
    assert program.end() == 0


def walk_to(desktop: Desktop, program: Running, mark: str) -> None:
    for _ in range(100):
        if program.ask("walked") == mark:
            break
        press(desktop, program, "Tab", "walked")
    assert program.ask("walked") == mark
    press(desktop, program, "Right", "walked")
    press(desktop, program, "Left", "walked")
    walked = program.ask("walked")
    desktop.key("space")
    until(lambda: program.ask("selected") == [walked], "the selected card")
    desktop.key("Escape")
    until(lambda: program.ask("selected") == [], "nothing selected")
    assert program.ask("walked") == walked
    while program.ask("walked") != mark:
        press(desktop, program, "shift+Tab", "walked")


def press(desktop: Desktop, program: Running, key: str, changing: str) -> None:
    """Press a key and look what came of it, as a person does; it may change nothing."""
    before = program.ask(changing)
    desktop.key(key)
    for _ in range(20):
        if program.ask(changing) != before:
            break
        time.sleep(0.1)


def edit(desktop: Desktop, program: Running) -> None:
    desktop.key("Return")
    until(lambda: "CardEditor" in str(program.ask("focused")), "the editor")
    desktop.write(WRITTEN)
    desktop.key("ctrl+Return")
    until(lambda: WRITTEN in texts(program), "the new words")


def add_linked(desktop: Desktop, program: Running) -> None:
    count = program.count("link")
    desktop.key("ctrl+Right")
    until(lambda: "CardEditor" in str(program.ask("focused")), "the editor")
    desktop.write(ADDED)
    desktop.key("ctrl+Return")
    until(lambda: ADDED in texts(program), "the new claim")
    assert program.count("link") == count + 1
    assert program.claim(ADDED)["kind"] == "judgement"


def link(desktop: Desktop, program: Running) -> None:
    count = program.count("link")
    press(desktop, program, "l", "aimed")
    for arrow in ("Down", "Down", "Down", "Right", "Right", "Down"):
        if str(program.ask("aimed")).startswith("C"):
            break
        press(desktop, program, arrow, "aimed")
    assert str(program.ask("aimed")).startswith("C")
    desktop.key("1")
    until(lambda: "Reason" in str(program.ask("focused")), "the field for the reason")
    desktop.write("It is the same yard")
    desktop.key("Return")
    until(lambda: program.count("link") == count + 1, "the link")
    links = program.ask("links")
    assert isinstance(links, list)
    assert links[-1]["reason"] == "It is the same yard"
    assert links[-1]["from_id"] == program.claim(ADDED)["id"]


def move(desktop: Desktop, program: Running) -> None:
    mark = own_mark(program)
    x, y, _ = card(program, mark)
    desktop.key("m", "Right", "Right", "shift+Down", "Return")
    until(lambda: card(program, mark)[:2] == [x + 16, y + 40], "the card at its new place")


def lock_and_unlock(desktop: Desktop, program: Running) -> None:
    mark = own_mark(program)
    desktop.key("ctrl+shift+l")
    until(lambda: card(program, mark)[2] is True, "the padlock")
    desktop.key("Delete")
    time.sleep(0.3)
    assert ADDED in texts(program)
    desktop.key("ctrl+shift+l")
    until(lambda: card(program, mark)[2] is False, "no padlock")


def duplicate_and_delete(desktop: Desktop, program: Running) -> None:
    count = program.count("claim")
    desktop.key("ctrl+c", "ctrl+d")
    until(lambda: program.count("claim") == count + 1, "the copy")
    desktop.key("Delete")
    until(lambda: program.count("claim") == count, "the copy gone")


def own_mark(program: Running) -> str:
    """Return the mark of the one claim that is selected: the new one."""
    selected = program.ask("selected")
    assert isinstance(selected, list)
    assert len(selected) == 1, selected
    return str(selected[0])


def card(program: Running, mark: str) -> list[float]:
    """Return place and lock of a card."""
    found = program.ask("card_of", mark)
    assert isinstance(found, list)
    return found


def texts(program: Running) -> list[object]:
    """Return the texts of all claims."""
    claims = program.ask("claims")
    assert isinstance(claims, list)
    return [one["text"] for one in claims]
