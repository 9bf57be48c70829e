"""The Issues dock: worst first, a way to each, one press, "not now"; told while linking."""

from itertools import repeat
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.analysis.warnings.inquiry import Known
from evidence_board.commands import boards, claims, editing, judging, links, removal
from evidence_board.commands import issues as finding_issues
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.source import Source
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.ui.canvas.gate import Gate
from evidence_board.ui.issues import watch
from evidence_board.ui.issues.dock import IssuesDock
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def judged(project: Project) -> Claim:
    """Give a key judgement with a confidence above its ceiling and a likelihood without a why."""
    claim = claims.write(project, "The ferry left with the lorries.")
    judging.set_confidence(project, claim, "high", "One witness.")
    return judging.set_likelihood(project, project.get(Claim, claim.id), "likely")


@pytest.fixture
def dock(judged: Claim, wiring: Wiring, qtbot: QtBot) -> IssuesDock:
    """Give the dock, shown as the menu does it, once all is looked at."""
    qtbot.waitUntil(lambda: wiring.document.issues.current)
    wiring.window.actions_here["issues"].trigger()
    qtbot.waitUntil(wiring.panels.issues.isVisible)
    return wiring.panels.issues


def kinds(dock: IssuesDock) -> list[str]:
    """Return the kinds of the rows, from top to bottom."""
    rows = (dock.rows.at(row) for row in range(dock.rows.rowCount()))
    return [one[0].kind for one in rows if one is not None]


def choose(dock: IssuesDock, kind: str) -> None:
    """Select the first issue of a kind by the keyboard."""
    dock.list.setFocus()
    QTest.keyClick(dock.list, Qt.Key.Key_Home)
    for _ in range(kinds(dock).index(kind)):
        QTest.keyClick(dock.list, Qt.Key.Key_Down)


def press(dock: IssuesDock, name: str) -> None:
    """Press a control of the issue with Enter."""
    found = [one for one in dock.details.findChildren(QPushButton) if one.isVisible()]
    (button,) = [one for one in found if name in (one.accessibleName(), one.text())]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)


def again(wiring: Wiring, qtbot: QtBot) -> None:
    """Wait until all is looked at anew."""
    qtbot.waitUntil(lambda: wiring.document.issues.current)


def test_issues_stand_worst_first_and_are_counted_where_all_see_it(
    dock: IssuesDock, wiring: Wiring
) -> None:
    """WARN-25, WARN-30."""
    found = wiring.document.issues.found.open
    assert kinds(dock) == [one.kind for one in found]
    assert kinds(dock)[0] == "over-ceiling"
    assert wiring.window.issue_badge.words == str(len(found))
    assert wiring.window.issue_badge.isVisible()
    told = wiring.window.status.findChildren(QAbstractButton)
    assert any(one.text().startswith(f"{len(found)} open issue") for one in told)


