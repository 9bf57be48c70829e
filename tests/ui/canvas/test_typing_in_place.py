"""Text in a card is saved at each rest of the keys; the whole edit is one step, Esc leaves none."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidence_board.model.board import Card
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


# New cards


def new_editor(hands: Hands) -> CardEditor:
    """Open the editor of a new claim."""
    hands.document.select(())
    hands.view.compose("claim", None)
    editor = hands.view.in_place.editor
    assert editor is not None
    return editor


def test_a_new_card_is_made_at_the_first_rest_and_is_one_step(
    qtbot: QtBot, hands: Hands, case: Case, project: Project
) -> None:
    steps, claims = len(project.steps()), project.count(Claim)
    editor = new_editor(hands)
    QTest.keyClicks(editor, "The gate ")
    rest(qtbot, editor)
    assert project.all(Claim)[-1].text == "The gate"
    assert project.undo_label == "Write claim"
    QTest.keyClicks(editor, "was open.")
    rest(qtbot, editor)
    assert hands.view.in_place.editor is editor
    QTest.keyClicks(editor, " All night.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    made = project.all(Claim)[-1]
    assert made.text == "The gate was open. All night."
    assert project.count(Claim) == claims + 1
    assert hands.document.selected == (made.id,)
    assert len(project.steps()) == steps + 1
    project.undo()
    assert project.count(Claim) == claims


@pytest.mark.parametrize("end", ["esc", "emptied"])
def test_a_new_card_that_is_given_up_after_a_rest_leaves_nothing(
    qtbot: QtBot, hands: Hands, case: Case, project: Project, end: str
) -> None:
    steps, cards, claims = project.steps(), project.all(Card), project.all(Claim)
    editor = new_editor(hands)
    QTest.keyClicks(editor, "The gate")
    rest(qtbot, editor)
    assert project.count(Claim) == len(claims) + 1
    if end == "esc":
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    else:
        editor.selectAll()
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert hands.view.in_place.editor is None
    assert (project.all(Claim), project.all(Card)) == (claims, cards)
    assert [step.id for step in project.steps()] == [step.id for step in steps]


def test_a_card_that_grew_while_it_was_written_covers_no_other(
    qtbot: QtBot, hands: Hands, case: Case, project: Project
) -> None:
    hands.document.select(())
    first = hands.view.sheet.layout.boxes[0]
    hands.view.compose("claim", (float(first[0]), float(first[1] - 104)))
    editor = hands.view.in_place.editor
    assert editor is not None
    QTest.keyClicks(editor, "Short")
    rest(qtbot, editor)
    editor.setPlainText("A claim of many words that needs room. " * 8)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    *others, new = (tuple(box) for box in hands.view.sheet.layout.boxes.tolist())
    for one in others:
        across = one[0] < new[0] + new[2] and new[0] < one[0] + one[2]
        down = one[1] < new[1] + new[3] and new[1] < one[1] + one[3]
        assert not (across and down), (one, new)


def test_what_is_written_on_a_new_card_is_in_the_file_when_the_program_dies(
    qtbot: QtBot, hands: Hands, case: Case, project: Project, tmp_path: Path
) -> None:
    editor = new_editor(hands)
    QTest.keyClicks(editor, "Never lost.")
    rest(qtbot, editor)
    qtbot.waitUntil(lambda: not project.is_saving)
    as_it_lies = tmp_path / "after the crash.evboard"
    shutil.copyfile(project.path, as_it_lies)
    found = Project.open(as_it_lies)
    assert "Never lost." in [one.text for one in found.all(Claim)]
    found.close()
