"""What is risky where an open project lies is told once, and each conflict copy beside it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from evidence_board.commands import claims
from evidence_board.paths import user_work_folder
from evidence_board.project import lock
from evidence_board.project.project import Project
from evidence_board.ui.banner import Banner
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.opening import open_in
from evidence_board.ui.places_note import PlacesNote
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.watching import Watching
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.test_read_only import HOLDER

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RISK = "in a folder that Syncthing keeps in step"
COPY = "case (Kim's conflicted copy 2026-01-01).evboard"
LATER = "case.sync-conflict-20260101-093612-ABCDEFG.evboard"

Open = Callable[[], Wiring]


@pytest.fixture
def opened(
    qtbot: QtBot,
    project: Project,
    settings: SettingsFile,
    jobs: Jobs,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Open]:
    """Give the way to open the project, which is closed, in a window; it lies in a sync folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
    (tmp_path / ".stfolder").mkdir()
    path: Path = project.path
    project.close()
    windows: list[MainWindow] = []

    def open_it() -> Wiring:
        window = MainWindow()
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        wiring = open_in(window, path, settings, jobs, lambda _copy: None)
        assert wiring is not None
        return wiring

    yield open_it
    for one in windows:
        if isValid(one):
            one.close()


def message(wiring: Wiring) -> str:
    return wiring.window.banner.message


def remembered() -> int:
    """Return how much of what was said is remembered on this computer."""
    path = user_work_folder() / "said-once.json"
    return len(json.loads(path.read_bytes())) if path.is_file() else 0


def test_what_is_risky_is_told_once(opened: Open, qtbot: QtBot) -> None:
    first = opened()
    qtbot.waitUntil(lambda: RISK in message(first), timeout=10_000)
    assert first.window.banner.property("level") == "info"
    qtbot.waitUntil(lambda: remembered() == 1, timeout=10_000)
    first.window.close()

    again = opened()
    beside = again.document.project.path.with_name(COPY)
    beside.touch()  # what is risky would be told before it
    qtbot.waitUntil(lambda: COPY in message(again), timeout=10_000)
    assert RISK not in message(again)


def test_a_conflict_copy_is_told_when_it_appears_and_only_then(opened: Open, qtbot: QtBot) -> None:
    first = opened()
    qtbot.waitUntil(lambda: RISK in message(first), timeout=10_000)
    path = first.document.project.path
    path.with_name(COPY).touch()
    qtbot.waitUntil(lambda: COPY in message(first), timeout=10_000)
    assert RISK in message(first)
    path.with_name(LATER).touch()
    qtbot.waitUntil(lambda: LATER in message(first), timeout=10_000)
    assert message(first).count("A sync program laid") == 1  # one sentence for both
    assert "laid copies beside this project" in message(first)
    first.window.banner.close_button.click()
    assert message(first) == ""
    assert first.document.act(claims.write, "Still ours") is not None
    assert first.document.settle()
    qtbot.waitUntil(lambda: remembered() == 3, timeout=10_000)
    first.window.close()

    again = opened()
    third = LATER.replace("20260101", "20260102")
    path.with_name(third).touch()
    qtbot.waitUntil(lambda: third in message(again), timeout=10_000)
    assert LATER not in message(again)
    assert COPY not in message(again)


def test_what_stands_in_the_banner_stays_before_it(opened: Open, qtbot: QtBot) -> None:
    wiring = opened()
    wiring.window.banner.show_message("The disk is full.", "error", "Save a copy")
    qtbot.waitUntil(lambda: RISK in message(wiring), timeout=10_000)
    assert message(wiring).startswith("The disk is full.\nThis project lies")
    assert wiring.window.banner.property("level") == "error"
    assert wiring.window.banner.action.text() == "Save a copy"


def test_what_is_told_once_stays_until_a_person_closes_it(opened: Open, qtbot: QtBot) -> None:
    wiring = opened()
    banner = wiring.window.banner
    qtbot.waitUntil(lambda: RISK in message(wiring), timeout=10_000)
    banner.show_message("The disk is full.", "error", "Save a copy")
    assert message(wiring).startswith("The disk is full.\nThis project lies")
    banner.show_message("Something else.")
    assert message(wiring).startswith("Something else.\nThis project lies")
    assert not banner.action.isVisible()
    banner.clear_message()
    assert message(wiring).startswith("This project lies")
    assert banner.property("level") == "info"
    banner.close_button.click()
    assert message(wiring) == ""
    assert not banner.isVisible()
    banner.show_message("Later.")
    assert message(wiring) == "Later."


def test_a_conflict_copy_is_never_touched(opened: Open, qtbot: QtBot) -> None:
    wiring = opened()
    beside = wiring.document.project.path.with_name(COPY)
    beside.write_bytes(b"theirs")
    qtbot.waitUntil(lambda: COPY in message(wiring), timeout=10_000)
    assert wiring.document.act(claims.write, "Ours") is not None
    wiring.window.close()
    assert beside.read_bytes() == b"theirs"


def test_to_read_only_it_is_told_and_nothing_is_written_beside_the_project(
    opened: Open, qtbot: QtBot, settings: SettingsFile, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "case.evboard"
    lock.lock_path(path).write_text(json.dumps(HOLDER), encoding="utf-8")
    (tmp_path / COPY).touch()
    held = sorted(tmp_path.iterdir())
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    wiring = Wiring(window, Document(Project.open(path, read_only=True), jobs, window), settings)
    PlacesNote(window, wiring.document, Watching(window, wiring.document))
    qtbot.waitUntil(lambda: RISK in message(wiring), timeout=10_000)
    assert message(wiring).startswith("Open to read only.")
    assert COPY in message(wiring)
    assert window.banner.action.text() == "Save a copy"
    window.close()
    assert sorted(tmp_path.iterdir()) == held


def test_a_narrow_banner_leaves_the_sentence_its_room(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_message("The disk is full.", "error", "Save a copy")
    for width, below in ((900, False), (300, True), (900, False)):
        banner.resize(width, 160)
        with qtbot.waitExposed(banner):
            banner.show()
        QApplication.processEvents()
        assert (banner.action.geometry().top() > banner._text.geometry().bottom()) == below
