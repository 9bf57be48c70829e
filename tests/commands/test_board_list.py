"""The boards of a project: several of them, named and in order, with the same records on them."""

import pytest

from evidence_board.commands import board_list, boards
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def titles(project: Project) -> list[str]:
    return [board.title for board in board_list.in_order(project.all(Board))]


def laid(project: Project, board: str) -> dict[str, tuple[float, float]]:
    return {card.record: (card.x, card.y) for card in project.all(Card) if card.board == board}


def test_a_new_board_stands_behind_the_others(project: Project, case: Harbour) -> None:
    board_list.add(project, "Sea")
    board_list.add(project, "Rail")
    assert titles(project) == [case.board.title, "Sea", "Rail"]


def test_boards_are_put_in_another_order_in_one_step(project: Project, case: Harbour) -> None:
    sea, rail = board_list.add(project, "Sea"), board_list.add(project, "Rail")
    board_list.arrange(project, (rail.id, case.board.id, sea.id))
    assert titles(project) == ["Rail", case.board.title, "Sea"]
    project.undo()
    assert titles(project) == [case.board.title, "Sea", "Rail"]


def test_an_order_that_misses_a_board_changes_nothing(project: Project, case: Harbour) -> None:
    board_list.add(project, "Sea")
    before = held(project)
    for order in ((case.board.id,), (case.board.id, case.board.id), (case.board.id, "gone")):
        with pytest.raises(ValueError, match="order stays"):
            board_list.arrange(project, order)
    assert held(project) == before


def test_a_board_is_renamed_on_one_line(project: Project, case: Harbour) -> None:
    board_list.rename(project, case.board.id, "  Harbour\n north ")
    assert titles(project) == ["Harbour north"]


@pytest.mark.parametrize("title", ["", "  \n"])
def test_a_board_needs_a_title(project: Project, case: Harbour, title: str) -> None:
    with pytest.raises(ValueError, match="needs a title"):
        board_list.rename(project, case.board.id, title)
    assert titles(project) == [case.board.title]


def test_a_copy_shows_the_same_records_in_the_same_places_beside_the_first(
    project: Project, case: Harbour
) -> None:
    board_list.add(project, "Sea")
    claims_before = project.all(Claim)
    copy = board_list.duplicate(project, case.board.id, "Copy")
    assert titles(project) == [case.board.title, "Copy", "Sea"]
    assert laid(project, copy.id) == laid(project, case.board.id)
    frames = [frame.title for frame in project.all(Frame) if frame.board == copy.id]
    assert frames == ["Departure"]
    assert project.all(Claim) == claims_before


def test_removing_a_board_takes_its_cards_and_leaves_the_records(
    project: Project, case: Harbour
) -> None:
    board_list.add(project, "Sea")
    before = held(project)
    board_list.remove(project, case.board.id)
    assert titles(project) == ["Sea"]
    assert project.all(Card) == ()
    assert project.find(case.seen.id) is not None
    project.undo()
    assert held(project) == before


def test_the_last_board_stays(project: Project, case: Harbour) -> None:
    with pytest.raises(ValueError, match="The last board stays"):
        board_list.remove(project, case.board.id)
    assert titles(project) == [case.board.title]


def test_what_is_no_board_is_refused(project: Project, case: Harbour) -> None:
    board_list.add(project, "Sea")
    for act in (
        lambda: board_list.remove(project, case.seen.id),
        lambda: board_list.rename(project, "gone", "Sea"),
        lambda: board_list.duplicate(project, "gone", "Sea"),
        lambda: board_list.show_on(project, "gone", [(case.seen.id, 0, 0)]),
    ):
        with pytest.raises(ValueError, match="That board is gone"):
            act()


def test_a_record_is_shown_on_a_second_board_and_stays_where_it_lies_there(
    project: Project, case: Harbour
) -> None:
    sea = board_list.add(project, "Sea")
    board_list.show_on(project, sea.id, [(case.seen.id, 5, 6)])
    board_list.show_on(project, sea.id, [(case.seen.id, 70, 80), (case.left.id, 1, 2)])
    assert laid(project, sea.id) == {case.seen.id: (5, 6), case.left.id: (1, 2)}
    assert [one.title for one in board_list.boards_of(project, case.seen.id)] == [
        case.board.title,
        "Sea",
    ]


def test_a_new_board_comes_with_what_is_shown_on_it_in_one_step(
    project: Project, case: Harbour
) -> None:
    before = held(project)
    made = board_list.show_on_new(project, "Sea", [(case.seen.id, 5, 6)])
    assert laid(project, made.id) == {case.seen.id: (5, 6)}
    project.undo()
    assert held(project) == before


def test_a_frame_lies_on_one_board_and_a_loose_record_on_none(
    project: Project, case: Harbour
) -> None:
    board_list.add(project, "Sea")
    assert board_list.boards_of(project, case.frame.id) == (case.board,)
    assert board_list.boards_of(project, case.left.id) == ()
    assert boards.ensure_board(project) == case.board


def test_a_line_lies_where_both_its_ends_do(project: Project, case: Harbour) -> None:
    sea = board_list.add(project, "Sea")
    ends = [(case.left.id, 0, 0), (case.sailed.id, 0, 200)]
    board_list.show_on(project, sea.id, ends[:1])
    assert board_list.boards_of(project, case.support.id) == ()
    board_list.show_on(project, sea.id, ends)
    assert board_list.boards_of(project, case.support.id) == (sea,)
    assert board_list.boards_of(project, "gone") == ()
