"""Tidy: linked cards in layers, the others in a grid, what is locked or in a frame respected."""

import os
import signal
from collections.abc import Callable, Generator, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from evidence_board.commands import arranging, boards, claims, links
from evidence_board.model.board import Card
from evidence_board.project.project import Project
from evidence_board.ui.canvas import compacting, layering, tidying
from evidence_board.ui.canvas.engine import Engine
from evidence_board.ui.canvas.geometry import Floats, Ints
from evidence_board.ui.canvas.tidying import Group
from tests.ui.canvas.conftest import Case, Hands

NOBODY: Floats = np.zeros((0, 4))
NO_LINKS: Ints = np.zeros((0, 2), dtype=np.int64)


def drained(steps: Generator[tuple[int, int], None, tuple[Floats, ...]]) -> tuple[Floats, ...]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            places: tuple[Floats, ...] = end.value
            return places


def overlaps(boxes: Floats) -> bool:
    low, high = boxes[:, :2], boxes[:, :2] + boxes[:, 2:]
    meets = (low[:, None] < high[None]).all(axis=2) & (high[:, None] > low[None]).all(axis=2)
    return bool(meets.sum() > len(boxes))


def pile(count: int) -> Floats:
    """Cards of several heights on one heap."""
    heights = 64.0 + np.arange(count) % 5 * 22
    return np.stack((np.zeros(count), np.zeros(count), np.full(count, 208.0), heights), axis=1)


@pytest.fixture
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


@pytest.fixture(params=["engine", "plainly"])
def layouter(request: pytest.FixtureRequest, engine: Engine) -> layering.Layouter:
    """Each of the ways to lay out linked cards."""
    return engine if request.param == "engine" else layering.plainly


def laid(layouter: layering.Layouter, sizes: Floats, links: Ints) -> Floats:
    return ended(layouter(sizes, links))


def ended(work: Generator[None, None, Floats]) -> Floats:
    try:
        while True:
            next(work)
    except StopIteration as end:
        places: Floats = end.value
        return places


def flowing(sizes: Floats, count: int, seed: int = 1) -> Ints:
    """Links among cards, from each to some later ones."""
    upper, lower = np.sort(np.random.default_rng(seed).integers(0, len(sizes), (2, count)), axis=0)
    links: Ints = np.stack((upper, lower), axis=1)[upper != lower]
    return links


def test_evidence_flows_down_and_cards_stand_32_apart(layouter: layering.Layouter) -> None:
    boxes = pile(7)
    flow = np.array([(0, 2), (1, 2), (2, 3), (2, 4), (3, 5), (4, 5), (1, 6)])
    (places,) = drained(tidying.tidied([Group(boxes, flow, NOBODY)], layouter))
    tops, bottoms = places[:, 1], places[:, 1] + boxes[:, 3]
    assert (tops[flow[:, 1]] - bottoms[flow[:, 0]] >= 32).all()
    assert not overlaps(np.hstack((places - 15, boxes[:, 2:] + 30)))
    assert (places % 8 == 0).all()


def test_circles_are_laid_out_too(layouter: layering.Layouter) -> None:
    flow = np.array([(0, 1), (1, 2), (2, 0), (2, 1)])
    (places,) = drained(tidying.tidied([Group(pile(3), flow, NOBODY)], layouter))
    assert not overlaps(np.hstack((places, pile(3)[:, 2:])))


def test_the_engine_crosses_fewer_links_than_ranks_do(engine: Engine) -> None:
    sizes = pile(40)[:, 2:]
    links = flowing(sizes, 60)
    assert laid(engine, sizes, links).tolist() != layering.in_ranks(sizes, links).tolist()


def test_an_engine_that_is_too_slow_is_stood_in_for_and_goes_on_with_the_next() -> None:
    sizes = pile(500)[:, 2:]
    links = flowing(sizes, 1_500)
    with Engine(seconds=0.3) as engine:
        assert laid(engine, sizes, links).tolist() == layering.in_ranks(sizes, links).tolist()
        assert engine.process is None
        few = np.array([(0, 1), (0, 2)])
        assert len(laid(engine, sizes[:3], few)) == 3


