"""Frames: folding and dissolving them touches no card."""

import pytest

from evidence_board.commands import boards, frames
from evidence_board.model.board import Card, Frame
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def test_frames_fold_in_one_step_and_cards_stay_as_they_are(
    project: Project, case: Harbour
) -> None:
    other = boards.frame(project, case.board.id, 900, 0, 200, 200)
    cards, steps = project.all(Card), len(project.steps())
    frames.fold(project, (case.frame.id, other.id), folded=True)
    assert all(frame.collapsed for frame in project.all(Frame))
    assert (project.undo_label, len(project.steps())) == ("Collapse 2 frames", steps + 1)
    frames.fold(project, (case.frame.id,), folded=False)
    assert [frame.collapsed for frame in project.all(Frame)] == [False, True]
    assert project.undo_label == "Expand frame"
    assert project.all(Card) == cards


def test_folding_what_is_folded_is_no_step(project: Project, case: Harbour) -> None:
    frames.fold(project, (case.frame.id,), folded=True)
    steps = len(project.steps())
    frames.fold(project, (case.frame.id,), folded=True)
    assert len(project.steps()) == steps


def test_what_is_no_frame_is_refused(project: Project, case: Harbour) -> None:
    before = held(project)
    for ids in ((case.seen.id,), ("gone",), ()):
        with pytest.raises(ValueError, match="That frame is gone"):
            frames.fold(project, ids, folded=True)
        with pytest.raises(ValueError, match="That frame is gone"):
            frames.dissolve(project, ids)
    assert held(project) == before


def test_a_dissolved_frame_leaves_its_cards(project: Project, case: Harbour) -> None:
    cards = project.all(Card)
    frames.dissolve(project, (case.frame.id,))
    assert project.all(Frame) == ()
    assert project.all(Card) == cards
    assert project.undo_label == "Remove frame"
