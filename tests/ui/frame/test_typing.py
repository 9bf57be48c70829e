"""Text in the inspector is saved at each rest of the keys, and the whole edit is one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, links
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.docks.claim_page import ClaimPage
from evidence_board.ui.docks.evidence import LinkLine
from evidence_board.ui.docks.fields import LineField
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.docks.source_page import SourcePage
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def field(wiring: Wiring, claim: Claim) -> ProseField:
    """Give the text of the claim in the inspector, with the keyboard in it."""
    wiring.document.select((claim.id,))
    page = wiring.inspector.page
    assert isinstance(page, ClaimPage)
    page.text.setFocus()
    page.text.selectAll()
    return page.text


def rest(qtbot: QtBot, field: ProseField | LineField) -> None:
    """Wait until the keys rested."""
    qtbot.waitUntil(lambda: not field.writing.waiting)


def text_of(wiring: Wiring, claim: Claim) -> str:
    return wiring.document.project.get(Claim, claim.id).text


def test_what_is_written_is_saved_when_the_keys_rest_and_is_one_step(
    qtbot: QtBot, wiring: Wiring, claim: Claim, field: ProseField
) -> None:
    project = wiring.document.project
    steps = len(project.steps())
    QTest.keyClicks(field, "The ferry ")
    rest(qtbot, field)
    assert text_of(wiring, claim) == "The ferry"
    assert field.toPlainText() == "The ferry "
    assert field.textCursor().position() == len("The ferry ")
    QTest.keyClicks(field, "left.")
    rest(qtbot, field)
    assert text_of(wiring, claim) == "The ferry left."
    QTest.keyClicks(field, " At nine.")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text_of(wiring, claim) == "The ferry left. At nine."
    assert len(project.steps()) == steps + 1
    assert project.undo_label == "Edit claim text"
    wiring.document.undo()
    assert text_of(wiring, claim) == claim.text
    assert field.toPlainText() == claim.text


def test_the_next_edit_of_the_same_field_is_another_step(
    qtbot: QtBot, wiring: Wiring, claim: Claim, field: ProseField
) -> None:
    steps = len(wiring.document.project.steps())
    for words in ("First.", "Second."):
        field.selectAll()
        QTest.keyClicks(field, words)
        rest(qtbot, field)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(wiring.document.project.steps()) == steps + 2


def test_esc_gives_up_what_rests_had_saved_and_leaves_no_step(
    qtbot: QtBot, wiring: Wiring, claim: Claim, field: ProseField
) -> None:
    steps = wiring.document.project.steps()
    QTest.keyClicks(field, "Something else")
    rest(qtbot, field)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == claim.text
    assert text_of(wiring, claim) == claim.text
    assert wiring.document.project.steps() == steps


def test_a_field_that_was_emptied_is_saved_when_something_is_written_or_the_edit_ends(
    qtbot: QtBot, wiring: Wiring, claim: Claim, field: ProseField
) -> None:
    QTest.keyClick(field, Qt.Key.Key_Delete)
    rest(qtbot, field)
    assert not wiring.window.banner.isVisible()
    assert field.toPlainText() == ""
    assert text_of(wiring, claim) == claim.text
    QTest.keyClicks(field, "Written anew.")
    rest(qtbot, field)
    assert text_of(wiring, claim) == "Written anew."


def test_undo_in_the_field_comes_first_and_is_saved_as_part_of_the_edit(
    qtbot: QtBot, wiring: Wiring, claim: Claim, field: ProseField
) -> None:
    steps = wiring.document.project.steps()
    QTest.keyClicks(field, "X")
    rest(qtbot, field)
    assert text_of(wiring, claim) == "X"
    while field.document().isUndoAvailable():
        field.undo()
    rest(qtbot, field)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text_of(wiring, claim) == claim.text
    assert wiring.document.project.steps() == steps


def test_leaving_the_field_ends_the_edit(
    qtbot: QtBot, wiring: Wiring, claim: Claim, field: ProseField
) -> None:
    QTest.keyClicks(field, "Left at once.")
    other = wiring.window.find_field.findChild(QLineEdit) or wiring.window.find_field
    other.setFocus()
    assert text_of(wiring, claim) == "Left at once."


# Fields of one line


def date_of(wiring: Wiring, claim: Claim) -> LineField:
    """Give the date of the claim, with the keyboard in it."""
    wiring.document.select((claim.id,))
    page = wiring.inspector.page
    assert isinstance(page, ClaimPage)
    page.event_date.setFocus()
    return page.event_date


def test_one_line_is_saved_when_the_keys_rest_and_is_one_step(
    qtbot: QtBot, wiring: Wiring, claim: Claim
) -> None:
    project = wiring.document.project
    steps = len(project.steps())
    date_of(wiring, claim)
    page = wiring.inspector.page
    assert isinstance(page, ClaimPage)
    page.place.setFocus()
    QTest.keyClicks(page.place, "North ")
    rest(qtbot, page.place)
    assert project.get(Claim, claim.id).place == "North"
    assert page.place.text() == "North "
    assert page.place.cursorPosition() == len("North ")
    QTest.keyClicks(page.place, "quay")
    QTest.keyClick(page.place, Qt.Key.Key_Return)
    assert project.get(Claim, claim.id).place == "North quay"
    assert len(project.steps()) == steps + 1
    wiring.document.undo()
    assert page.place.text() == ""


def test_a_date_is_saved_once_it_is_one_and_nobody_is_told_off_while_writing(
    qtbot: QtBot, wiring: Wiring, claim: Claim
) -> None:
    project = wiring.document.project
    field, steps = date_of(wiring, claim), len(project.steps())
    for part, stored in (("20", None), ("23", "2023"), ("-1", "2023"), ("0", "2023-10")):
        QTest.keyClicks(field, part)
        rest(qtbot, field)
        assert project.get(Claim, claim.id).event == stored
        assert wiring.window.banner.message == ""
    assert field.text() == "2023-10"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(project.steps()) == steps + 1


def test_a_date_that_is_none_at_the_end_is_refused_and_leaves_what_was_there(
    qtbot: QtBot, wiring: Wiring, claim: Claim
) -> None:
    project = wiring.document.project
    field, steps = date_of(wiring, claim), project.steps()
    QTest.keyClicks(field, "2023")
    rest(qtbot, field)
    QTest.keyClicks(field, " or so")
    rest(qtbot, field)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert wiring.window.banner.message
    assert project.get(Claim, claim.id).event is None
    assert field.text() == ""
    assert project.steps() == steps


def test_esc_in_one_line_leaves_no_step(qtbot: QtBot, wiring: Wiring, claim: Claim) -> None:
    project = wiring.document.project
    field, steps = date_of(wiring, claim), project.steps()
    QTest.keyClicks(field, "2023")
    rest(qtbot, field)
    assert len(project.steps()) == len(steps) + 1
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert project.steps() == steps


def test_what_is_stored_in_another_form_stays_as_written_until_the_end(
    qtbot: QtBot, wiring: Wiring, source: Source
) -> None:
    wiring.document.select((source.id,))
    page = wiring.inspector.page
    assert isinstance(page, SourcePage)
    project, field = wiring.document.project, page.line("authors")
    field.setFocus()
    steps = len(project.steps())
    for part in ("A. Keeper", ";", " B. Clerk", ";"):
        QTest.keyClicks(field, part)
        rest(qtbot, field)
    assert project.get(Source, source.id).authors == ("A. Keeper", "B. Clerk")
    assert field.text() == "A. Keeper; B. Clerk;"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "A. Keeper; B. Clerk"
    assert len(project.steps()) == steps + 1


def test_the_reason_of_a_link_is_written_on_while_rests_save_it(
    qtbot: QtBot, wiring: Wiring, claim: Claim
) -> None:
    project = wiring.document.project
    other = claims.write(project, "It came back.")
    link = links.connect(project, other.id, claim.id, "supports")
    wiring.document.select((claim.id,))
    page = wiring.inspector.page
    assert page is not None
    (line,) = page.findChildren(LinkLine)
    line.reason.setFocus()
    for part in ("It was seen ", "twice."):
        QTest.keyClicks(line.reason, part)
        rest(qtbot, line.reason)
    assert line.isVisible()
    assert project.get(Link, link.id).reason == "It was seen twice."


def test_a_group_is_named_letter_by_letter_and_leaves_no_others(
    qtbot: QtBot, wiring: Wiring, source: Source
) -> None:
    project = wiring.document.project
    wiring.document.select((source.id,))
    page = wiring.inspector.page
    assert isinstance(page, SourcePage)
    page.group.setFocus()
    for part in ("Har", "bour"):
        QTest.keyClicks(page.group, part)
        rest(qtbot, page.group)
    assert [one.label for one in project.all(OriginGroup)] == ["Harbour"]
    QTest.keyClick(page.group, Qt.Key.Key_Escape)
    assert project.count(OriginGroup) == 0
