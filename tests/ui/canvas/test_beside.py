"""Where a new linked card lies."""

import numpy as np

from evidence_board.ui.canvas.beside import ACROSS, DOWN, GAP, LinkedSide, place_towards

SIZE = (208.0, 96.0)
ALONE = np.array(((0.0, 0.0, 208.0, 96.0),))


def test_a_card_in_free_room_lies_straight_ahead() -> None:
    assert place_towards(ALONE, 0, SIZE, (1, 0)) == (208 + ACROSS, 0)
    assert place_towards(ALONE, 0, SIZE, (-1, 0)) == (-208 - ACROSS, 0)
    assert place_towards(ALONE, 0, SIZE, (0, 1)) == (0, 96 + DOWN)
    assert place_towards(ALONE, 0, SIZE, (0, -1)) == (0, -96 - DOWN)


def test_where_a_card_lies_already_the_next_one_stands_beside_it() -> None:
    boxes = np.vstack((ALONE, (0.0, 96 + DOWN, 208.0, 96.0)))
    x, y = place_towards(boxes, 0, SIZE, (0, 1))
    assert y == 96 + DOWN
    assert abs(x) >= 208 + GAP
    boxes = np.vstack((ALONE, (208 + ACROSS, 0.0, 208.0, 96.0)))
    x, y = place_towards(boxes, 0, SIZE, (1, 0))
    assert x == 208 + ACROSS
    assert abs(y) >= 96 + GAP


def test_a_new_card_never_touches_another_one() -> None:
    chance = np.random.default_rng(7)
    for _ in range(40):
        spots = chance.uniform(-900, 900, (30, 2))
        boxes = np.hstack((spots, np.tile(SIZE, (30, 1))))
        for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            x, y = place_towards(boxes, 0, SIZE, step)
            apart = (np.abs(boxes[:, :2] - (x, y)) >= SIZE).any(axis=1)
            assert apart.all()


def test_a_thread_meets_the_near_side_of_the_card_at_its_end() -> None:
    for end, met in (
        ((400, 8), (400, -40)),
        ((-400, 8), (-608, -40)),
        ((8, 400), (-96, 400)),
        ((8, -400), (-96, -496)),
    ):
        assert LinkedSide.between((0, 0), end).corner(end, SIZE) == met
    side = LinkedSide((0, 0, 208, 96), (0, 1))
    assert side.port() == (104, 96)
    assert side.meeting((0, 160), SIZE) == (104, 160)
