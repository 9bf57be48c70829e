"""Arranging: cards move and are put on boards, frames are drawn; none of it touches records."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_board.commands import boards, claims, exchange
from evidence_board.interchange.document import Document
from evidence_board.model.board import REACH, Board, Card, Frame
from evidence_board.model.project_record import ProjectRecord
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Project]:
    """Give a project without any board, as one is whose import was undone."""
    opened = Project.create(tmp_path / "bare.evboard", ProjectRecord(title="Bare"))
    yield opened
    opened.close()


def test_cards_and_frames_move_in_one_step(project: Project, case: Harbour) -> None:
    card = case.card_of(project, case.seen.id)
    boards.move(project, [(card.id, 10.5, -20), (case.frame.id, 30, 40)])
    assert (project.get(Card, card.id).x, project.get(Card, card.id).y) == (10.5, -20)
    assert project.get(Frame, case.frame.id).y == 40


def test_a_move_to_where_it_lies_is_no_step(project: Project, case: Harbour) -> None:
    steps = len(project.steps())
    boards.move(project, [(case.frame.id, case.frame.x, case.frame.y)])
    assert len(project.steps()) == steps


@pytest.mark.parametrize("x", [REACH * 2, -REACH * 2, float("nan"), float("inf")])
def test_a_card_stays_within_reach(project: Project, case: Harbour, x: float) -> None:
    before = held(project)
    with pytest.raises(ValueError, match="Input should be"):
        boards.move(
            project, [(case.frame.id, 1, 1), (case.card_of(project, case.seen.id).id, x, 0)]
        )
    assert held(project) == before


def test_what_is_no_card_cannot_be_moved(project: Project, case: Harbour) -> None:
    for id in (case.sailed.id, "gone"):
        with pytest.raises(ValueError, match="That card is gone"):
            boards.move(project, [(id, 0, 0)])
        with pytest.raises(ValueError, match="That card is gone"):
            boards.resize(project, id, 0, 0, 10, 10)


def test_a_frame_has_an_extent(project: Project, case: Harbour) -> None:
    with pytest.raises(ValueError, match="greater than 0"):
        boards.resize(project, case.frame.id, 0, 0, 0, 10)
    boards.resize(project, case.frame.id, 1, 2, 3, 4)
    frame = project.get(Frame, case.frame.id)
    assert (frame.x, frame.y, frame.width, frame.height) == (1, 2, 3, 4)


def test_a_record_has_one_card_on_a_board(project: Project, case: Harbour) -> None:
    boards.pin_records(project, case.board.id, [(case.seen.id, 70, 80), (case.left.id, 1, 2)])
    cards = [one for one in project.referrers(case.seen.id) if isinstance(one, Card)]
    assert [(card.x, card.y) for card in cards] == [(70, 80)]
    assert case.card_of(project, case.left.id).x == 1


def test_a_record_may_lie_on_two_boards(project: Project, case: Harbour) -> None:
    with project.transaction("Add board") as tx:
        second = tx.add(Board(title="Second"))
    boards.pin_records(project, second.id, [(case.seen.id, 0, 0)])
    cards = [one for one in project.referrers(case.seen.id) if isinstance(one, Card)]
    assert {card.board for card in cards} == {case.board.id, second.id}


def test_a_link_has_no_card(project: Project, case: Harbour) -> None:
    with pytest.raises(ValueError, match="that is not there"):
        boards.pin_records(project, case.board.id, [(case.support.id, 0, 0)])


def test_zero_has_no_sign(project: Project, case: Harbour) -> None:
    boards.move(project, [(case.frame.id, -0.0, -0.0)])
    assert str(project.get(Frame, case.frame.id).x) == "0.0"


def test_the_first_board_is_the_one_that_is_there(project: Project) -> None:
    assert boards.ensure_board(project) == project.all(Board)[0]


def test_an_imported_board_with_cards_goes_before_an_empty_one(project: Project) -> None:
    mine = project.all(Board)[0]
    other = Board(title="Imported", rank=1.0)
    frame = Frame(board=other.id, x=0, y=0, width=100, height=100)
    assert boards.ensure_board(project) == mine
    exchange.take_in(project, Document((other, frame)))
    assert boards.ensure_board(project) == other


def test_a_board_to_begin_with_comes_with_the_first_thing_laid_on_it(bare: Project) -> None:
    awaited = boards.ensure_board(bare)
    claims.write(bare, "A ship came in")
    assert bare.all(Board) == ()  # nothing lies on it
    claims.write(bare, "It left again", board=awaited.id)
    assert bare.all(Board) == (awaited,)
    bare.undo()
    assert bare.all(Board) == ()
    assert boards.ensure_board(bare) == awaited
    boards.frame(bare, awaited.id, 0, 0, 100, 100)
    assert bare.all(Board) == (awaited,)


def test_asking_for_a_board_leaves_what_can_be_done_again(bare: Project) -> None:
    mine = Board(title="Imported")
    exchange.take_in(bare, Document((mine,)))
    bare.undo()
    steps = len(bare.steps())
    assert boards.ensure_board(bare).id != mine.id
    assert len(bare.steps()) == steps
    bare.redo()
    assert bare.all(Board) == (mine,)
    assert boards.ensure_board(bare) == mine
