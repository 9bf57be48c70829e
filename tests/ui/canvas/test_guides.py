"""Smart guides: equal edges and middles first, then equal gaps, each with its measure."""

import numpy as np
import pytest

from evidence_board.ui.canvas.geometry import Area, Floats
from evidence_board.ui.canvas.tools.guides import Measure, guidance


def boxes(*given: Area) -> Floats:
    return np.array(given, dtype=np.float64)


ROW = boxes((0, 0, 100, 40), (150, 0, 100, 40))
"""Two cards beside each other, 50 apart."""


def test_an_edge_within_reach_is_taken_and_shown_from_card_to_card() -> None:
    found = guidance((154, 200, 100, 60), ROW, 6)
    assert (found.dx, found.dy) == (-4, None)
    assert (150, 0, 150, 260) in found.lines
    assert found.measures == ()


def test_a_middle_counts_as_an_edge_does() -> None:
    found = guidance((163, 200, 80, 60), ROW, 6)
    assert found.dx == -3
    assert found.lines == ((200, 0, 200, 260),)


def test_nothing_is_near_beyond_the_reach() -> None:
    assert guidance((130, 200, 13, 60), ROW, 6).dx is None
    assert guidance((0, 0, 10, 10), np.zeros((0, 4)), 6).lines == ()


@pytest.mark.parametrize(("at", "shift"), [(303, -3), (296, 4)])
def test_a_third_card_in_a_row_takes_the_gap_of_the_first_two(at: float, shift: float) -> None:
    found = guidance((at, 12, 90, 41), ROW, 6)
    assert found.dx == shift
    assert found.measures == (
        Measure((100, 20), (150, 20)),
        Measure((250, 26), (300, 26)),
    )
    assert [measure.length for measure in found.measures] == [50, 50]


def test_before_the_first_card_the_same_gap_is_found() -> None:
    found = guidance((-142, 12, 90, 41), ROW, 6)
    assert found.dx == 2
    assert [measure.length for measure in found.measures] == [50, 50]


def test_between_two_cards_the_middle_is_found() -> None:
    wide = boxes((0, 0, 100, 40), (300, 0, 100, 40))
    found = guidance((163, 11, 70, 41), wide, 6)
    assert found.dx == 2
    assert found.measures == (Measure((100, 25.5), (165, 25.5)), Measure((235, 25.5), (300, 25.5)))


def test_gaps_are_measured_downwards_too() -> None:
    column = boxes((0, 0, 100, 40), (0, 70, 100, 40))
    found = guidance((11, 143, 101, 33), column, 6)
    assert found.dy == -3
    assert found.measures == (Measure((50, 40), (50, 70)), Measure((55.5, 110), (55.5, 140)))


def test_cards_that_do_not_lie_beside_each_other_give_no_gap() -> None:
    found = guidance((303, 45, 90, 41), ROW, 6)
    assert found.dx is None


def test_an_equal_edge_shows_the_equal_gaps_that_it_makes() -> None:
    """The third card stands under a fourth one; its gap to the second is as wide as theirs."""
    found = guidance((302, 12, 100, 41), np.vstack((ROW, (300, 400, 100, 40))), 6)
    assert found.dx == -2
    assert len(found.measures) == 2
    assert len(found.lines) == 3