def test_the_list_is_a_sound_model_that_tells_a_screen_reader_all(
    dock: IssuesDock, judged: Claim
) -> None:
    """WARN-31."""
    QAbstractItemModelTester(dock.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, dock)
    spoken = str(dock.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith(f"Doubtful. {judged.mark} has high confidence; its basis suggests")
    listed = QAccessible.queryAccessibleInterface(dock.list)
    assert listed.text(QAccessible.Text.Name) == "Issues, worst first"


def test_enter_goes_to_what_an_issue_is_about(
    dock: IssuesDock, wiring: Wiring, judged: Claim
) -> None:
    """WARN-31."""
    choose(dock, "likelihood-without-reason")
    QTest.keyClick(dock.list, Qt.Key.Key_Return)
    assert wiring.document.selected == (judged.id,)
    assert dock.list.hasFocus()


def test_orphaned_words_stand_worst_and_lead_into_the_reader(
    dock: IssuesDock, wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    with project.transaction("Other words") as tx:
        words = project.all(Excerpt)[0]
        tx.update(words, exact="X" * len(words.exact), prefix="?", suffix="?")
    again(wiring, qtbot)
    assert kinds(dock)[0] == "orphan"
    choose(dock, "orphan")
    QTest.keyClick(dock.list, Qt.Key.Key_Return)
    assert wiring.mode == "reader"


def test_the_next_and_the_previous_issue_are_reached_by_a_key(
    dock: IssuesDock, wiring: Wiring, judged: Claim
) -> None:
    """WARN-31."""
    wiring.window.actions_here["next_issue"].trigger()
    assert dock.list.currentIndex().row() == 1
    wiring.window.actions_here["previous_issue"].trigger()
    assert dock.list.currentIndex().row() == 0
    assert wiring.document.selected == (judged.id,)
    wiring.window.actions_here["previous_issue"].trigger()
    assert dock.list.currentIndex().row() == dock.rows.rowCount() - 1


def test_one_press_mends_an_issue_and_one_undo_brings_it_back(
    dock: IssuesDock, wiring: Wiring, judged: Claim, qtbot: QtBot
) -> None:
    """WARN-27."""
    steps = len(wiring.document.project.steps())
    choose(dock, "over-ceiling")
    press(dock, f"Lower the confidence in {judged.mark} to low")
    assert len(wiring.document.project.steps()) == steps + 1
    again(wiring, qtbot)
    assert "over-ceiling" not in kinds(dock)
    assert dock.list.hasFocus()
    wiring.document.undo()
    again(wiring, qtbot)
    assert kinds(dock)[0] == "over-ceiling"


def test_not_now_wants_a_reason_and_is_remembered(
    dock: IssuesDock, wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    """WARN-26."""
    choose(dock, "over-ceiling")
    press(dock, "Set aside")
    assert project.all(Deferral) == ()
    assert dock.details.why.hasFocus()
    QTest.keyClicks(dock.details.why, "After the next source")
    QTest.keyClick(dock.details.why, Qt.Key.Key_Return)
    assert [one.reason for one in project.all(Deferral)] == ["After the next source"]
    again(wiring, qtbot)
    assert "over-ceiling" not in kinds(dock)
    assert dock.aside.text() == "1 set aside"
    dock.aside.click()
    assert kinds(dock)[-1] == "over-ceiling"
    QTest.keyClick(dock.list, Qt.Key.Key_End)
    press(dock, "Take up again")
    again(wiring, qtbot)
    assert project.all(Deferral) == ()
    assert kinds(dock)[0] == "over-ceiling"


def test_tab_goes_down_the_page_of_an_issue(dock: IssuesDock, judged: Claim) -> None:
    """WARN-31."""
    choose(dock, "over-ceiling")
    words = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or dock, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        words.append(stop.accessibleName() or getattr(stop, "text", str)())
    assert words == [
        f"Go to Claim {judged.mark}: {judged.text}",
        f"Lower the confidence in {judged.mark} to low",
        "Why it can wait",
        "Set aside",
    ]


def test_a_search_that_finds_the_same_leaves_the_focus_where_it_is(
    dock: IssuesDock, wiring: Wiring, judged: Claim, qtbot: QtBot
) -> None:
    """WARN-31."""
    choose(dock, "over-ceiling")
    QTest.keyClick(dock.list, Qt.Key.Key_Tab)
    stop = QApplication.focusWidget()
    assert stop is not None
    assert stop is not dock.list
    wiring.document.issues.begin()
    again(wiring, qtbot)
    QTest.qWait(20)
    assert QApplication.focusWidget() is stop


def test_an_issue_keeps_its_place_while_others_go(
    dock: IssuesDock, wiring: Wiring, judged: Claim, qtbot: QtBot
) -> None:
    """WARN-30."""
    choose(dock, "likelihood-without-reason")
    wiring.document.act(editing.change, judged, confidence="low")
    again(wiring, qtbot)
    found = dock.rows.at(dock.list.currentIndex().row())
    assert found is not None
    assert found[0].kind == "likelihood-without-reason"


def test_what_is_gone_leaves_the_list(
    dock: IssuesDock, wiring: Wiring, judged: Claim, qtbot: QtBot
) -> None:
    """WARN-30."""
    choose(dock, "over-ceiling")
    wiring.document.act(removal.remove, (judged.id,))
    dock.refresh()
    again(wiring, qtbot)
    assert "over-ceiling" not in kinds(dock)


def test_without_issues_the_dock_says_so(wiring: Wiring, qtbot: QtBot, project: Project) -> None:
    """WARN-30."""
    wiring.document.act(removal.remove, [one.id for one in project.all(Claim)])
    wiring.document.act(removal.remove, [one.id for one in project.all(Source)])
    claim = claims.write(project, "It left.")
    judging.set_likelihood(project, claim, "likely", "Seen.")
    judging.set_confidence(project, project.get(Claim, claim.id), "low", "Nobody else.")
    base = claims.write(project, "It was seen.")
    links.connect(project, base.id, claim.id, "supports", "So.")
    qtbot.waitUntil(
        lambda: wiring.document.issues.current and not wiring.document.issues.found.open
    )
    wiring.show_issues()
    assert dock_words(wiring.panels.issues) == "No open issues."
    assert not wiring.window.issue_badge.isVisible()


def dock_words(dock: IssuesDock) -> str:
    """Return what the dock says in place of issues."""
    return dock._empty.text() if dock._empty.isVisible() else ""


def test_moving_a_card_looks_for_nothing(dock: IssuesDock, wiring: Wiring, judged: Claim) -> None:
    """WARN-29."""
    wiring.document.act(boards.pin_records, wiring.board_id, [(judged.id, 10.0, 20.0)])
    assert wiring.document.issues.current
    wiring.document.act(editing.change, judged, text="The ferry left.")
    assert not wiring.document.issues.current


def test_issues_are_looked_for_in_shorter_turns_while_a_board_is_moved_about(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WARN-29."""
    steps: list[float] = []

    def passing() -> float:
        steps.append(0.0005)
        return sum(steps)

    looks = wiring.document.issues
    monkeypatch.setattr(watch, "perf_counter", passing)
    monkeypatch.setattr(finding_issues, "gathering", lambda *_: repeat(None))
    taken = []
    for moment in (0.0, monotonic()):
        monkeypatch.setattr(Gate, "last", moment)
        steps.clear()
        looks.begin()
        looks._look()
        taken.append(len(steps))
    looks.stop()
    assert taken[1] * 2 < taken[0]


def test_a_text_that_cannot_be_read_is_looked_at_again_later(
    wiring: Wiring, qtbot: QtBot, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    issues, read, asked = wiring.document.issues, type(project).text, list[Capture]()

    def text(held: Project, capture: Capture) -> str:
        asked.append(capture)
        if len(asked) == 1:
            raise ProjectError("It is not there.")
        return read(held, capture)

    monkeypatch.setattr(issues, "_known", Known(wiring.document.counts))
    monkeypatch.setattr(watch, "_UNREAD_MS", 0)
    monkeypatch.setattr(type(project), "text", text)
    issues.begin()
    qtbot.waitUntil(lambda: issues.current)
    assert len(asked) > 1


def test_what_is_taken_for_gone_changes_what_is_found(
    dock: IssuesDock, wiring: Wiring, project: Project, qtbot: QtBot
) -> None:
    """WARN-33."""
    claim = claims.write(project, "It was seen.", kind="reported")
    with project.transaction("Observe") as tx:
        origins = [
            tx.add(Source(publisher=name, origin_kind="identified"))
            for name in ("Harbour master", "Coast guard")
        ]
        for origin in origins:
            chain = (project.all(Source)[0].id, origin.id)
            tx.add(Assertion(claim=claim.id, source=chain[0], chain=chain, observed=True))
    judging.set_confidence(project, claim, "high", "Two observers.")
    again(wiring, qtbot)

    def told() -> bool:
        rows = (dock.rows.at(row) for row in range(dock.rows.rowCount()))
        found = [one[0] for one in rows if one is not None]
        return any((one.kind, one.records) == ("over-ceiling", (claim.id,)) for one in found)

    steps = project.steps()
    assert not told()
    wiring.document.mute([origins[0].id])
    again(wiring, qtbot)
    assert told()
    wiring.document.mute([])
    again(wiring, qtbot)
    assert not told()
    assert project.steps() == steps


def _supporters(project: Project, judged: Claim) -> tuple[Claim, Claim]:
    """Make two claims that go back to one origin; the first supports the judgement."""
    office = next(one for one in project.all(Source) if one.origin_kind == "identified")
    carrier = next(one for one in project.all(Source) if one.origin_kind is None)
    made = []
    for words in ("It was loaded.", "It was late."):
        claim = claims.write(project, words, kind="reported")
        with project.transaction("Say so") as tx:
            chain = (carrier.id, office.id)
            tx.add(Assertion(claim=claim.id, source=carrier.id, chain=chain))
        made.append(claim)
    links.connect(project, made[0].id, judged.id, "supports", "So.")
    return made[0], made[1]


def test_a_second_support_from_one_origin_is_told_when_it_is_linked(
    dock: IssuesDock, wiring: Wiring, project: Project, judged: Claim, qtbot: QtBot
) -> None:
    """WARN-32."""
    first, second = _supporters(project, judged)
    qtbot.waitUntil(lambda: wiring.document.issues.current)
    assert wiring.window.toast.message == ""
    links.connect(project, second.id, judged.id, "supports", "So too.")
    toast = wiring.window.toast
    qtbot.waitUntil(lambda: bool(toast.message))
    assert toast.message == (
        f"{second.mark} supports {judged.mark}, but {second.mark} and {first.mark} go back to "
        "Harbour office: one origin."
    )
    again(wiring, qtbot)
    shown = [one for one in toast.findChildren(QPushButton) if one.isVisible()]
    (show,) = [one for one in shown if one.text() == "Show issue"]
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    found = dock.rows.at(dock.list.currentIndex().row())
    assert found is not None
    assert judged.id in found[0].records


def test_a_link_that_closes_a_loop_is_told_and_undone_at_once(
    dock: IssuesDock, wiring: Wiring, project: Project, judged: Claim, qtbot: QtBot
) -> None:
    """WARN-32."""
    first, _ = _supporters(project, judged)
    links.connect(project, judged.id, first.id, "supports", "Round.")
    toast = wiring.window.toast
    qtbot.waitUntil(lambda: bool(toast.message))
    assert toast.message == (
        f"{judged.mark} now supports itself, through {first.mark}: a loop rests on nothing."
    )
    shown = [one for one in toast.findChildren(QPushButton) if one.isVisible()]
    (undo,) = [one for one in shown if one.text() == "Undo"]
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert len(project.all(Link)) == 1
