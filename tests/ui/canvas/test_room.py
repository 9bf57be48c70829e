"""Where a new card finds room: pure arithmetic on boxes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_board.ui.canvas.geometry import Floats
from evidence_board.ui.canvas.room import free_place

CARD = (208.0, 96.0)


def boxes(*rows: tuple[float, float, float, float]) -> Floats:
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def overlap(place: tuple[float, float], others: Floats, gap: float) -> bool:
    x, y = place
    return any(
        x < left + width + gap
        and left < x + CARD[0] + gap
        and y < top + height + gap
        and top < y + CARD[1] + gap
        for left, top, width, height in others.tolist()
    )


def test_an_empty_board_gives_the_wanted_place_on_the_grid() -> None:
    assert free_place(boxes(), CARD, (101.0, 51.0)) == (104.0, 48.0)


def test_a_free_place_is_kept_although_there_are_cards() -> None:
    assert free_place(boxes((0, 0, 208, 96)), CARD, (400.0, 0.0)) == (400.0, 0.0)


def test_the_place_of_a_card_gives_way_to_the_nearest_side() -> None:
    assert free_place(boxes((0, 0, 208, 96)), CARD, (0.0, 8.0), gap=24.0) == (0.0, 120.0)


def test_two_cards_never_share_a_place() -> None:
    held = boxes()
    for _ in range(30):
        found = free_place(held, CARD, (40.0, 40.0), gap=24.0)
        assert not overlap(found, held, 24.0)
        held = np.vstack((held, (*found, *CARD)))


def test_a_crowded_board_has_room_beside_all_cards() -> None:
    held = boxes(*((x * 100.0, y * 50.0, 208, 96) for x in range(60) for y in range(80)))
    found = free_place(held, CARD, (3_000.0, 2_000.0))
    assert not overlap(found, held, 0.0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-600, 600), st.integers(-600, 600), st.integers(40, 320)),
        max_size=25,
    ),
    st.tuples(st.integers(-600, 600), st.integers(-600, 600)),
    st.sampled_from([0.0, 8.0, 24.0]),
)
def test_what_is_found_is_free_and_on_the_grid(
    cards: list[tuple[int, int, int]], near: tuple[int, int], gap: float
) -> None:
    held = boxes(*((float(x), float(y), 208.0, float(high)) for x, y, high in cards))
    found = free_place(held, CARD, near, gap=gap)
    assert not overlap(found, held, gap)
    assert found == pytest.approx([round(found[0] / 8) * 8, round(found[1] / 8) * 8])
