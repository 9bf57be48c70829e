"""Lines that go round cards: whom they avoid, and that only the geometry decides how."""

import tracemalloc
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from evidence_board.ui.canvas import geometry
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.places import Place
from evidence_board.ui.canvas.ties import Tie

Box = tuple[float, float, float, float]


def tie(start: int, end: int | str, id: str = "") -> Tie:
    to = end if isinstance(end, str) else f"r{end}"
    return Tie(id or f"{start}-{end}", "link", f"r{start}", to, "supports", "supports", "supports")


def place(number: int, box: Box) -> Place:
    return Place(f"c{number}", f"r{number}", 0, box)


def layout(boxes: list[Box], *ties: Tie) -> Layout:
    return Layout([place(number, box) for number, box in enumerate(boxes)], [], ties)


def crossed(board: Layout, line: str) -> list[int]:
    """Return the rows of the foreign cards that a line runs over."""
    row = board.lines.row_of[line]
    across, down = geometry.samples(board.lines.drawn(np.array([row])).pieces(), 60)
    found = []
    for card, (left, top, width, height) in enumerate(board.boxes.tolist()):
        over = (across > left) & (across < left + width) & (down > top) & (down < top + height)
        if card not in board.lines.ends[row] and over.any():
            found.append(card)
    return found


GRID: list[Box] = [
    (column * 266.0, row * 200.0, 208.0, 100.0) for row in range(4) for column in range(5)
]


@pytest.mark.parametrize("ends", [(0, 2), (2, 0), (0, 10), (0, 12), (3, 10), (1, 18), (4, 15)])
def test_a_line_on_a_crowded_board_runs_between_the_cards(ends: tuple[int, int]) -> None:
    board = layout(GRID, tie(*ends, "line"))
    assert crossed(board, "line") == []


def test_a_line_that_nothing_stands_in_the_way_of_runs_plainly() -> None:
    board = layout(GRID, tie(0, 1, "line"))
    drawn = board.lines.drawn(np.array([0]))
    assert (drawn.curves == board.lines.plain).all()
    assert not drawn.chains


def test_a_line_across_the_board_runs_plainly() -> None:
    board = layout([(0, 0, 208, 96), (900, 0, 208, 96), (1_800, 0, 208, 96)], tie(0, 2, "line"))
    assert crossed(board, "line") == [1]


def test_a_card_put_in_the_way_is_avoided_and_forgotten_when_it_goes() -> None:
    board = layout([(0, 0, 208, 96), (600, 0, 208, 96), (300, 600, 208, 96)], tie(0, 1, "line"))
    before = board.lines.curves[0]
    turned = board.move(np.array([2]), np.array([(300.0, 0.0)]))
    assert turned.tolist() == [0]
    assert crossed(board, "line") == []
    board.move(np.array([2]), np.array([(300.0, 600.0)]))
    assert board.lines.curves[0].tolist() == before.tolist()
    board.put(place(3, (300.0, 8.0, 208.0, 80.0)))
    assert crossed(board, "line") == []
    board.take("c3")
    assert board.lines.curves[0].tolist() == before.tolist()


def test_lines_between_the_same_two_cards_stay_apart_round_a_card() -> None:
    boxes: list[Box] = [(0, 0, 208, 96), (300, 0, 208, 96), (600, 0, 208, 96)]
    board = layout(boxes, tie(0, 2, "there"), tie(2, 0, "back"), tie(0, 2, "again"))
    middles = board.lines.middles(np.arange(3))
    for one in range(3):
        assert crossed(board, board.lines.ties[one].id) == []
        for other in range(one):
            assert np.hypot(*(middles[one] - middles[other])) > 10


def test_a_line_is_hit_on_its_course_and_not_on_the_plain_one() -> None:
    board = layout([(0, 0, 208, 96), (300, 0, 208, 96), (600, 0, 208, 96)], tie(0, 2, "line"))
    x, y = board.lines.middles(np.array([0]))[0]
    assert board.lines.at(x, y, 4) == 0
    assert board.lines.at(404, 48, 4) is None
    assert board.lines.seen_in((x - 1, y - 1, 2, 2)).tolist() == [0]
    left, top, right, bottom = board.lines.spans(np.array([0]))[0]
    assert left <= x <= right
    assert top <= y <= bottom


def test_a_frozen_copy_keeps_its_lines_while_the_board_goes_on() -> None:
    board = layout(GRID, tie(0, 2, "one"), tie(0, 12, "two"), tie(7, "two", "onto"))
    still = board.lines.frozen()
    board.move(np.array([2]), np.array([(2_000.0, 900.0)]))
    board.take_tie("two")
    board.put_tie(tie(3, 9, "three"))
    before = layout(GRID, tie(0, 2, "one"), tie(0, 12, "two"), tie(7, "two", "onto"))
    assert [one.id for one in still.ties] == ["one", "two", "onto"]
    assert courses(still) == courses(before.lines)


