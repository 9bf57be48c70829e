"""The cards within a few steps are those that a walk by hand finds."""

import random

import numpy as np
import pytest

from evidence_board.ui.canvas.neighbours import joined, lines_between, within


def walked(pairs: list[tuple[int, int]], start: set[int], steps: int) -> set[int]:
    """Return what a walk reaches, card by card."""
    reached = set(start)
    for _ in range(steps):
        reached |= {
            other
            for one, two in pairs
            for here, other in ((one, two), (two, one))
            if here in reached
        }
    return reached


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("steps", [1, 2, 3])
def test_steps_reach_what_a_walk_by_hand_reaches(seed: int, steps: int) -> None:
    dice = random.Random(seed)
    pairs = [(dice.randrange(60), dice.randrange(60)) for _ in range(70)]
    start = {dice.randrange(60) for _ in range(dice.randint(1, 3))}
    ends = np.array(pairs)
    found = within(joined(ends, np.full(70, -1)), np.array(sorted(start)), steps, 60)
    assert set(np.flatnonzero(found).tolist()) == walked(pairs, start, steps)


def test_a_line_onto_a_line_joins_its_card_with_both_cards_there() -> None:
    ends = np.array([(0, 1), (2, -1), (3, -1)])
    targets = np.array([-1, 0, 1])
    found = {tuple(sorted(pair)) for pair in joined(ends, targets).tolist()}
    assert found == {(0, 1), (0, 2), (1, 2), (0, 3), (1, 3)}


def test_a_line_onto_a_line_out_of_focus_is_out_of_focus() -> None:
    ends = np.array([(0, 1), (2, -1), (3, -1)])
    targets = np.array([-1, 0, 1])
    reached = np.array([True, False, True, True])
    assert lines_between(ends, targets, reached).tolist() == [False, False, False]
    assert lines_between(ends, targets, np.ones(4, dtype=bool)).all()


def test_a_board_without_lines_has_no_neighbours() -> None:
    none = np.zeros((0, 2), dtype=np.int64)
    pairs = joined(none, np.zeros(0, dtype=np.int64))
    assert within(pairs, np.array([1]), 3, 4).tolist() == [False, True, False, False]
