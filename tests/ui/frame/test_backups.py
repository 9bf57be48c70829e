"""Backups in the window: made beside the work, listed with a preview, restored to a new file."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project import backup_making, backups
from evidence_board.project.check import check
from evidence_board.project.project import Project
from evidence_board.project.schema import VERSION
from evidence_board.ui import backing_up
from evidence_board.ui.dialogs.backups import BackupsDialog, Present, compared
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.program import Program
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.showing_backups import Asked, show_backups
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.conftest import filled, starts

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OLD = Path(__file__).parents[2] / "data" / "projects" / "1.evboard"
LONG = 20_000
"""How many ms a process may take on a busy machine."""


@pytest.fixture(autouse=True)
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let backups go to a folder of each test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "evidence-board"


def held(project: Project) -> tuple[backups.Backup, ...]:
    return backups.listed(project.record.id)


def dialogs() -> list[BackupsDialog]:
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, BackupsDialog)]
    return [one for one in shown if one.isVisible()]


def shown(qtbot: QtBot) -> BackupsDialog:
    qtbot.waitUntil(lambda: bool(dialogs()))
    return dialogs()[0]


def file_dialog() -> QFileDialog:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
    return next(one for one in found if one.isVisible())


def boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]


def answer(button: str) -> str:
    """Press a button of the message box that shows; returns what it said."""
    (box,) = boxes()
    said = box.text()
    buttons = {one.text(): one for one in box.findChildren(QPushButton)}
    buttons.get(button, buttons["Close" if "Close" in buttons else "Cancel"]).click()
    assert button in buttons
    return said


def show(wiring: Wiring, qtbot: QtBot) -> BackupsDialog:
    wiring.window.actions_here["backups"].trigger()
    return shown(qtbot)


# Making them


def test_a_backup_is_made_beside_the_work_and_only_of_what_is_new(
    wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    wiring.backing_up.back_up()
    qtbot.waitUntil(lambda: len(held(project)) == 1, timeout=LONG)
    assert check(held(project)[0].path) == ()
    claims.write(project, "Written after it.")
    project.settle()
    wiring.backing_up.back_up()
    qtbot.waitUntil(lambda: len(held(project)) == 2, timeout=LONG)
    summary = held(project)[0].summary
    assert summary is not None
    assert summary.counts["claims"] == project.count(Claim) == 2
    assert wiring.window.banner.message == ""


def test_one_is_due_after_opening_and_ten_minutes_after_the_first_edit(
    wiring: Wiring, project: Project
) -> None:
    due = wiring.backing_up.due_in()
    assert due is not None
    assert due < backing_up.INTERVAL_MS / 10
    wiring.backing_up.back_up()
    assert wiring.backing_up.due_in() is None
    claims.write(project, "First.")
    first = wiring.backing_up.due_in()
    assert first is not None
    assert first > backing_up.INTERVAL_MS * 0.9
    QTest.qWait(5)
    claims.write(project, "Second.")
    later = wiring.backing_up.due_in()
    assert later is not None
    assert later < first


def test_what_hinders_a_backup_is_told_once(
    wiring: Wiring, work_folder: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: (work_folder / "backups").exists())  # it has looked back
    shutil.rmtree(work_folder)
    work_folder.write_text("no folder")
    wiring.backing_up.back_up()
    banner = wiring.window.banner
    qtbot.waitUntil(lambda: "No backup was made" in banner.message, timeout=LONG)
    banner.close_button.click()
    with qtbot.waitSignal(wiring.backing_up.tried, timeout=LONG):
        wiring.backing_up.back_up()
    assert banner.message == ""


def test_a_project_that_is_read_only_is_not_backed_up(
    project: Project, settings: SettingsFile, jobs: Jobs, qtbot: QtBot
) -> None:
    project.close()
    reading = Project.open(project.path, read_only=True)
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    wiring = Wiring(window, Document(reading, jobs, window), settings)
    assert wiring.backing_up.due_in() is None
    window.close()
    assert held(project) == ()


def test_a_file_that_was_put_back_is_told_at_opening(
    wiring: Wiring, project: Project, settings: SettingsFile, jobs: Jobs, qtbot: QtBot
) -> None:
    project.settle()
    older = project.path.with_name("older")
    shutil.copyfile(project.path, older)
    claims.write(project, "What will be lost.")
    project.settle()
    steps = len(project.steps())
    backup_making.make(project.path)
    wiring.window.close()
    os.replace(older, project.path)
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    again = Wiring(window, Document(Project.open(project.path), jobs, window), settings)
    qtbot.waitUntil(lambda: bool(window.banner.message))
    told = window.banner.message
    assert told.startswith("This file is older than, or differs from, what was last saved here:")
    assert f"here: step {steps}, " in told
    rest = f". A backup goes up to step {steps}: compare in File > Backups."
    assert told.endswith(rest)
    dialog = show(again, qtbot)
    found = dialog.preview.text()
    assert "It has steps that the project does not have now. Claims: 1 more" in found
    dialog.close()
    window.close()


def test_a_file_that_is_as_it_was_left_is_told_nothing(
    wiring: Wiring, project: Project, settings: SettingsFile, jobs: Jobs, qtbot: QtBot
) -> None:
    claims.write(project, "Kept.")
    wiring.window.close()
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    again = Wiring(window, Document(Project.open(project.path), jobs, window), settings)
    with qtbot.waitSignal(again.backing_up.looked_back):
        assert window.banner.message == ""
    assert window.banner.message == ""
    window.close()


# The dialog


def test_the_dialog_lists_the_newest_first_and_compares_it(
    wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    backup_making.make(project.path)
    for number in range(3):
        claims.write(project, f"Claim {number}")
    project.settle()
    backup_making.make(project.path)
    claims.write(project, "One more.")
    dialog = show(wiring, qtbot)
    rows = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    steps = len(project.steps())
    assert [row.text(2) for row in rows if row] == [str(steps - 1), str(steps - 4)]
    assert [row.text(3) for row in rows if row] == ["4", "1"]
    assert [row.text(1) for row in rows if row] == ["just now", "just now"]
    assert dialog.chosen is not None
    assert dialog.chosen.sequence == 2
    assert "“Harbour”, from" in dialog.preview.text()
    said = dialog.preview.text()
    assert "The project is further now. Steps since then: 1. Claims: 1 fewer." in said
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "Claims: 4 fewer." in dialog.preview.text()
    spoken = rows[0].data(0, Qt.ItemDataRole.AccessibleTextRole) if rows[0] else ""
    assert f"{steps - 1} steps, 4 claims, 3 sources" in spoken
    assert dialog.list.accessibleName() == "Backups"


def test_the_dialog_without_backups_says_when_there_will_be_one(
    wiring: Wiring, qtbot: QtBot
) -> None:
    dialog = show(wiring, qtbot)
    assert dialog.preview.text().startswith("There are no backups yet.")
    assert not dialog.restore.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialogs() == []


def test_a_backup_that_cannot_be_read_is_listed_as_that(
    wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    backup = backup_making.make(project.path)
    assert backup is not None
    backups.summary_path(backup.path).write_text("{")
    dialog = show(wiring, qtbot)
    row = dialog.list.topLevelItem(0)
    assert row is not None
    assert row.text(2) == "unreadable"
    assert dialog.preview.text().startswith("What this backup holds cannot be told.")
    assert dialog.restore.isEnabled()


def test_a_backup_is_restored_in_three_clicks_and_opened(
    wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    backup_making.make(project.path)
    claims.write(project, "Not in the backup.")
    project.settle()
    before = project.path.read_bytes()
    dialog = show(wiring, qtbot)
    opened: list[str] = []
    wiring.window.open_asked.connect(opened.append)
    dialog.restore.click()
    place = Path(file_dialog().selectedFiles()[0])
    assert place.parent == project.path.parent
    assert place.name.startswith("case of 20")
    file_dialog().accept()
    assert dialog.works
    assert dialog.leave.text() == "Cancel"
    said: list[str] = []
    answer_soon("Open the restored project", said)
    qtbot.waitUntil(lambda: opened == [str(place)], timeout=LONG)
    assert said == [f"The backup was restored as “{place.name}”."]
    assert dialogs() == []
    copy = Project.open(place)
    assert copy.count(Claim) == 1
    copy.close()
    assert project.path.read_bytes() == before


def answer_soon(button: str, said: list[str]) -> None:
    """Answer the message box as soon as it shows; it has an event loop of its own."""
    timer = QTimer(QApplication.instance())

    def look() -> None:
        if boxes():
            timer.stop()
            said.append(answer(button))

    timer.timeout.connect(look)
    timer.start(10)


def test_nothing_is_restored_over_a_file(
    wiring: Wiring, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    backup_making.make(project.path)
    mine = tmp_path / "mine.evboard"
    mine.write_bytes(b"mine")
    dialog = show(wiring, qtbot)
    dialog.restore.click()
    file_dialog().selectFile(str(mine))
    file_dialog().accept()
    said: list[str] = []
    answer_soon("Close", said)
    qtbot.waitUntil(lambda: bool(said) and dialog.restore.isEnabled(), timeout=LONG)
    assert said[0].startswith("mine.evboard exists already.")
    assert mine.read_bytes() == b"mine"


def test_a_restoring_that_is_cancelled_leaves_no_file(
    wiring: Wiring, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    backup_making.make(project.path)
    dialog = show(wiring, qtbot)
    dialog.restore.click()
    place = Path(file_dialog().selectedFiles()[0])
    file_dialog().accept()
    dialog.leave.click()
    qtbot.waitUntil(lambda: not dialog.works, timeout=LONG)
    assert dialog.isVisible()
    assert not place.exists()
    assert [one.name for one in tmp_path.glob(".case*") if "lock" not in one.name] == []


def test_the_backups_of_a_damaged_file_are_shown_by_its_place(
    wiring: Wiring, project: Project, jobs: Jobs, qtbot: QtBot
) -> None:
    backup_making.make(project.path)
    wiring.window.close()
    os.truncate(project.path, 5_000)
    window = MainWindow()
    show_backups(window, jobs, Asked(project.path), lambda _path: None)
    dialog = shown(qtbot)
    assert dialog.chosen is not None
    assert dialog.preview.text() == f"“Harbour”, from {project.path}"
    dialog.close()
    window.close()


def test_the_start_window_shows_the_backups_of_all_projects(
    program: Program, project: Project, qtbot: QtBot
) -> None:
    backup_making.make(project.path)
    project.close()
    project.path.unlink()
    program.show_start()
    (start,) = starts()
    start.actions_here["backups"].trigger()
    dialog = shown(qtbot)
    assert "“Harbour”" in dialog.preview.text()
    dialog.close()


def test_a_damaged_project_leads_to_its_backups(
    program: Program, project: Project, qtbot: QtBot
) -> None:
    backup_making.make(project.path)
    project.close()
    os.truncate(project.path, 5_000)
    said: list[str] = []
    answer_soon("Show backups", said)
    program.open(project.path)
    dialog = shown(qtbot)
    assert said == ["case.evboard is damaged or not complete. Restore it from a backup."]
    assert "“Harbour”" in dialog.preview.text()
    assert program.windows() == ()
    assert dialog.parent() in starts()
    dialog.close()


def test_a_file_without_backups_is_refused_without_an_offer(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    text = tmp_path / "text.evboard"
    text.write_text("hello")
    said: list[str] = []
    answer_soon("Close", said)
    program.open(text)
    qtbot.waitUntil(lambda: bool(said) and bool(starts()))
    assert "is not an Evidence Board project" in said[0]


def test_an_old_project_is_converted_while_its_window_stands(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old.evboard"
    shutil.copyfile(OLD, path)
    program.open(path)
    qtbot.waitUntil(lambda: filled(program), timeout=LONG)
    (window,) = program.windows()
    assert "The ferry at noon" in window.windowTitle()
    assert check(path) == ()
    assert path.read_bytes()[63] == VERSION


COUNTS = "Claims: 2 more; Links: 1 fewer."


@pytest.mark.parametrize(
    ("step", "seal", "told"),
    [
        (3, "c", ["It holds the same step as the project now."]),
        (2, "b", ["The project is further now. Steps since then: 1.", COUNTS]),
        (2, "x", ["Its history went another way than that of the project now.", COUNTS]),
        (4, "d", ["It has steps that the project does not have now.", COUNTS]),
    ],
)
def test_a_backup_is_compared_in_words(
    application: QApplication, step: int, seal: str, told: list[str]
) -> None:
    counts = {"claims": 5, "links": 0, "cards": 1}
    summary = backups.Summary("T", "/p", 2, step, seal, "", 0, counts)
    present = Present({"claims": 3, "links": 1, "cards": 1}, {1: "a", 2: "b", 3: "c"})
    assert list(compared(summary, present)) == told
