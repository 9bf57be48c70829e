"""The Brief mode in the window: pages, choosing, ordering, marks, the gate, issues."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from evidence_board.brief.case import key_judgements_of
from evidence_board.brief.plan import plan_of
from evidence_board.commands import claims, judging
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.claim import Claim
from evidence_board.model.issue import Issue
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.brief.choice_list import ChoiceList
from evidence_board.ui.brief.header import BriefHeader
from evidence_board.ui.brief.view import BriefView
from evidence_board.ui.docks.dragging import pack_records
from evidence_board.ui.labels import scaled
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KEYS = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
LONG = 60_000
"""Milliseconds that a first typesetting may take where much else runs."""


@pytest.fixture(autouse=True)
def private_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the texts of the preview lie in a folder of each test."""
    place = tmp_path / "memory"
    place.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(place))
    return place


@pytest.fixture
def judged(project: Project) -> tuple[Claim, Claim]:
    """Let the project judge twice; give both judgements."""
    first = claims.write(project, "The ferry left on time.")
    second = claims.write(project, "The lorries were empty.")
    for claim in (first, second):
        judging.set_likelihood(project, claim, "likely", "It was seen.")
    return project.get(Claim, first.id), project.get(Claim, second.id)


@pytest.fixture
def view(wiring: Wiring, judged: tuple[Claim, Claim]) -> BriefView:
    """Give the mode with its lists; the pages may still be made."""
    wiring.window.actions_here["brief"].trigger()
    assert wiring.mode == "brief"
    return wiring.brief


def settled(qtbot: QtBot, view: BriefView) -> None:
    """Wait until the pages in sight are those of the records as they are."""
    qtbot.waitUntil(lambda: view.previewing.current and bool(view.previewing.sizes), timeout=LONG)


def row_of(listed: ChoiceList, key: str) -> QPoint:
    item = listed.item(listed.keys().index(key))
    return listed.visualItemRect(item).center()


def tick(listed: ChoiceList, key: str) -> None:
    """Press Space on a row."""
    listed.setFocus()
    listed.select_key(key)
    QTest.keyClick(listed, KEYS.Key_Space)


def mark(view: BriefView, place: str) -> QPoint:
    """Return where a mark of the first page is shown."""
    picture = view.previewing.picture(0)
    assert picture is not None
    spot = next(one for one in picture.spots if one.place == place)
    _, box = view.pages._in_sight()[0]
    across = box.x() + (spot.left + spot.right) / 2 * box.width()
    return QPointF(across, box.y() + (spot.top + spot.bottom) / 2 * box.height()).toPoint()


def test_pages_are_shown_and_follow_each_edit_without_being_blank_meanwhile(
    qtbot: QtBot, view: BriefView, judged: tuple[Claim, Claim], project: Project
) -> None:
    settled(qtbot, view)
    before = view.previewing.picture(0)
    assert before is not None
    view.document.act(judging.set_likelihood, judged[0], "unlikely")
    assert view.previewing.picture(0) is before
    qtbot.waitUntil(lambda: view.previewing.picture(0) is not before, timeout=LONG)
    after = view.previewing.picture(0)
    assert after is not None
    assert after.image != before.image


def test_nothing_is_typeset_before_the_mode_is_seen(wiring: Wiring, private_place: Path) -> None:
    assert not wiring.brief.previewing.busy
    assert list(private_place.iterdir()) == []


def test_closing_the_window_leaves_no_text_behind(
    qtbot: QtBot, wiring: Wiring, view: BriefView, private_place: Path
) -> None:
    settled(qtbot, view)
    assert len(list(private_place.iterdir())) == 1
    wiring.window.close()
    assert list(private_place.iterdir()) == []


