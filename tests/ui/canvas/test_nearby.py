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


def test_the_boxes_about_an_area_are_counted_by_their_middles() -> None:
    chance = np.random.default_rng(5)
    boxes = chance.uniform(-3_000, 3_000, (300, 4))
    boxes[:, 2:] = boxes[:, :2] + 100
    areas = chance.uniform(-4_000, 4_000, (60, 4))
    areas[:, 2:] = areas[:, :2] + chance.uniform(10, 2_000, (60, 2))
    cells = np.floor((boxes[:, :2] + boxes[:, 2:]) / 2 / 256)
    expected = [
        int(
            ((cells >= np.floor(area[:2] / 256)) & (cells <= np.floor(area[2:] / 256))).all(1).sum()
        )
        for area in areas
    ]
    assert nearby.middles_about(areas, boxes).tolist() == expected
    assert nearby.middles_about(areas[:1], boxes).tolist() == expected[:1]
