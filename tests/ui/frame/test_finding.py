"""The find field: results while typing, filters, ways to a card or to words, by the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, editing, tagging
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.find_field import FindField
from evidence_board.ui.hits import Hit
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import apply_theme
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
Search = Callable[[str], tuple[str, ...]]


@pytest.fixture
def field(wiring: Wiring, qtbot: QtBot) -> FindField:
    """Give the find field with the keyboard in it."""
    QTest.keyClick(wiring.window, Key.Key_F, Ctrl)
    found = wiring.window.find_field
    qtbot.waitUntil(found.hasFocus)
    return found


@pytest.fixture
def typed(wiring: Wiring, field: FindField, qtbot: QtBot) -> Search:
    """Give what types words and returns the lines when the search is done."""

    def search(words: str) -> tuple[str, ...]:
        field.clear()
        with qtbot.waitSignal(
            wiring.finding.answered, check_params_cb=lambda one: one.done and one.typed == words
        ):
            QTest.keyClicks(field, words)
        return field.hits()

    return search


def _hit(field: FindField, start: str) -> Hit:
    """Go down to the line that begins like this, as the keyboard does, and return it."""
    for _ in field.hits():
        hit = field.list.current()
        assert hit is not None
        if hit.text.startswith(start):
            return hit
        QTest.keyClick(field, Key.Key_Down)
    raise AssertionError(field.hits())


def test_results_come_while_one_types_and_enter_leads_to_the_card(
    wiring: Wiring, field: FindField, typed: Search, claim: Claim
) -> None:
    boards.pin_records(wiring.document.project, wiring.board_id, [(claim.id, 4_000, 0)])
    lines = typed("ferry lef")
    assert field.list.isVisible()
    assert field.list.state.text() == f"{len(lines)} found"
    assert _hit(field, "Claim C1").marks
    QTest.keyClick(field, Key.Key_Return)
    assert wiring.document.selected == (claim.id,)
    assert not field.list.isVisible()
    assert field.text() == ""
    left, _, width, _ = wiring.board.camera.viewport.area
    assert left < 4_000 < left + width


def test_enter_leads_to_the_very_words_in_the_reader(
    wiring: Wiring, field: FindField, typed: Search, project: Project
) -> None:
    typed("stayed on")
    hit = _hit(field, "Text of S1")
    assert [hit.passage[start:end] for start, end in hit.marks] == ["stayed on"]
    QTest.keyClick(field, Key.Key_Return)
    assert wiring.mode == "reader"
    assert wiring.reader.source_id == project.all(Source)[0].id
    assert wiring.reader.page.words == "stayed on"
    assert wiring.reader.page.hasFocus()


def test_an_excerpt_leads_to_its_words(wiring: Wiring, field: FindField, typed: Search) -> None:
    (excerpt,) = wiring.document.project.all(Excerpt)
    typed("kind:excerpt ferry")
    _hit(field, "Excerpt X1")
    QTest.keyClick(field, Key.Key_Return)
    assert wiring.mode == "reader"
    assert wiring.reader.source_id == excerpt.source


def test_the_latest_typed_text_wins(wiring: Wiring, field: FindField, typed: Search) -> None:
    lines = typed("zeppelin") and typed("lorri")
    assert any("lorries" in line for line in lines)
    assert not any("zeppelin" in line for line in lines)


def test_enter_right_after_typing_waits_for_the_answer(
    wiring: Wiring, field: FindField, qtbot: QtBot
) -> None:
    QTest.keyClicks(field, "C1")
    QTest.keyClick(field, Key.Key_Return)
    claim = wiring.document.project.all(Claim)[0]
    qtbot.waitUntil(lambda: wiring.document.selected == (claim.id,))
    assert field.text() == ""


def test_a_mark_that_people_cite_is_found_first(
    wiring: Wiring, field: FindField, typed: Search, claim: Claim
) -> None:
    claims.write(wiring.document.project, "C1 stood on the crate")
    lines = typed("c1")
    assert lines[0].startswith("Claim C1")
    assert lines[1].startswith("Claim C2")
    assert len(lines) == 2


def test_a_sign_before_the_words_finds_a_command(wiring: Wiring, field: FindField) -> None:
    QTest.keyClicks(field, ">reader")
    QTest.keyClick(field, Key.Key_Return)
    assert wiring.mode == "reader"


def test_words_that_nothing_holds_are_answered_and_stored_copies_offered(
    wiring: Wiring, field: FindField, typed: Search, qtbot: QtBot
) -> None:
    lines = typed("quayt")
    assert lines[0] == "No match for “quayt”."
    assert lines[1].startswith("Search in stored copies")
    with qtbot.waitSignal(wiring.finding.answered, check_params_cb=lambda one: one.done):
        QTest.keyClick(field, Key.Key_Return)
    assert [line[:10] for line in field.hits()] == ["Text of S1", "Text of S2"]
    QTest.keyClick(field, Key.Key_Return)
    assert wiring.reader.page.words == "quay, t"


def test_filters_are_typed_and_what_is_not_understood_is_said(
    wiring: Wiring, typed: Search, project: Project
) -> None:
    editing.change(project, project.all(Source)[0], reliability="B")
    assert [line[:9] for line in typed("ferry kind:text grade:B")] == ["Text of S"]
    (line, *_) = typed("ferry kind:cat")
    assert line.startswith("Not understood: kind:cat")
    assert "hypothesis" in line
    (line, *_) = typed("ferry source:S9")
    assert line == "No source is called “S9”."
    (line, *_) = typed("date:soon ferry")
    assert line.startswith("Not understood: date:soon")


def test_a_filter_is_begun_by_its_button_and_completed_by_keys(
    wiring: Wiring, field: FindField, typed: Search, claim: Claim, qtbot: QtBot
) -> None:
    tagging.add(wiring.document.project, (claim.id,), "quay side")
    typed("ferry")
    with qtbot.waitSignal(wiring.finding.answered, check_params_cb=lambda one: one.done):
        QTest.mouseClick(field.list.filters["tag"], Qt.MouseButton.LeftButton)
    assert field.text() == "ferry tag:"
    _hit(field, 'tag:"quay side"')
    with qtbot.waitSignal(wiring.finding.answered, check_params_cb=lambda one: one.done):
        QTest.keyClick(field, Key.Key_Return)
    assert field.text() == 'ferry tag:"quay side" '
    assert [line[:8] for line in field.hits()] == ["Claim C1"]


def test_down_in_an_empty_field_lists_the_filters(field: FindField) -> None:
    QTest.keyClick(field, Key.Key_Down)
    assert [line.split()[0] for line in field.hits()] == [
        *("kind:", "source:", "grade:", "date:", "tag:")
    ]
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Return)
    assert field.text() == "source:"


def test_more_than_is_shown_can_be_asked_for(
    wiring: Wiring, field: FindField, typed: Search, project: Project, qtbot: QtBot
) -> None:
    with project.transaction("Write many") as tx:
        for number in range(70):
            tx.add(Claim(text=f"Pelican {number}"))
    lines = typed("pelican")
    assert len(lines) == 51
    assert field.list.state.text() == "First 50"
    QTest.keyClick(field, Key.Key_Up)
    with qtbot.waitSignal(wiring.finding.answered, check_params_cb=lambda one: one.done):
        QTest.keyClick(field, Key.Key_Return)
    assert len(field.hits()) == 70


def test_escape_closes_the_list_and_arrows_walk_round(
    wiring: Wiring, field: FindField, typed: Search
) -> None:
    lines = typed("ferry")
    seen = []
    for _ in lines:
        seen.append(field.list.current())
        QTest.keyClick(field, Key.Key_Down)
    assert len(set(seen)) == len(lines)
    assert field.list.current() == seen[0]
    QTest.keyClick(field, Key.Key_Up)
    assert field.list.current() == seen[-1]
    QTest.keyClick(field, Key.Key_Escape)
    assert not field.list.isVisible()
    assert field.text() == "ferry"
    QTest.keyClick(field, Key.Key_Escape)
    assert field.text() == ""
    assert wiring.board.hasFocus()


def test_escape_gives_the_keyboard_back_to_the_reader(
    wiring: Wiring, field: FindField, typed: Search, project: Project
) -> None:
    wiring.document.read(project.all(Source)[0].id)
    field.setFocus()
    typed("quay")
    QTest.keyClick(field, Key.Key_Escape)
    QTest.keyClick(field, Key.Key_Escape)
    assert wiring.reader.page.hasFocus()


def test_what_was_typed_while_the_project_was_loaded_is_found_then(
    qtbot: QtBot, application: QApplication, project: Project, settings: SettingsFile, jobs: Jobs
) -> None:
    window = MainWindow()
    window.resize(1600, 1000)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.find_field.setFocus()
    QTest.keyClicks(window.find_field, "fer")
    joined = Wiring(window, Document(project, jobs, window), settings)
    assert window.find_field.hasFocus(), "the next letters are no keys of the board"
    qtbot.waitUntil(lambda: any("erry" in line for line in window.find_field.hits()))
    QTest.keyClicks(window.find_field, "ry")
    assert window.find_field.text() == "ferry"
    assert joined.document.selected == ()
    window.close()


def test_what_is_found_is_shown_as_plain_text(
    wiring: Wiring, field: FindField, typed: Search
) -> None:
    claims.write(wiring.document.project, "<b>bold</b> <img src='x.png'> &amp;")
    (line,) = typed("bold kind:claim")
    assert "<b>bold</b>" in line
    tip = field.list.rows.item(0).toolTip()
    assert "&lt;img" in tip


def test_marked_words_are_heavier_and_underlined_in_the_list(
    wiring: Wiring, field: FindField, typed: Search, application: QApplication
) -> None:
    """The same passage with and without its marks differs, in grey as well."""
    typed("lorries kind:text")
    shown = (
        field.list.rows.viewport()
        .grab()
        .toImage()
        .convertToFormat(field.grab().toImage().Format.Format_Grayscale8)
    )
    hit = field.list.current()
    assert hit is not None
    line = field.list.rows.item(0)
    line.setData(Qt.ItemDataRole.UserRole, Hit(hit.key, hit.text, hit.more, hit.icon, hit.passage))
    plain = field.list.rows.viewport().grab().toImage().convertToFormat(shown.format())
    assert shown != plain
    assert QFont.Weight.Bold > QFont.Weight.Normal


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_list_stays_in_the_window(
    wiring: Wiring, field: FindField, typed: Search, application: QApplication, scale: float
) -> None:
    apply_theme(application, "light", scale)
    field.setFocus()
    typed("ferry")
    window = wiring.window
    corner = window.mapFromGlobal(field.list.mapToGlobal(QPoint(0, 0)))
    assert corner.x() >= 0
    assert corner.x() + field.list.width() <= window.width()
    assert field.list.rows.height() >= field.list.rows.sizeHintForRow(0)
    apply_theme(application, "light")


def test_a_capture_that_is_gone_is_no_hit(
    wiring: Wiring, typed: Search, project: Project, field: FindField
) -> None:
    assert any(line.startswith("Text of S2") for line in typed("again"))
    held = project.all(Capture)
    project.undo()
    project.undo()
    project.undo()
    assert len(project.all(Capture)) < len(held)
    assert not any(line.startswith("Text of") for line in typed("again"))
