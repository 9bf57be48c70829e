"""Cards and frames get a named colour as one step."""

import pytest

from evidence_board.commands import boards, claims, colouring
from evidence_board.model.board import Board, Card, Frame
from evidence_board.project.project import Project


def test_several_cards_and_a_frame_are_coloured_as_one_step(project: Project) -> None:
    board = project.all(Board)[0].id
    for text in ("One.", "Two."):
        claims.write(project, text, board=board)
    frame = boards.frame(project, board, 0, 0, 300, 200)
    ids = [card.id for card in project.all(Card)] + [frame.id]
    colouring.colour(project, ids, "blue")
    assert {card.colour for card in project.all(Card)} == {"blue"}
    assert project.get(Frame, frame.id).colour == "blue"
    assert project.undo_label == "Colour 2 cards and a frame blue"
    project.undo()
    assert {card.colour for card in project.all(Card)} == {""}


def test_an_empty_name_takes_the_colour_off(project: Project) -> None:
    claims.write(project, "One.", board=project.all(Board)[0].id)
    card = project.all(Card)[0]
    colouring.colour(project, (card.id,), "pink")
    colouring.colour(project, (card.id,), "")
    assert project.get(Card, card.id).colour == ""
    assert project.undo_label == "Take colour off card"


def test_a_colour_that_there_is_not_is_refused(project: Project) -> None:
    claims.write(project, "One.", board=project.all(Board)[0].id)
    card = project.all(Card)[0]
    with pytest.raises(ValueError, match="no colour “puce”"):
        colouring.colour(project, (card.id,), "puce")
    assert project.get(Card, card.id).colour == ""


def test_without_a_card_nothing_is_coloured(project: Project) -> None:
    with pytest.raises(ValueError, match="No card is selected"):
        colouring.colour(project, (), "pink")
