"""Pairs of areas and boxes that touch, found with and without a grid."""

import numpy as np
import pytest

from evidence_board.ui.canvas import nearby
from evidence_board.ui.canvas.geometry import Floats


def some(count: int, reach: float, largest: float, seed: int) -> Floats:
    chance = np.random.default_rng(seed)
    corners = chance.uniform(-reach, reach, (count, 2))
    return np.hstack((corners, corners + chance.uniform(1, largest, (count, 2))))


@pytest.mark.parametrize("reach", [2_000.0, 9_000_000.0])
def test_the_grid_finds_the_pairs_that_comparing_all_finds(reach: float) -> None:
    boxes = np.vstack((some(900, reach, 300, 1), some(20, reach, 6_000, 2), boxes_at(reach)))
    areas = np.vstack((some(700, reach, 400, 3), some(5, reach, 9_000, 4), boxes_at(reach)))
    found = nearby.pairs(areas, boxes)
    touching = (areas[:, None, :2] <= boxes[None, :, 2:]) & (
        areas[:, None, 2:] >= boxes[None, :, :2]
    )
    expected = np.argwhere(touching.all(axis=2))
    assert len(expected) >= 4
    assert {*zip(*(rows.tolist() for rows in found), strict=True)} == {
        tuple(pair) for pair in expected.tolist()
    }
    assert len(found[0]) == len(expected)


def boxes_at(reach: float) -> Floats:
    """Two boxes that share an edge, far from the middle."""
    return np.array(
        [(reach, reach, reach + 256, reach + 256), (reach + 256, reach, reach + 300, reach + 9)]
    )


def test_nothing_is_near_nothing() -> None:
    nobody = np.zeros((0, 4))
    assert [len(rows) for rows in nearby.pairs(nobody, boxes_at(0.0))] == [0, 0]
    assert [len(rows) for rows in nearby.pairs(boxes_at(0.0), nobody)] == [0, 0]