def test_what_a_copy_finds_round_a_card_that_has_gone_meanwhile_is_not_taken_over() -> None:
    """A thread paints the copy: it may find a course after the board has changed."""
    boxes: list[Box] = [(0, 0, 208, 96), (600, 0, 208, 96), (300, 8, 208, 80)]
    board = layout(boxes, tie(0, 1, "line"))
    still = board.lines.frozen()
    board.take("c2")
    assert crossed(layout(boxes, tie(0, 1, "line")), "line") == []
    assert courses(still) == courses(layout(boxes, tie(0, 1, "line")).lines)
    assert courses(board.lines) == courses(layout(boxes[:2], tie(0, 1, "line")).lines)


def courses(lines: Lines) -> dict[str, object]:
    """Return how lines run, by their ids."""
    found: dict[str, object] = {}
    for id, row in lines.row_of.items():
        drawn = lines.drawn(np.array([row]))
        found[id] = drawn.curves.tolist(), {at: one.tolist() for at, one in drawn.chains.items()}
    return found


@pytest.mark.parametrize("seed", range(4))
def test_only_where_cards_lie_decides_how_lines_run(seed: int) -> None:
    """Moves, drags put down or called off, new and gone cards and lines, looks in between."""
    chance = Random(seed)
    boxes = {number: box(chance) for number in range(24)}
    ties = {f"t{number}": between(chance, range(24), f"t{number}") for number in range(30)}
    ties["onto"] = tie(chance.randrange(24), "t0", "onto")
    board = anew(chance, boxes, ties)
    for step in range(30):
        act = chance.choice((moved, dragged, added, taken, relinked))
        act(chance, board, boxes, ties, step)
        board.lines.drawn(np.array(chance.sample(range(len(board.lines.ties)), 5)))
        if step % 6 == 5:
            assert courses(board.lines) == courses(anew(chance, boxes, ties).lines)


Boxes = dict[int, Box]
Ties = dict[str, Tie]


def between(chance: Random, numbers: Sequence[int], id: str) -> Tie:
    start, end = chance.sample(numbers, 2)
    return tie(start, end, id)


def box(chance: Random) -> Box:
    return chance.randrange(130) * 16.0, chance.randrange(90) * 16.0, 208.0, 96.0


def anew(chance: Random, boxes: Boxes, ties: Ties) -> Layout:
    """Return the same board, read in another order."""
    places = [place(number, one) for number, one in boxes.items()]
    chance.shuffle(places)
    listed = sorted(ties.values(), key=lambda one: (one.id == "onto", chance.random()))
    return Layout(places, [], listed)


def moved(chance: Random, board: Layout, boxes: Boxes, ties: Ties, step: int) -> None:
    number = chance.choice(list(boxes))
    boxes[number] = box(chance)
    board.move(np.array([board.row_of_card[f"c{number}"]]), np.array([boxes[number][:2]]))


def dragged(chance: Random, board: Layout, boxes: Boxes, ties: Ties, step: int) -> None:
    """Carry three cards about; every other time they are brought back."""
    numbers = chance.sample(list(boxes), 3)
    rows = np.array([board.row_of_card[f"c{number}"] for number in numbers])
    starts, away = board.boxes[rows, :2].copy(), np.array((chance.randrange(-300, 300), 64.0))
    board.lines.hold()
    for share in (0.4, 0.8, 1.0, step % 2):
        board.move(rows, starts + away * share)
        board.lines.drawn(np.arange(len(board.lines.ties)))
    board.lines.rest()
    for number, row in zip(numbers, rows, strict=True):
        boxes[number] = (*board.boxes[row, :2].tolist(), *boxes[number][2:])


def added(chance: Random, board: Layout, boxes: Boxes, ties: Ties, step: int) -> None:
    boxes[100 + step] = box(chance)
    board.put(place(100 + step, boxes[100 + step]))


def taken(chance: Random, board: Layout, boxes: Boxes, ties: Ties, step: int) -> None:
    """Take away a card that was added."""
    for number in [number for number in boxes if number >= 100][:1]:
        record = f"r{number}"
        for id in [id for id, one in ties.items() if record in (one.start, one.end)]:
            board.take_tie(id)
            del ties[id]
        board.take(f"c{number}")
        del boxes[number]


def relinked(chance: Random, board: Layout, boxes: Boxes, ties: Ties, step: int) -> None:
    gone = chance.choice([id for id in ties if id not in ("t0", "onto")])
    board.take_tie(gone)
    del ties[gone]
    ties[f"n{step}"] = between(chance, list(boxes), f"n{step}")
    board.put_tie(ties[f"n{step}"])


def test_a_heap_of_cards_is_crossed_and_costs_nothing() -> None:
    """A way through a thousand cards in one place was looked for until memory ended."""
    count = 1_000
    heap = layout([(0.0, 0.0, 208.0, 96.0)] * count, *(tie(n, n + 1) for n in range(count - 1)))
    tracemalloc.start()
    drawn = heap.lines.drawn(np.arange(count - 1))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not drawn.chains
    assert most < 50_000_000
