"""The arrays of the board: what is seen and hit, and what follows when something moves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.ui.canvas.folding import FramePlace
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.places import Place
from evidence_board.ui.canvas.ties import Tie


def tie(start: str, end: str, id: str = "") -> Tie:
    return Tie(id or f"{start}-{end}", "link", start, end, "supports", "supports", "supports")


def layout(*ties: Tie) -> Layout:
    """Three cards in a row, 300 apart, the records a, b, c."""
    places = [
        Place(f"card-{name}", name, 0, (300.0 * number, 0.0, 200.0, 100.0))
        for number, name in enumerate("abc")
    ]
    return Layout(places, [FramePlace("frame", (-20, -60, 900, 300), "All")], ties)


def test_the_front_card_is_hit() -> None:
    board = layout()
    board.put(Place("over", "d", 0, (150.0, 0.0, 200.0, 100.0), layer=5))
    assert board.records[board.card_at(180, 50) or 0] == "d"
    assert board.card_at(0, 300) is None


def test_only_cards_in_sight_are_seen() -> None:
    assert layout().cards_in((250, 0, 100, 50)).tolist() == [1]


def test_a_frame_is_taken_by_its_title_and_sized_by_its_corners() -> None:
    board = layout()
    assert board.frame_at(0, -50) == "frame"
    assert board.frame_at(0, 150) is None
    assert board.frame_corner_at(880, 240, 6) == ("frame", 2)


def test_a_link_is_hit_near_its_line_only() -> None:
    board = layout(tie("a", "b"))
    assert board.lines.at(250, 52, 6) == 0
    assert board.lines.at(250, 70, 6) is None


def test_moving_a_card_moves_the_ends_of_its_links() -> None:
    board = layout(tie("a", "b"), tie("b", "c"))
    moved = board.move(np.array([2]), np.array([(600.0, 400.0)]))
    assert set(moved.tolist()) == {0, 1}
    assert board.lines.curves[1, 7] == 400.0


def test_a_link_onto_a_link_ends_at_its_middle_and_follows_it() -> None:
    undercut = tie("c", "a-b", "onto")
    board = layout(tie("a", "b"), undercut)
    spot = board.lines.middles(np.array([0]))[0]
    assert np.hypot(*(board.lines.curves[1, 6:] - spot)) == pytest.approx(10)
    board.move(np.array([1]), np.array([(300.0, 500.0)]))
    after = board.lines.middles(np.array([0]))[0]
    assert np.hypot(*(board.lines.curves[1, 6:] - after)) == pytest.approx(10)
    assert after.tolist() != spot.tolist()


def test_removing_a_link_removes_those_that_end_on_it() -> None:
    board = layout(tie("a", "b"), tie("c", "a-b", "onto"), tie("b", "c"))
    board.take_tie("a-b")
    assert [one.id for one in board.lines.ties] == ["b-c"]
    assert board.lines.plain.shape == (1, 8)


def test_the_nearest_card_in_a_direction_is_found() -> None:
    board = layout()
    assert board.nearest(0, 1, 0) == 1
    assert board.nearest(0, -1, 0) is None


MOVES = st.lists(
    st.tuples(st.integers(0, 5), st.floats(-2_000, 2_000), st.floats(-2_000, 2_000)), max_size=8
)
PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=10)


@given(PAIRS, MOVES)
def test_following_moves_gives_the_same_lines_as_reading_the_board_anew(
    pairs: list[tuple[int, int]], moves: list[tuple[int, float, float]]
) -> None:
    """A link onto the first link is among them, so that following covers lines on lines."""
    names = "abcdef"
    ties = [
        tie(names[one], names[other], f"t{number}")
        for number, (one, other) in enumerate(pairs)
        if one != other
    ]
    if ties:
        ties.append(tie("f", ties[0].id, "onto"))
    places = [
        Place(f"card-{name}", name, 0, (250.0 * number, 0.0, 200.0, 100.0))
        for number, name in enumerate(names)
    ]
    followed = Layout(places, [], ties)
    for row, x, y in moves:
        followed.move(np.array([row]), np.array([(x, y)]))
    moved = [
        Place(place.id, place.record, 0, tuple(followed.boxes[row].tolist()))
        for row, place in enumerate(places)
    ]
    anew = Layout(moved, [], ties)
    assert np.allclose(followed.lines.curves[:], anew.lines.curves[:])