def test_a_mark_selects_its_claim_and_leads_to_it(
    qtbot: QtBot, wiring: Wiring, view: BriefView, judged: tuple[Claim, Claim]
) -> None:
    settled(qtbot, view)
    place = mark(view, f"claim-{judged[0].id}")
    QTest.mouseClick(view.pages.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert wiring.document.selected == (judged[0].id,)
    assert view.isVisible()
    QTest.mouseDClick(view.pages.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert wiring.mode == "board"


def test_marks_are_walked_and_followed_by_keys(
    qtbot: QtBot, wiring: Wiring, view: BriefView
) -> None:
    settled(qtbot, view)
    view.pages.setFocus()
    seen = set[tuple[str, ...]]()
    for _ in range(4):
        QTest.keyClick(view.pages, KEYS.Key_Right)
        seen.add(wiring.document.selected)
    assert len(seen) == 2
    QTest.keyClick(view.pages, KEYS.Key_Return)
    assert wiring.mode == "board"


def test_pages_are_turned_and_zoomed(qtbot: QtBot, view: BriefView) -> None:
    settled(qtbot, view)
    pages = view.pages
    pages.setFocus()
    QTest.keyClick(pages, KEYS.Key_PageDown)
    assert pages.page == 1
    assert view.header.pages.text() == f"2 / {len(view.previewing.sizes)}"
    before = pages.zoom
    view.zoom(1)
    assert pages.zoom > before
    assert pages.page == 1
    view.zoom(0)
    assert pages.zoom == before
    QTest.keyClick(pages, KEYS.Key_End)
    settled(qtbot, view)
    assert pages.page == len(view.previewing.sizes) - 1
    QTest.keyClick(pages, KEYS.Key_Home)
    assert pages.page == 0


def test_a_part_is_left_out_and_taken_in_by_keys_one_step_each(
    qtbot: QtBot, view: BriefView, project: Project
) -> None:
    tick(view.composer.parts, "sources")
    assert plan_of(project).left_out == ("sources",)
    assert project.undo_label == "Leave part out: Sources"
    tick(view.composer.parts, "sources")
    assert plan_of(project).left_out == ()
    view.document.undo()
    view.document.undo()
    assert project.all(BriefPlan) == ()


def test_parts_are_moved_by_keys_and_the_title_stays_first(
    view: BriefView, project: Project
) -> None:
    parts = view.composer.parts
    parts.setFocus()
    parts.select_key("gaps")
    QTest.keyClick(parts, KEYS.Key_Up, ALT)
    keys = parts.keys()
    assert keys.index("gaps") == keys.index("timeline") - 1
    assert project.undo_label == "Move part: What is not known"
    assert parts.currentItem().text() == "What is not known"
    parts.select_key("answer")
    QTest.keyClick(parts, KEYS.Key_Up, ALT)
    assert parts.keys()[0] == "front"


def test_key_judgements_are_chosen_and_ordered_in_the_list(
    wiring: Wiring, view: BriefView, project: Project, judged: tuple[Claim, Claim]
) -> None:
    listed = view.composer.judgements
    assert listed.keys() == (judged[0].id, judged[1].id)
    listed.setFocus()
    listed.select_key(judged[1].id)
    QTest.keyClick(listed, KEYS.Key_Up, ALT)
    assert [one.id for one in key_judgements_of(project)] == [judged[1].id, judged[0].id]
    tick(listed, judged[0].id)
    assert [one.id for one in key_judgements_of(project)] == [judged[1].id]
    tick(listed, judged[1].id)
    assert "is the only key judgement" in wiring.window.banner.message
    assert [one.id for one in key_judgements_of(project)] == [judged[1].id]
    assert listed.item(0).checkState() == Qt.CheckState.Checked


def drop(listed: ChoiceList, packed: QMimeData, place: QPoint) -> None:
    event = QDropEvent(
        QPointF(place), Qt.DropAction.CopyAction, packed, LEFT, Qt.KeyboardModifier.NoModifier
    )
    listed.dropEvent(event)


def test_a_judgement_dropped_from_a_list_becomes_a_key_one_where_it_was_let_go(
    view: BriefView, project: Project, judged: tuple[Claim, Claim]
) -> None:
    third = claims.write(project, "Nobody paid.")
    listed = view.composer.judgements
    place = listed.visualItemRect(listed.item(0)).topLeft() + QPoint(9, 2)
    drop(listed, pack_records([third.id], third.text), place)
    assert key_judgements_of(project)[0].id == third.id


def test_the_key_for_key_judgements_works_in_any_mode(
    wiring: Wiring, project: Project, judged: tuple[Claim, Claim]
) -> None:
    third = claims.write(project, "Nobody paid.")
    wiring.document.select((third.id,))
    wiring.window.actions_here["key_judgement"].trigger()
    assert third.id in [one.id for one in key_judgements_of(project)]
    wiring.window.actions_here["key_judgement"].trigger()
    assert third.id not in [one.id for one in key_judgements_of(project)]


def test_depth_paper_and_words_to_the_reader_are_stored(
    qtbot: QtBot, view: BriefView, project: Project
) -> None:
    composer = view.composer
    composer.deepness.chosen.emit("one page")
    composer.paper.chosen.emit("Letter")
    composer.audience.setFocus()
    QTest.keyClicks(composer.audience, "Read the gaps.")
    composer.finish()
    plan = plan_of(project)
    assert (plan.depth, plan.paper, plan.audience) == ("one page", "Letter", "Read the gaps.")
    settled(qtbot, view)
    assert view.previewing.sizes[0] == (612.0, 792.0)
    sources = composer.parts.item(composer.parts.keys().index("sources"))
    assert not sources.flags() & Qt.ItemFlag.ItemIsEnabled


def test_the_gate_lists_what_is_open_and_holds_an_issue_back_by_name(
    qtbot: QtBot, view: BriefView, project: Project, judged: tuple[Claim, Claim]
) -> None:
    watch = view.document.issues
    qtbot.waitUntil(lambda: watch.current, timeout=LONG)
    assert view.gate.rows.rowCount() == len(watch.found.open) > 0
    assert view.header.issue.isEnabled()
    view.document.act(judging.set_confidence, judged[0], "high")
    qtbot.waitUntil(lambda: not view.header.issue.isEnabled(), timeout=LONG)
    assert "hold" in view.gate.title.text()
    view.document.act(judging.set_confidence, judged[0], "high", "Two saw it.")
    qtbot.waitUntil(view.header.issue.isEnabled, timeout=LONG)


def test_an_issue_is_written_and_kept_as_one_step(
    qtbot: QtBot, wiring: Wiring, view: BriefView, project: Project, tmp_path: Path
) -> None:
    steps = len(project.steps())
    path = tmp_path / "one.pdf"
    wiring.issuing.issue_to(path)
    qtbot.waitUntil(lambda: project.count(Issue) == 1, timeout=LONG)
    (issue,) = project.all(Issue)
    assert issue.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (issue.number, issue.file_name) == (1, "one.pdf")
    assert len(project.steps()) == steps + 1
    assert view.header.issue.text() == "Issue no. 2"
    wiring.document.undo()
    assert project.count(Issue) == 0
    assert wiring.document.selected == ()


def test_an_issue_that_cannot_be_written_is_not_kept(
    qtbot: QtBot, wiring: Wiring, view: BriefView, project: Project, tmp_path: Path
) -> None:
    with qtbot.waitSignal(wiring.document.problem, timeout=LONG) as told:
        wiring.issuing.issue_to(tmp_path / "nowhere" / "one.pdf")
    assert "could not be written" in str(told.args)
    assert project.count(Issue) == 0


def test_the_dialog_proposes_a_name_with_the_number(wiring: Wiring, view: BriefView) -> None:
    wiring.window.actions_here["issue_brief"].trigger()
    dialog = wiring.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("case, issue 1.pdf")
    dialog.close()


def test_a_draft_is_exported_again_to_the_same_place_by_one_key(
    qtbot: QtBot, wiring: Wiring, view: BriefView, tmp_path: Path
) -> None:
    path = tmp_path / "draft.pdf"
    wiring.exporting.write_brief(path)
    qtbot.waitUntil(path.exists, timeout=LONG)
    path.unlink()
    wiring.window.actions_here["export_again"].trigger()
    qtbot.waitUntil(path.exists, timeout=LONG)


def test_what_if_shows_in_the_pages_and_keeps_the_brief_in(
    qtbot: QtBot, wiring: Wiring, view: BriefView, project: Project
) -> None:
    wiring.document.mute([project.all(Source)[0].id])
    assert not view.header.issue.isEnabled()
    assert not view.header.export.isEnabled()
    settled(qtbot, view)
    told = view.previewing.picture(0)
    wiring.document.mute(())
    settled(qtbot, view)
    now = view.previewing.picture(0)
    assert told is not None
    assert now is not None
    assert told.image != now.image
    assert view.header.issue.isEnabled()


def test_a_project_without_a_judgement_says_what_to_do(wiring: Wiring) -> None:
    wiring.set_mode("brief")
    told = wiring.brief.composer._none
    assert told.isVisible()
    assert "Write a claim of your own" in told.text()


def test_the_row_above_the_pages_keeps_its_ways_out_in_sight_however_narrow(
    application: QApplication, qtbot: QtBot
) -> None:
    header = BriefHeader()
    qtbot.addWidget(header)
    header.show_issue(0, 1)
    for width in (800, 500, 400, 170):
        header.resize(scaled(width), scaled(44))
        header.show()
        application.processEvents()
        for button in (header.export, header.issue):
            assert button.accessibleName() in ("Export draft", "Issue no. 1")
            assert button.width() >= button.sizeHint().width()
            assert header.rect().contains(button.geometry())
        assert bool(header.issue.text()) == (width > 330)


def test_the_export_stands_once_in_the_window(view: BriefView, wiring: Wiring) -> None:
    _rule, place = wiring.window._export_place
    assert not place.isVisible()
    assert view.header.export.isVisible()
    wiring.set_mode("board")
    assert place.isVisible()