def test_an_engine_whose_process_ends_is_stood_in_for(engine: Engine) -> None:
    sizes, links = pile(300)[:, 2:], flowing(pile(300), 900)
    work = engine(sizes, links)
    next(work)
    assert engine.process is not None
    os.kill(engine.process, signal.SIGKILL)
    assert ended(work).tolist() == layering.in_ranks(sizes, links).tolist()


def test_stopping_ends_the_process_at_once(case: Case) -> None:
    sizes = pile(500)
    engine = Engine()
    work = tidying.tidied([Group(sizes, flowing(sizes, 1_500), NOBODY)], engine)
    with engine:
        next(work)
        next(work)
        number = engine.process
        assert number is not None
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_ten_thousand_cards_are_tidied(engine: Engine) -> None:
    boxes = pile(10_000)
    (places,) = drained(tidying.tidied([Group(boxes, flowing(boxes, 20_000), NOBODY)], engine))
    assert len(np.unique(places, axis=0)) == 10_000


def test_a_long_chain_is_no_worse_than_any_other() -> None:
    sizes = pile(10_000)[:, 2:]
    chain = np.stack((np.arange(9_999), np.arange(1, 10_000)), axis=1)
    places = layering.in_ranks(sizes, chain)
    assert (np.diff(places[:, 1]) >= sizes[:-1, 1] + 32).all()


def test_wide_layers_stand_in_several_rows_in_their_order() -> None:
    boxes = pile(900)
    fan = np.array([(0, lower) for lower in range(1, 899)] + [(lower, 899) for lower in range(9)])
    (places,) = drained(tidying.tidied([Group(boxes, fan, NOBODY)]))
    width, height = (places + boxes[:, 2:]).max(axis=0) - places.min(axis=0)
    assert height < width < 2.5 * height
    assert not overlaps(np.hstack((places - 15, boxes[:, 2:] + 30)))
    lower = places[fan[1:898, 1], 1] - places[0, 1]
    assert (lower >= boxes[0, 3] + 32).all()
    assert (np.diff(places[fan[9:898, 1], 0]) >= 0).all()


def test_a_long_chain_stands_in_columns_beside_each_other() -> None:
    boxes = pile(400)
    chain = np.stack((np.arange(399), np.arange(1, 400)), axis=1)
    (places,) = drained(tidying.tidied([Group(boxes, chain, NOBODY)]))
    width, height = (places + boxes[:, 2:]).max(axis=0) - places.min(axis=0)
    assert height < width < 2.5 * height
    assert not overlaps(np.hstack((places - 15, boxes[:, 2:] + 30)))
    assert (np.diff(places[:, 0]) >= 0).all()


def test_layers_that_fit_a_window_stay_as_they_are(engine: Engine) -> None:
    sizes = pile(7)[:, 2:]
    places = laid(engine, sizes, np.array([(0, 2), (1, 2), (2, 3), (2, 4)]))
    assert compacting.compacted(sizes, places) is places


def test_cards_without_links_stand_in_a_grid_beside_the_others() -> None:
    boxes = pile(14)
    (places,) = drained(tidying.tidied([Group(boxes, np.array([(0, 1), (1, 2)]), NOBODY)]))
    assert not overlaps(np.hstack((places, boxes[:, 2:])))
    assert places[3:, 0].min() >= (places[:3, 0] + 208).max() + 32
    assert len(set(places[3:, 0].tolist())) < 11
    middle = (places.min(axis=0) + (places + boxes[:, 2:]).max(axis=0)) / 2
    assert np.abs(middle - (104, 76)).max() <= 8


def test_what_stays_is_not_covered() -> None:
    held = np.array([(-100.0, -100.0, 400.0, 300.0)])
    (places,) = drained(tidying.tidied([Group(pile(6), NO_LINKS, held)]))
    assert not overlaps(np.vstack((np.hstack((places, pile(6)[:, 2:])), held)))


