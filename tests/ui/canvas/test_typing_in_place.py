"""Text in a card is saved at each rest of the keys; the whole edit is one step, Esc leaves none."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from evidence_board.ui.canvas.editor import CardEditor
from tests.ui.canvas.conftest import Case, Hands


def editor_of(hands: Hands, case: Case) -> CardEditor:
    """Open the editor in the first card."""
    hands.view.in_place.edit(case.first.id)
    editor = hands.view.in_place.editor
    assert editor is not None
    return editor


def rest(qtbot: QtBot, editor: CardEditor) -> None:
    """Wait until the keys rested."""
    qtbot.waitUntil(lambda: not editor._rest.isActive())


def test_a_rest_is_saved_and_the_edit_is_one_step(
    qtbot: QtBot, show: Callable[[], Hands], case: Case, project: Project
) -> None:
    editor, steps = editor_of(show(), case), len(project.steps())
    QTest.keyClicks(editor, "The ferry ")
    rest(qtbot, editor)
    assert project.get(Claim, case.first.id).text == "The ferry"
    assert editor.toPlainText() == "The ferry "
    QTest.keyClicks(editor, "came back.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert project.get(Claim, case.first.id).text == "The ferry came back."
    assert len(project.steps()) == steps + 1
    project.undo()
    assert project.get(Claim, case.first.id) == case.first


def test_esc_after_a_rest_leaves_all_as_it_was(
    qtbot: QtBot, show: Callable[[], Hands], case: Case, project: Project
) -> None:
    hands, steps = show(), project.steps()
    editor = editor_of(hands, case)
    QTest.keyClicks(editor, "Something else")
    rest(qtbot, editor)
    assert len(project.steps()) == len(steps) + 1
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert hands.view.in_place.editor is None
    assert project.get(Claim, case.first.id) == case.first
    assert [step.id for step in project.steps()] == [step.id for step in steps]


def test_an_edit_that_comes_back_to_its_beginning_leaves_no_step(
    qtbot: QtBot, show: Callable[[], Hands], case: Case, project: Project
) -> None:
    editor, steps = editor_of(show(), case), project.steps()
    QTest.keyClicks(editor, "Something else")
    rest(qtbot, editor)
    editor.selectAll()
    QTest.keyClicks(editor, case.first.text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert project.get(Claim, case.first.id) == case.first
    assert [step.id for step in project.steps()] == [step.id for step in steps]


def test_a_card_that_was_emptied_keeps_its_text(
    qtbot: QtBot, show: Callable[[], Hands], case: Case, project: Project
) -> None:
    editor, steps = editor_of(show(), case), project.steps()
    QTest.keyClicks(editor, "Something else")
    rest(qtbot, editor)
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    rest(qtbot, editor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert project.get(Claim, case.first.id) == case.first
    assert [step.id for step in project.steps()] == [step.id for step in steps]
