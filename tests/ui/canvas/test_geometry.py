"""Geometry of the board: links, edges, snapping."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence_board.ui.canvas import geometry
from evidence_board.ui.canvas.geometry import BOTTOM, LEFT, RIGHT, TOP

PLACES = st.floats(-5_000, 5_000)
SIZES = st.floats(16, 400)
BOXES = st.tuples(PLACES, PLACES, SIZES, SIZES)


def boxes(*some: tuple[float, float, float, float]) -> geometry.Floats:
    return np.array(some, dtype=np.float64)


def test_cards_above_one_another_are_joined_bottom_to_top() -> None:
    leaving, meeting = geometry.sides(boxes((0, 0, 200, 100)), boxes((40, 200, 200, 100)))
    assert (leaving[0], meeting[0]) == (BOTTOM, TOP)


def test_cards_side_by_side_are_joined_right_to_left() -> None:
    leaving, meeting = geometry.sides(boxes((0, 0, 200, 100)), boxes((300, 10, 200, 100)))
    assert (leaving[0], meeting[0]) == (RIGHT, LEFT)


@given(BOXES, BOXES)
def test_a_link_leaves_and_meets_its_cards_at_a_right_angle(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> None:
    start, end = boxes(one), boxes(other)
    leaving, meeting = geometry.sides(start, end)
    half = np.array([0.5])
    first = geometry.anchors(start, leaving, half)
    last = geometry.anchors(end, meeting, half)
    curve = geometry.curves(first, leaving, last, meeting)[0]
    for spot, handle, side in ((0, 2, leaving[0]), (6, 4, meeting[0])):
        away = curve[handle : handle + 2] - curve[spot : spot + 2]
        reach = np.hypot(*away)
        assert geometry.SHORTEST_HANDLE - 1e-6 <= reach <= geometry.LONGEST_HANDLE + 1e-6
        assert away @ geometry.NORMALS[side] == pytest.approx(reach)


@given(st.lists(st.tuples(PLACES, PLACES), min_size=4, max_size=4))
def test_the_point_halfway_lies_within_the_bounds_of_a_curve(
    spots: list[tuple[float, float]],
) -> None:
    curve = np.array([spots]).reshape(1, 8)
    x, y = geometry.points_at(curve, 0.5)[0]
    left, top, right, bottom = geometry.bounds(curve)[0]
    assert left - 1e-6 <= x <= right + 1e-6
    assert top - 1e-6 <= y <= bottom + 1e-6


@given(
    st.lists(st.tuples(PLACES, PLACES), min_size=4, max_size=4),
    st.tuples(PLACES, PLACES, st.floats(1, 400), st.floats(1, 400)),
)
@example([(0.0, 0.0), (0.0, 0.0), *[(2340.9952985334694, -2.5)] * 2], (0.0, 0.0, 1.0, 1.0))
def test_a_curve_is_found_by_every_area_that_it_passes(
    spots: list[tuple[float, float]], area: tuple[float, float, float, float]
) -> None:
    curve = np.array([spots]).reshape(1, 8)
    across, down = geometry.samples(curve, 60)
    left, top, width, height = area
    inside = (across >= left) & (across <= left + width) & (down >= top) & (down <= top + height)
    assert geometry.may_touch(curve, area)[0] or not inside.any()


def test_an_area_in_the_box_of_a_long_line_but_beside_it_is_not_passed() -> None:
    start, end = np.array([(0.0, 0.0)]), np.array([(4000.0, 4000.0)])
    curve = geometry.curves(start, np.array([RIGHT]), end, np.array([LEFT]))
    assert geometry.may_touch(curve, (1900.0, 1900.0, 200.0, 200.0))[0]
    assert not geometry.may_touch(curve, (2600.0, 900.0, 500.0, 500.0))[0]


def test_the_distance_to_a_curve_is_nothing_on_it() -> None:
    curve = geometry.curves(
        np.array([(0.0, 0.0)]), np.array([RIGHT]), np.array([(400.0, 0.0)]), np.array([LEFT])
    )
    assert geometry.distances(curve, 200, 0)[0] == pytest.approx(0, abs=0.01)
    assert geometry.distances(curve, 200, 30)[0] == pytest.approx(30, abs=0.01)


def test_a_card_aligns_with_edges_and_middles_within_reach_only() -> None:
    others = boxes((100, 0, 200, 80))
    assert geometry.alignment((104, 300, 200, 80), others, 6) == (-4, None)
    assert geometry.alignment((110, 300, 200, 80), others, 6) == (None, None)
    assert geometry.alignment((150, 300, 104, 80), others, 6) == (-2, None)
    assert geometry.alignment((0, 0, 10, 10), boxes()[:0].reshape(0, 4), 6) == (None, None)