def test_a_group_too_large_for_its_frame_stays_as_it_is() -> None:
    group = Group(pile(9), NO_LINKS, NOBODY, (0.0, 0.0, 220.0, 300.0))
    (places,) = drained(tidying.tidied([group]))
    assert places.tolist() == pile(9)[:, :2].tolist()


def test_tidying_is_told_in_steps() -> None:
    steps = list(tidying.tidied([Group(pile(4), np.array([(0, 1), (2, 3)]), NOBODY)]))
    assert steps == [(0, 4), (2, 4), (4, 4)]


def tidy(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.document.jobs.started, timeout=10_000) as started:
        hands.view.act("tidy")
    job = started.args[0]
    with qtbot.waitSignal(job.finished, timeout=10_000):
        pass
    hands.settle()


def test_tidying_all_of_the_board_is_one_step(hands: Hands, case: Case, qtbot: QtBot) -> None:
    before = {card.id: (card.x, card.y) for card in hands.project.all(Card)}
    tidy(hands, qtbot)
    after = {card.id: (card.x, card.y) for card in hands.project.all(Card)}
    assert after != before
    assert not overlaps(hands.view.sheet.layout.boxes)
    first, below = hands.place(case.first.id), hands.place(case.below.id)
    assert below[1] >= first[1] + 32
    assert str(hands.project.undo_label).startswith("Tidy")
    hands.document.undo()
    assert {card.id: (card.x, card.y) for card in hands.project.all(Card)} == before


def test_only_the_selection_is_tidied_and_locked_cards_stay(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    locked = next(one for one in hands.project.referrers(case.second.id) if isinstance(one, Card))
    arranging.lock(hands.project, [locked.id], locked=True)
    hands.document.select((case.first.id, case.second.id, case.below.id))
    others = hands.place(case.second.id), hands.place(case.source.id)
    tidy(hands, qtbot)
    assert (hands.place(case.second.id), hands.place(case.source.id)) == others
    assert not overlaps(hands.view.sheet.layout.boxes)


def test_cards_in_a_frame_are_tidied_inside_it(
    project: Project, case: Case, show: Callable[[], Hands], qtbot: QtBot
) -> None:
    frame = boards.frame(project, case.board.id, 1_000, 0, 720, 520, "Harbour")
    inner = [
        claims.write(
            project, f"Crate {number}.", board=case.board.id, x=1_040 + number, y=60 + number
        )
        for number in range(4)
    ]
    links.connect(project, inner[0].id, inner[1].id, "supports", "seen")
    hands = show()
    tidy(hands, qtbot)
    layout = hands.view.sheet.layout
    rows = hands.view.sheet.rows_of(one.id for one in inner)
    held = layout.cards_inside((frame.x, frame.y + 32, frame.width, frame.height - 32))
    assert set(rows.tolist()) <= set(held.tolist())
    assert not overlaps(layout.boxes)
    tidy(hands, qtbot)
    assert hands.told[-1] == "These cards are tidy already."


def test_cards_are_seen_going_and_a_click_puts_them_there(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    hands.view.camera.glides = True
    tidy(hands, qtbot)
    assert len(hands.view.live.lifted)
    hands.click(hands.at(-40, -40))
    assert not len(hands.view.live.lifted)
    row = hands.view.sheet.layout.row_of_record[case.below.id]
    assert tuple(hands.view.sheet.layout.boxes[row, :2]) == hands.place(case.below.id)


def test_the_way_ends_by_itself(hands: Hands, case: Case, qtbot: QtBot) -> None:
    hands.view.camera.glides = True
    tidy(hands, qtbot)
    qtbot.waitUntil(lambda: not len(hands.view.live.lifted), timeout=3_000)
    row = hands.view.sheet.layout.row_of_record[case.first.id]
    assert tuple(hands.view.sheet.layout.boxes[row, :2]) == hands.place(case.first.id)
