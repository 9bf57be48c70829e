"""Arranging: places and sizes, what lies in front, and what is locked."""

import pytest

from evidence_board.commands import arranging
from evidence_board.commands.arranging import Laid
from evidence_board.model.board import Card, Frame
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def test_cards_and_frames_are_arranged_in_one_step_that_says_how(
    project: Project, case: Harbour
) -> None:
    card = case.card_of(project, case.seen.id)
    steps = len(project.steps())
    arranging.arrange(
        project, "Align left", [Laid(card.id, 8, 16), Laid(case.frame.id, 8, 0, 640, 320)]
    )
    assert (len(project.steps()), project.undo_label) == (steps + 1, "Align left")
    moved = project.get(Card, card.id)
    assert (moved.x, moved.y, moved.width, moved.height) == (8, 16, card.width, card.height)
    frame = project.get(Frame, case.frame.id)
    assert (frame.x, frame.y, frame.width, frame.height) == (8, 0, 640, 320)


def test_a_card_given_no_height_follows_its_text_again(project: Project, case: Harbour) -> None:
    card = case.card_of(project, case.seen.id)
    arranging.arrange(project, "Resize card", [Laid(card.id, 0, 0, 240, 160)])
    assert project.get(Card, card.id).height == 160
    arranging.arrange(project, "Natural size", [Laid(card.id, 0, 0, 208, 0)])
    assert project.get(Card, card.id).height == 0


def test_one_locked_card_keeps_all_of_a_step_from_happening(
    project: Project, case: Harbour
) -> None:
    card = case.card_of(project, case.seen.id)
    arranging.lock(project, [card.id], locked=True)
    before = held(project)
    with pytest.raises(ValueError, match="That card is locked"):
        arranging.arrange(project, "Align", [Laid(case.frame.id, 5, 5), Laid(card.id, 5, 5)])
    assert held(project) == before


def test_locking_is_a_step_and_is_found_by_card_and_by_record(
    project: Project, case: Harbour
) -> None:
    card = case.card_of(project, case.seen.id)
    arranging.lock(project, [card.id, case.frame.id], locked=True)
    assert project.undo_label == "Lock a card and a frame"
    assert arranging.locked_among(project, [card.id, case.seen.id, case.left.id]) == (
        card.id,
        case.seen.id,
    )
    arranging.lock(project, [card.id], locked=False)
    assert project.undo_label == "Unlock card"
    assert arranging.locked_among(project, [case.seen.id, case.frame.id]) == (case.frame.id,)


def test_a_card_may_be_brought_to_the_front(project: Project, case: Harbour) -> None:
    card = case.card_of(project, case.seen.id)
    arranging.stack(project, "Bring to front", [(card.id, 12)])
    assert project.get(Card, card.id).layer == 12
    with pytest.raises(ValueError, match="That card is gone"):
        arranging.stack(project, "Bring to front", [("gone", 1)])
