"""What a screen reader finds and hears, asked through AT-SPI as one does."""

import re
import subprocess
from functools import cache
from pathlib import Path
from shutil import which

import pytest

from tests.window.desktop import Desktop, until
from tests.window.running import Running, Talk

SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("screen_reader.py")


@cache
def why_not() -> str:
    """Return why no screen reader can be run here, nothing if one can."""
    if which("dbus-daemon") is None:
        return "there is no dbus-daemon"
    if not Path(SYSTEM_PYTHON).exists():
        return f"there is no {SYSTEM_PYTHON}"
    tried = subprocess.run(
        (SYSTEM_PYTHON, "-c", "import pyatspi"), capture_output=True, check=False
    )
    return "" if tried.returncode == 0 else "the Python of the system has no pyatspi"


pytestmark = [
    *(pytest.mark.window, pytest.mark.timeout(300)),
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "it is here"),
]


class Reader(Talk):
    """The screen reader."""

    def parts(self, role: str, name: str) -> list[dict[str, object]]:
        """Return the parts of a control."""
        found = self.ask("parts", role, name)
        return found if isinstance(found, list) else []

    def board(self) -> list[dict[str, object]]:
        """Return the cards and lines of the board."""
        return [one for one in self.parts("list", "Main") if one["role"] == "list item"]

    def focused(self) -> list[str]:
        """Return the names of what has the focus on the board."""
        return [str(one["name"]) for one in self.board() if one["focused"]]

    def hears(self, kind: str) -> str:
        """Return the last words of a kind of event that came, waiting for one."""
        told: list[str] = []

        def came() -> bool:
            events = self.ask("heard")
            assert isinstance(events, list)
            told.extend(one["words"] for one in events if kind in one["kind"] and one["now"])
            return bool(told)

        until(came, f"a {kind} event")
        return told[-1]


@pytest.fixture
def reader(desktop: Desktop) -> Reader:
    desktop.open_bus()
    started = Reader(desktop.start_beside(SYSTEM_PYTHON, str(READER)))
    assert started.ask("ready") is True
    return started


def mark(name: object) -> str:
    """Return the mark of a card in its name."""
    found = re.match(r"\w+ ([A-Z]\d+)\b", str(name))
    return found[1] if found else ""


def test_a_screen_reader_finds_cards_and_lines_and_follows_the_keyboard(
    desktop: Desktop, reader: Reader, sample: Path
) -> None:
    program = Running(desktop, str(sample))
    until(lambda: bool(reader.board()), "the board in the accessible tree", limit=60)
    cards = check_names(program, reader)
    desktop.key("ctrl+1")
    until(lambda: "BoardView" in str(program.ask("focused")), "the keyboard on the board")
    check_focus(desktop, program, reader)
    check_announcement(desktop, reader)
    check_outline(reader, cards)


def check_names(program: Running, reader: Reader) -> set[str]:
    """Look at the names of cards and lines; returns the marks of the cards."""
    names = [str(one["name"]) for one in reader.board()]
    assert all(names)
    count = program.count("card")
    cards, lines = names[:count], names[count:]
    assert all(mark(name) for name in cards)
    judged = next(name for name in cards if name.startswith("Claim C25."))
    assert judged.startswith(
        "Claim C25. North Korea is supplying munitions to Russia. Likely. Confidence moderate. "
    )
    assert re.search(r"\d supports.* sources, \d origins\.", judged)
    assert any(re.match(r"supports, C\d+ to [CH]\d+, reason: ", name) for name in lines)
    assert any(" to C" in name for name in lines)
    return {mark(name) for name in cards}


def check_focus(desktop: Desktop, program: Running, reader: Reader) -> None:
    """Walk by Tab and by arrow: what is heard and what says that it has the focus is the card."""
    reader.ask("heard")
    for key in ("Tab", "Down"):
        desktop.key(key)
        words = reader.hears("focused")
        assert mark(words) == program.ask("walked")
        assert reader.focused() == [words]
    desktop.key("space")
    (chosen,) = [one for one in reader.board() if one["selected"]]
    assert mark(chosen["name"]) == program.ask("walked")
    assert str(chosen["name"]).endswith("Selected.")
    desktop.key("space")


def check_announcement(desktop: Desktop, reader: Reader) -> None:
    """Begin a link by keys: each aim is said, though the focus stays."""
    desktop.key("l")
    first = reader.hears("announcement")
    assert re.match(r"To \w+ [A-Z]\d+\.", first)
    desktop.key("Down")
    assert reader.hears("announcement") != first
    desktop.key("Escape")


def check_outline(reader: Reader, cards: set[str]) -> None:
    """Open the outline through its tab: it has a row for each card of the board."""
    assert reader.ask("press", "page tab", "Outline") is True
    until(lambda: bool(reader.parts("tree", "Outline of the board")), "the outline")

    def marks() -> set[str]:
        rows = reader.parts("tree", "Outline of the board")
        return {found for row in rows if (found := mark(row["name"]))}

    until(lambda: cards <= marks(), "a row for each card")
