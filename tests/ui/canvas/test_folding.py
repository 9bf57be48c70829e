"""Frames in frames, and what collapsed ones hide, in numbers."""

import numpy as np
import pytest

from evidence_board.ui.canvas.folding import (
    BAR,
    FramePlace,
    counts_of,
    fitted,
    folding_of,
    merged,
    takes,
)
from evidence_board.ui.canvas.geometry import Area, Floats, Ints


def frame(id: str, box: Area, *, folded: bool = False, layer: int = 0) -> FramePlace:
    return FramePlace(id, box, id, collapsed=folded, layer=layer)


def boxes(*listed: Area) -> Floats:
    return np.array(listed, dtype=np.float64).reshape(-1, 4)


OUTER, INNER, BESIDE = (0, 0, 600, 400), (40, 60, 300, 200), (700, 0, 200, 200)


def test_a_frame_lies_over_the_one_round_it_whatever_came_first() -> None:
    frames = [frame("inner", INNER), frame("beside", BESIDE), frame("outer", OUTER)]
    assert folding_of(frames, boxes()).order[-1] == "inner"
    assert folding_of(frames[::-1], boxes()).order[-1] == "inner"


def test_a_higher_layer_never_hides_what_lies_inside() -> None:
    frames = [frame("outer", OUTER, layer=9), frame("inner", INNER)]
    assert folding_of(frames, boxes()).order == ("outer", "inner")


def test_two_frames_of_one_box_do_not_lie_in_each_other() -> None:
    frames = [frame("first", OUTER, folded=True), frame("second", OUTER)]
    folding = folding_of(frames, boxes((10, 50, 100, 80)))
    assert folding.order == ("first",)
    assert folding.hosts.tolist() == [0]


def test_open_frames_hide_nothing() -> None:
    folding = folding_of([frame("outer", OUTER)], boxes((10, 50, 100, 80)))
    assert not folding.hidden.any()
    assert folding.bars == ()


def test_what_lies_wholly_in_a_collapsed_frame_is_hidden_and_nothing_else() -> None:
    cards = boxes((10, 50, 100, 80), (550, 50, 100, 80), (800, 50, 50, 50))
    folding = folding_of([frame("outer", OUTER, folded=True)], cards)
    assert folding.hidden.tolist() == [True, False, False]


def test_the_outermost_collapsed_frame_stands_for_all_that_is_in_it() -> None:
    frames = [frame("inner", INNER, folded=True), frame("outer", OUTER, folded=True)]
    folding = folding_of(frames, boxes((60, 100, 100, 80), (400, 50, 100, 80)))
    assert folding.order == folding.bars == ("outer",)
    assert folding.hosts.tolist() == [0, 0]


def test_a_collapsed_frame_in_an_open_one_hides_its_own_cards_only() -> None:
    frames = [frame("outer", OUTER), frame("inner", INNER, folded=True)]
    folding = folding_of(frames, boxes((60, 100, 100, 80), (400, 50, 100, 80)))
    assert folding.order == ("outer", "inner")
    assert folding.hosts.tolist() == [0, -1]


def test_a_bar_is_never_larger_than_its_frame() -> None:
    assert frame("a", (5, 7, 600, 400), folded=True).shown == (5, 7, *BAR)
    assert frame("a", (5, 7, 90, 20), folded=True).shown == (5, 7, 90, 20)
    long = FramePlace("a", (5, 7, 600, 400), "A long title", collapsed=True, named=200.0)
    assert list(long.shown) == [5, 7, 256, BAR[1]]
    counted = FramePlace("a", (5, 7, 600, 400), collapsed=True, named=200.0, counts=((0, 3),) * 5)
    assert list(counted.shown) == [5, 7, 448, BAR[1]]


def test_counts_name_the_most_frequent_kind_first() -> None:
    assert counts_of(np.array([6, 0, 0, 2])) == ((0, 2), (2, 1), (6, 1))
    assert counts_of(np.array([], dtype=np.int64)) == ()


def lines(*listed: tuple[int, int, int]) -> tuple[Ints, Ints, Ints, Ints]:
    """Return ends, targets, looks and weights of lines given as start, end and target."""
    rows = np.array(listed, dtype=np.int64).reshape(-1, 3)
    same = np.zeros(len(rows), dtype=np.int64)
    return rows[:, :2], rows[:, 2], same, same


def test_lines_inside_a_bar_are_not_drawn() -> None:
    hosts = np.array([0, 0, -1])
    gone, counts = merged(*lines((0, 1, -1), (0, 2, -1)), hosts)
    assert gone.tolist() == [True, False]
    assert counts[1] == 1


def test_lines_from_a_bar_to_one_card_are_drawn_once_and_counted() -> None:
    hosts = np.array([0, 0, -1, -1])
    gone, counts = merged(*lines((0, 2, -1), (1, 2, -1), (1, 3, -1), (2, 3, -1)), hosts)
    assert gone.tolist() == [False, True, False, False]
    assert counts.tolist() == [2, 1, 1, 1]


def test_lines_of_another_look_or_direction_stay_apart() -> None:
    hosts = np.array([0, 0, -1])
    ends, targets, _, weights = lines((0, 2, -1), (1, 2, -1), (2, 0, -1))
    gone, counts = merged(ends, targets, np.array([0, 1, 0]), weights, hosts)
    assert not gone.any()
    assert counts.tolist() == [1, 1, 1]


def test_the_strongest_of_equal_lines_is_drawn() -> None:
    ends, targets, looks, _ = lines((0, 2, -1), (1, 2, -1))
    gone, counts = merged(ends, targets, looks, np.array([0, 2]), np.array([0, 0, -1]))
    assert gone.tolist() == [True, False]
    assert counts[1] == 2


def test_a_line_onto_a_line_in_the_same_bar_is_not_drawn() -> None:
    hosts = np.array([0, 0, -1])
    gone, _ = merged(*lines((0, 1, -1), (0, -1, 0), (2, -1, 0)), hosts)
    assert gone.tolist() == [True, True, False]


def test_without_lines_nothing_is_merged() -> None:
    gone, counts = merged(*lines(), np.array([0, -1]))
    assert len(gone) == len(counts) == 0


@pytest.mark.parametrize(
    ("group", "corner"),
    [
        ((900, 900, 100, 80), (484, 304)),
        ((-500, -500, 100, 80), (16, 40)),
        ((100, 100, 100, 80), (100, 100)),
        ((100, 100, 600, 400), (0, 0)),
        ((0, 0, 601, 80), None),
    ],
)
def test_a_group_dropped_on_a_bar_lies_in_the_frame_if_there_is_room(
    group: Area, corner: tuple[float, float] | None
) -> None:
    assert fitted(group, OUTER) == corner


@pytest.mark.parametrize(
    ("place", "taken"),
    [
        ((300, 10), True),
        ((300, 200), False),
        ((1, 200), True),
        ((-3, 200), True),
        ((-5, 200), False),
        ((300, 398), True),
        ((598, 200), True),
    ],
)
def test_a_frame_is_taken_by_its_title_and_its_edges(
    place: tuple[float, float], taken: bool
) -> None:
    assert takes(frame("a", OUTER), *place, 4.0) is taken
