"""Text in the inspector is saved at each rest of the keys, and the whole edit is one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evidence_board.model.claim import Claim
from evidence_board.ui.docks.claim_page import ClaimPage
from evidence_board.ui.docks.prose_field import ProseField
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


def rest(qtbot: QtBot, field: ProseField) -> None:
    """Wait until the keys rested."""
    qtbot.waitUntil(lambda: not field._rest.isActive())


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
