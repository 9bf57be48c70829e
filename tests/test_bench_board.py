"""Measuring the board: a small one, in full, so that the figures of large ones can be trusted."""

import pytest

from tests.benchmarks.bench_board import LEGS, measured
from tests.benchmarks.figure import Figure

CARDS = 12


@pytest.fixture(scope="module")
def told() -> dict[str, Figure]:
    return {one["name"]: one for one in measured(CARDS, peer=False, rounds=1)}


def test_every_leg_is_told_by_the_clock_and_in_work(told: dict[str, Figure]) -> None:
    for leg in LEGS:
        assert told[f"board.{leg}"]["max"] > 0
        assert told[f"board.{leg}_cpu"]["max"] > 0


def test_opening_stands_beside_plain_sqlite(told: dict[str, Figure]) -> None:
    floor = told["board.open"]["floor"]

    assert floor is not None
    assert 0 < floor < told["board.open"]["median"]


def test_memory_and_the_time_until_the_window_is_crisp_are_told(told: dict[str, Figure]) -> None:
    assert told["board.rss"]["unit"] == "MB"
    assert told["board.rss"]["median"] > 50
    assert told["board.crisp"]["max"] > 0


def test_without_the_other_program_nothing_is_compared(told: dict[str, Figure]) -> None:
    assert {one["peer"] for one in told.values()} == {None}
