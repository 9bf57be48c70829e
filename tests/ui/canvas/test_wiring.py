"""Where lines leave and meet cards, and how those between the same two keep apart."""

import numpy as np
import pytest

from evidence_board.ui.canvas import geometry, wiring
from evidence_board.ui.canvas.geometry import BOTTOM, LEFT, TOP, Floats, Ints

UPPER = np.array([(0.0, 0.0, 200.0, 100.0)])
LOWER = np.array([(0.0, 300.0, 200.0, 100.0)])


def unordered(rows: Ints) -> Ints:
    """Return marks that tell nothing apart."""
    return np.zeros(len(rows), dtype=np.int64)


def by_row(rows: Ints) -> Ints:
    return rows


def test_ends_on_one_edge_stand_in_the_order_of_their_other_ends() -> None:
    owners, sides = np.array([7, 7, 7]), np.array([TOP, TOP, TOP])
    others = np.array([(300.0, -100.0), (0.0, -100.0), (150.0, -100.0)])
    assert wiring.shares(owners, sides, others, unordered).tolist() == [0.75, 0.25, 0.5]


def test_ends_on_different_edges_do_not_crowd_each_other() -> None:
    owners, sides = np.array([1, 1, 2]), np.array([TOP, LEFT, TOP])
    assert wiring.shares(owners, sides, np.zeros((3, 2)), unordered).tolist() == [0.5, 0.5, 0.5]


def test_ids_decide_between_ends_whose_cards_leave_it_open() -> None:
    owners, sides, others = np.array([1, 1]), np.array([TOP, TOP]), np.zeros((2, 2))
    first = wiring.shares(owners, sides, others, by_row)
    assert first.tolist() == [1 / 3, 2 / 3]
    assert wiring.shares(owners, sides, others, lambda rows: -rows).tolist() == [2 / 3, 1 / 3]


def test_lines_between_the_same_two_cards_get_places_in_either_direction() -> None:
    ends = np.array([(0, 1), (1, 0), (2, 3), (0, 1)])
    assert wiring.nests(ends, by_row).tolist() == [-1.0, 0.0, 0.0, 1.0]


@pytest.mark.parametrize("count", [2, 3, 9])
def test_the_middles_of_lines_between_the_same_two_cards_are_apart(count: int) -> None:
    ends = np.tile((0, 1), (count, 1))
    nests = wiring.nests(ends, by_row)
    sides = np.tile((BOTTOM, TOP), (count, 1))
    shares = np.tile((np.arange(count) + 1.0)[:, None] / (count + 1), (1, 2))
    first, second = np.repeat(UPPER, count, axis=0), np.repeat(LOWER, count, axis=0)
    middles = geometry.points_at(wiring.plain(first, second, sides, shares, nests), 0.5)
    assert (np.diff(middles[:, 0]) >= 18 - 1e-6).all()


def test_a_line_from_a_card_to_itself_goes_round_its_corner() -> None:
    loops = wiring.loops(np.repeat(UPPER, 2, axis=0), np.array([-0.5, 0.5]))
    middles: Floats = geometry.points_at(loops, 0.5)
    assert (loops[:, 1] == 0).all()
    assert (loops[:, 6] == 200).all()
    assert (middles[:, 0] > 190).all()
    assert (middles[:, 1] < 10).all()
    assert middles[0].tolist() != middles[1].tolist()
