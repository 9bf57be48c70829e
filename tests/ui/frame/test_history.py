"""The History dock: who did what and when, the way back, former states, the chain."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, editing, removal
from evidence_board.model.board import Board, Card
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.history import Step
from evidence_board.project.project import Project
from evidence_board.ui.context_menus import CARD_MENU, line_menu
from evidence_board.ui.docks.history import details as details_module
from evidence_board.ui.docks.history.details import RecordLink, StepDetails
from evidence_board.ui.docks.history.dock import History
from evidence_board.ui.docks.history.steps import EVERYTHING, META, NOW, StepList, Wanted
from evidence_board.ui.docks.page import ActiveLink
from evidence_board.ui.document import Document
from evidence_board.ui.moments import moment_words
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.situation import Situation
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dock(wiring: Wiring, qtbot: QtBot) -> History:
    """Give the dock, shown as the menu does it."""
    wiring.window.actions_here["history"].trigger()
    qtbot.waitUntil(wiring.panels.history.isVisible)
    return wiring.panels.history


def labels(dock: History) -> list[str]:
    """Return what the rows say, from top to bottom."""
    return [str(dock.steps.index(row).data()) for row in range(dock.steps.rowCount())]


def choose(dock: History, qtbot: QtBot, row: int) -> None:
    """Select a row by the keyboard and wait until its step is told."""
    dock.list.setFocus()
    QTest.keyClick(dock.list, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(dock.list, Qt.Key.Key_Down)
    step = dock.steps.step_at(row)
    assert step is not None
    qtbot.waitUntil(lambda: dock.details.step == step)


def button(part: QWidget, words: str) -> QPushButton:
    """Return the button with these words."""
    every = part.findChildren(QPushButton)
    texts = {(one.words() if isinstance(one, ActiveLink) else one.text()): one for one in every}
    return texts[words]


def press(part: QWidget, words: str) -> None:
    """Press a button with Enter."""
    found = button(part, words)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return)


def test_steps_stand_newest_first_with_who_when_and_where_one_is(
    dock: History, project: Project, qtbot: QtBot
) -> None:
    assert labels(dock) == [step.label for step in reversed(project.steps())]
    assert dock.steps.index(0).data(NOW)
    project.author = "A. Keeper"
    claims.write(project, "One more.")
    assert labels(dock)[0] == "Write claim"
    assert str(dock.steps.index(0).data(META)).startswith("A. Keeper · Today, ")
    project.undo()
    assert str(dock.steps.index(0).data(META)).startswith("undone · A. Keeper")
    assert [dock.steps.index(row).data(NOW) for row in (0, 1)] == [False, True]
    claims.write(project, "Another one.")
    assert str(dock.steps.index(1).data(META)).startswith("abandoned · A. Keeper")


def test_a_row_is_read_out_with_its_state_and_place(dock: History, project: Project) -> None:
    claims.write(project, "One more.")
    shown = QAccessible.queryAccessibleInterface(dock.list)
    assert shown.text(QAccessible.Text.Name) == "Steps, newest first"
    spoken = str(dock.steps.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Step 5. Write claim. no name. Today, ")
    assert spoken.endswith(" done. the project is as this step left it.")


def test_a_step_tells_before_and_after_and_leads_to_its_record(
    dock: History, wiring: Wiring, claim: Claim, qtbot: QtBot
) -> None:
    editing.change(wiring.document.project, claim, "Set confidence", confidence="low")
    choose(dock, qtbot, 0)
    assert dock.details.words().splitlines() == [
        "Changed claim C1 “The ferry left at nine.”",
        "Confidence: not judged to low",
    ]
    QTest.keyClick(dock.list, Qt.Key.Key_Return)
    link = dock.details.first_link()
    assert isinstance(link, RecordLink)
    assert link.hasFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert wiring.document.selected == (claim.id,)


def test_going_back_and_forward_by_the_keyboard(
    dock: History, wiring: Wiring, qtbot: QtBot
) -> None:
    project = wiring.document.project
    for text in ("One", "Two", "Three"):
        claims.write(project, text)
    choose(dock, qtbot, 3)
    press(dock.details, "Go back to here")
    qtbot.waitUntil(lambda: not dock.journey.under_way)
    assert project.count(Claim) == 1
    assert dock.list.hasFocus()
    assert wiring.window.toast.message.startswith("3 step")
    choose(dock, qtbot, 1)
    press(dock.details, "Go forward to here")
    qtbot.waitUntil(lambda: not dock.journey.under_way)
    assert [one.text for one in project.all(Claim)][1:] == ["One", "Two"]


def test_a_long_way_back_can_be_stopped_at_a_whole_step(
    dock: History, wiring: Wiring, qtbot: QtBot
) -> None:
    project = wiring.document.project
    for number in range(20):
        claims.write(project, f"Claim {number}")
    choose(dock, qtbot, 20)
    press(dock.details, "Go back to here")
    qtbot.waitUntil(lambda: project.count(Claim) < 18)
    assert dock.journey.isVisible()
    press(dock.journey, "Cancel")
    left = project.count(Claim)
    QTest.qWait(50)
    assert project.count(Claim) == left > 1
    assert not dock.journey.isVisible()


def test_a_change_on_the_way_is_not_undone(dock: History, wiring: Wiring, qtbot: QtBot) -> None:
    project = wiring.document.project
    for number in range(10):
        claims.write(project, f"Claim {number}")
    choose(dock, qtbot, 10)
    press(dock.details, "Go back to here")
    qtbot.waitUntil(lambda: project.count(Claim) < 10)
    mine = claims.write(project, "Done meanwhile.")
    qtbot.waitUntil(lambda: not dock.journey.under_way)
    assert project.find(mine.id) == mine
    assert wiring.window.banner.message.startswith("Something was done on the way.")


def test_an_abandoned_step_says_why_there_is_no_way_to_it(
    dock: History, wiring: Wiring, qtbot: QtBot
) -> None:
    project = wiring.document.project
    claims.write(project, "One")
    project.undo()
    claims.write(project, "Two")
    choose(dock, qtbot, 1)
    assert not button(dock.details, "Go back to here").isVisible()
    shown = [one.text() for one in dock.details.findChildren(type(dock.details._why))]
    assert any("something else was done instead" in text for text in shown)
    press(dock.details, "Restore this version")
    assert [one.text for one in project.all(Claim)][1:] == ["Two", "One"]


def test_a_step_that_grows_while_someone_types_is_told_as_it_is_now(
    dock: History, wiring: Wiring, claim: Claim, qtbot: QtBot
) -> None:
    project, edit = wiring.document.project, object()
    with project.typing(edit):
        editing.change(project, claim, "Edit claim text", text="The ferry left at ten.")
    choose(dock, qtbot, 0)
    with project.typing(edit):
        editing.change(project, claim, "Edit claim text", text="The ferry stayed.")
    qtbot.waitUntil(lambda: "“The ferry stayed.”" in dock.details.words())
    assert labels(dock).count("Edit claim text") == 1


def test_a_removed_record_is_brought_back_from_the_step_that_removed_it(
    dock: History, wiring: Wiring, claim: Claim, qtbot: QtBot
) -> None:
    project = wiring.document.project
    before = project.count(Card)
    removal.remove(project, [claim.id])
    choose(dock, qtbot, 0)
    restore = next(
        one
        for one in dock.details.findChildren(ActiveLink)
        if one.accessibleName() == f"Bring it back: {claim.mark}"
    )
    restore.setFocus()
    QTest.keyClick(restore, Qt.Key.Key_Return)
    assert project.find(claim.id) == claim
    assert project.count(Card) == before
    assert wiring.window.toast.message.startswith(f"Restore {claim.mark} as it was on ")
    assert dock.list.hasFocus()


def test_a_refusal_is_told_and_changes_nothing(
    dock: History, wiring: Wiring, claim: Claim, qtbot: QtBot
) -> None:
    project = wiring.document.project
    (assertion,) = project.referrers(claim.id)[:1]
    removal.remove(project, [assertion.id])
    removal.remove(project, [claim.id])
    choose(dock, qtbot, 1)
    steps = len(project.steps())
    press(dock.details, "Bring it back")
    assert "needs claim C1" in wiring.window.banner.message
    assert len(project.steps()) == steps


def test_the_list_is_narrowed_by_words_state_author_and_record(
    dock: History, wiring: Wiring, claim: Claim, qtbot: QtBot
) -> None:
    project = wiring.document.project
    everything = labels(dock)
    project.author = "A. Keeper"
    editing.change(project, claim, "Set confidence", confidence="low")
    claims.write(project, "One")
    project.undo()
    QTest.keyClicks(dock.filters.words, "CONF set")
    assert labels(dock) == ["Set confidence"]
    dock.filters.words.clear()
    dock.filters.state.setCurrentIndex(dock.filters.state.findData("undone"))
    dock.filters.state.activated.emit(dock.filters.state.currentIndex())
    assert labels(dock) == ["Write claim"]
    dock.filters.clear()
    assert dock.filters.author.isVisible()
    dock.filters.author.setCurrentIndex(dock.filters.author.findData("A. Keeper"))
    dock.filters.author.activated.emit(dock.filters.author.currentIndex())
    assert labels(dock) == ["Write claim", "Set confidence"]
    dock.filters.clear()
    assert labels(dock) == ["Write claim", "Set confidence", *everything]


def test_a_record_is_followed_from_its_menu_and_from_the_inspector(
    dock: History, wiring: Wiring, claim: Claim, source: Source, qtbot: QtBot
) -> None:
    project = wiring.document.project
    editing.change(project, claim, "Set confidence", confidence="low")
    wiring.panels.setCurrentWidget(wiring.panels.sources)
    wiring.document.select((claim.id,))
    assert "record_history" in CARD_MENU
    assert "record_history" in line_menu(Situation(project=True))
    wiring.window.actions_here["record_history"].trigger()
    assert dock.isVisible()
    assert labels(dock) == ["Set confidence", "Make claim from words"]
    editing.change(project, claim, "Set place", place="Quay")
    assert labels(dock)[0] == "Set place"
    wiring.document.select((source.id,))
    QTest.mouseClick(wiring.inspector.history, Qt.MouseButton.LeftButton)
    assert labels(dock) == ["Add 2 sources"]
    QTest.mouseClick(dock.filters.all_records, Qt.MouseButton.LeftButton)
    assert len(labels(dock)) == len(project.steps())
    wiring.document.select(())
    assert not wiring.window.actions_here["record_history"].isEnabled()
    assert not wiring.inspector.history.isVisible()


def test_a_record_that_went_can_be_followed_too(
    dock: History, wiring: Wiring, claim: Claim
) -> None:
    removal.remove(wiring.document.project, [claim.id])
    dock.follow(claim.id)
    assert labels(dock) == ["Delete claim", "Make claim from words"]


def test_the_history_is_verified_when_it_is_shown_and_on_demand(
    dock: History, project: Project, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: dock.chain.chain is not None, timeout=20_000)
    assert dock.chain.words == "History verified: 4 steps, none missing."
    claims.write(project, "One more.")
    assert dock.chain.words.startswith("History verified: 4 steps, none missing. 1 step")
    assert dock.chain.words.endswith(" since then.")
    press(dock.chain, "Verify")
    qtbot.waitUntil(lambda: "5 steps" in dock.chain.words, timeout=20_000)


def test_a_changed_step_is_named_and_marked_and_still_listed(wiring: Wiring, qtbot: QtBot) -> None:
    project, dock = wiring.document.project, wiring.panels.history
    with closing(sqlite3.connect(project.path)) as connection:
        connection.execute("UPDATE step SET author = 'Somebody' WHERE seq = 3")
        connection.commit()
    wiring.window.actions_here["history"].trigger()
    qtbot.waitUntil(lambda: dock.chain.chain is not None, timeout=20_000)
    assert dock.chain.words == "Step 3 or one before it was changed."
    assert len(labels(dock)) == 4
    row = dock.steps.row_of(3)
    spoken = str(dock.steps.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.endswith("it or one before it was changed.")


def test_a_step_of_very_many_changes_is_counted_as_far_as_nobody_waits(
    dock: History, wiring: Wiring, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with wiring.document.project.transaction("Write many claims") as tx:
        tx.add_all([Claim(text=f"Claim {number}") for number in range(500)])
    choose(dock, qtbot, 0)
    assert dock.details.words() == "Added 500 claims"
    monkeypatch.setattr(details_module, "COUNTED", 450)
    dock.details.show_step(None)
    dock.details.show_step(wiring.document.project.steps()[-1])
    assert dock.details.words().splitlines()[0] == "More than 450 changes. Of the first:"


def test_a_step_that_cannot_be_read_says_so(
    wiring: Wiring, claim: Claim, qtbot: QtBot, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.evboard"
    wiring.document.project.save_copy(copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE change SET record = 'spell' WHERE step = 3")
        connection.execute("UPDATE step SET label = hex(zeroblob(100000)) WHERE seq = 3")
        connection.commit()
    project = Project.open(copy)
    details = StepDetails(Document(project, wiring.document.jobs))
    qtbot.addWidget(details)
    details.show_step(project.steps()[2])
    assert details.words() == "What this step changed cannot be read."
    assert max(len(one.text()) for one in details.findChildren(QLabel)) < 400
    project.close()


def test_a_name_is_asked_once_and_none_is_an_answer(
    dock: History, settings: SettingsFile, wiring: Wiring, qtbot: QtBot
) -> None:
    project = wiring.document.project
    assert dock.name.isVisible()
    claims.write(project, "Nobody's.")
    assert project.steps()[-1].author == ""
    press(dock.name, "No name")
    assert not dock.name.isVisible()
    assert settings.current.author_asked
    settings.change(author="A. Keeper")
    claims.write(project, "Mine.")
    assert project.steps()[-1].author == "A. Keeper"


def test_a_name_that_is_given_stands_in_the_steps_from_then_on(
    dock: History, settings: SettingsFile, wiring: Wiring
) -> None:
    project = wiring.document.project
    QTest.keyClicks(dock.name.name, "  A.  Keeper ")
    QTest.keyClick(dock.name.name, Qt.Key.Key_Return)
    assert settings.current.author == "A. Keeper"
    assert not dock.name.isVisible()
    claims.write(project, "Mine.")
    assert [step.author for step in project.steps()][-2:] == ["", "A. Keeper"]


def test_a_list_of_ten_thousand_steps_keeps_its_place(qtbot: QtBot, application: object) -> None:
    tables = [Step(n, str(n), f"Step {n % 7}", "", "", "done", 1, "") for n in range(1, 10_001)]
    owner = QWidget()
    qtbot.addWidget(owner)
    shown = StepList(owner)
    QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Fatal, owner)
    shown.show(tables, EVERYTHING)
    inserted: list[tuple[int, int]] = []
    resets: list[None] = []
    shown.rowsInserted.connect(lambda _top, first, last: inserted.append((first, last)))
    shown.modelReset.connect(lambda: resets.append(None))
    shown.show([*tables, Step(10_001, "x", "New", "", "", "done", 1, "")], EVERYTHING)
    assert (inserted, resets) == ([(0, 0)], [])
    assert shown.row_of(1) == 10_000
    assert shown.row_of(20_000) == -1
    shown.show(tables, Wanted(words=("step", "3")))
    assert len(resets) == 1
    assert shown.rowCount() == sum("3" in one.label for one in tables)
    assert shown.row_of(4) == -1
    assert shown.step_at(shown.row_of(3)) == tables[2]
    assert shown.rowCount(QModelIndex(shown.index(0))) == 0


def test_moments_are_told_as_seen_from_now() -> None:
    now = datetime(2026, 3, 12, 15, 0, tzinfo=UTC)
    told: Callable[[str], str] = lambda at: moment_words(at, now)  # noqa: E731 - shorter names
    assert told("2026-03-12T14:05:00Z") == "Today, 14:05"
    assert told("2026-03-11T23:59:59Z") == "Yesterday, 23:59"
    assert told("2026-01-02T08:00:00Z") == "2 January, 08:00"
    assert told("2025-01-02T08:00:00Z") == "2 January 2025, 08:00"
    assert told("whenever") == "whenever"


def test_a_project_open_to_read_only_can_be_looked_at_only(
    dock: History, wiring: Wiring, claim: Claim, qtbot: QtBot
) -> None:
    project = wiring.document.project
    editing.change(project, claim, "Set confidence", confidence="low")
    project.read_only = True
    choose(dock, qtbot, 1)
    assert [one for one in dock.details.findChildren(ActiveLink) if "Restore" in one.words()] == []
    assert not button(dock.details, "Go back to here").isVisible()
    assert project.count(Board) == 1
