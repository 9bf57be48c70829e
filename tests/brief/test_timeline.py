"""The timeline: events and statements apart, each as far as it is known, on one axis."""

from datetime import date

import pytest

from evidence_board.brief.axis import MOST, Axis
from evidence_board.brief.content import build
from evidence_board.brief.parts.timeline import ROWS, Bar, Timeline
from evidence_board.model.claim import Claim
from tests.brief.harbour import AT, PLAN, PROJECT, Held, harbour


def claim(number: int, event: str | None = None, stated: str | None = None) -> Claim:
    return Claim(id=f"c{number}", number=number, text="It sailed.", event=event, stated=stated)


def timeline(*claims: Claim) -> Timeline | None:
    part = build(Held(PROJECT, PLAN, *claims), at=AT).part("timeline")
    assert part is None or isinstance(part, Timeline)
    return part


def bars(*claims: Claim) -> list[tuple[Bar, ...]]:
    found = timeline(*claims)
    assert found is not None
    return [row.bars for figure in found.figures for row in figure.rows]


def test_one_time_alone_makes_no_timeline() -> None:
    assert timeline(claim(1, "2025-03-04"), claim(2)) is None
    assert timeline(claim(1, "2025-03-04"), claim(2, "2025-03-05")) is not None


def test_the_axis_goes_from_the_first_day_to_the_last() -> None:
    first, last = bars(claim(1, "2025-03-01"), claim(2, "2025-03-10"))
    assert first == (Bar("event", 0.0, 0.1, True, False, False),)
    assert last == (Bar("event", 0.9, 1.0, True, False, False),)


@pytest.mark.parametrize(
    "text", ["2025-03-04~", "2025-03-04?", "2025-03-XX", "[2025-03-04,2025-03-06]"]
)
def test_what_is_approximate_or_one_of_several_is_hollow(text: str) -> None:
    ((bar,), _) = bars(claim(1, text), claim(2, "2025-04-01"))
    assert not bar.sure


def test_an_end_that_nobody_knows_reaches_the_edge() -> None:
    rows = bars(claim(1, "/2025-03-05"), claim(2, "2025-03-01"), claim(3, "2025-03-04/.."))
    ((start,), _, (end,)) = sorted(rows, key=lambda row: (not row[0].open_start, row[0].open_end))
    assert (start.open_start, start.start) == (True, 0.0)
    assert (end.open_end, end.end) == (True, 1.0)


def test_event_and_statement_are_two_bars_and_both_in_words() -> None:
    found = timeline(claim(1, "2025-03-04", "2025-03-06"), claim(2, None, "2025-03-05"))
    assert found is not None
    (figure,) = found.figures
    assert [[bar.kind for bar in row.bars] for row in figure.rows] == [
        ["event", "statement"],
        ["statement"],
    ]
    assert figure.rows[0].words == "event 4 March 2025; stated 6 March 2025"
    assert figure.rows[1].words == "event not dated; stated 5 March 2025"
    assert "C1: event 4 March 2025; stated 6 March 2025." in figure.alt


def test_rows_come_by_the_earliest_day_and_a_withdrawn_claim_is_none_of_them() -> None:
    gone = claim(4, "2025-03-03").replace(status="withdrawn")
    found = timeline(claim(1, "2025-03-09"), claim(2, "2025-03-02"), claim(3, "2025-03"), gone)
    assert found is not None
    assert [row.claim.mark for row in found.figures[0].rows] == ["C3", "C2", "C1"]


def test_many_rows_make_several_figures_over_the_same_axis() -> None:
    found = timeline(*(claim(n, f"2025-03-{n:02}") for n in range(1, ROWS + 4)))
    assert found is not None
    assert [len(figure.rows) for figure in found.figures] == [ROWS, 3]
    assert found.figures[0].ticks == found.figures[1].ticks
    assert found.figures[1].caption.startswith("Timeline, part 2 of 2.")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 3, 1), date(2025, 3, 3), ["1 Mar 2025", "2 Mar 2025", "3 Mar 2025"]),
        (date(2025, 8, 1), date(2025, 10, 31), ["Aug 2025", "Sep 2025", "Oct 2025"]),
        (date(2001, 5, 1), date(2024, 1, 1), ["2005", "2010", "2015", "2020"]),
        (date(1, 1, 1), date(9999, 12, 31), ["2000", "4000", "6000", "8000"]),
    ],
)
def test_days_months_or_years_are_named(first: date, last: date, words: list[str]) -> None:
    assert [tick.words for tick in Axis(first, last).ticks()] == words


@pytest.mark.parametrize("days", [1, 2, 40, 46, 90, 365, 400, 1_500, 9_999, 400_000])
def test_there_is_room_for_all_that_is_named(days: int) -> None:
    axis = Axis(date(1000, 2, 3), date.fromordinal(date(1000, 2, 3).toordinal() + days - 1))
    assert len(axis.ticks()) <= MOST
    assert all(0 <= tick.at <= 1 for tick in axis.ticks())


def test_the_harbour_has_one() -> None:
    assert isinstance(build(harbour(), at=AT).part("timeline"), Timeline)
