"""What is kept of backups: all of two days, then 12 daily, 10 weekly, 9 monthly; 3 always."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.project.thinning import Stamp, kept

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)  # a Tuesday


def _ago(**back: float) -> datetime:
    return NOW - timedelta(**back)


def _stamps(*times: datetime) -> list[Stamp]:
    """Return one backup for each time, numbered in this order."""
    return [Stamp(number, at) for number, at in enumerate(times, start=1)]


CASES: dict[str, tuple[list[datetime], list[datetime]]] = {
    "none": ([], []),
    "three very old ones are the newest three": (
        [_ago(days=2000), _ago(days=1999), _ago(days=1998)],
        [_ago(days=2000), _ago(days=1999), _ago(days=1998)],
    ),
    "all of the last two days": (
        [_ago(minutes=10 * n) for n in range(287, -1, -1)],
        [_ago(minutes=10 * n) for n in range(287, -1, -1)],
    ),
    "of an earlier day the newest": (
        [_ago(days=5, hours=3), _ago(days=5, hours=2), _ago(days=5), *[_ago(hours=1)] * 3],
        [_ago(days=5), *[_ago(hours=1)] * 3],
    ),
    "not one more of a day of which a younger one is kept": (
        [_ago(days=2, hours=1), _ago(days=1, hours=23), *[_ago(hours=1)] * 3],
        [_ago(days=1, hours=23), *[_ago(hours=1)] * 3],
    ),
    "what a clock that was ahead has dated": (
        [_ago(days=-400), *[_ago(hours=1)] * 3],
        [_ago(days=-400), *[_ago(hours=1)] * 3],
    ),
    "the newest three by number, whatever their time says": (
        [_ago(hours=1), _ago(hours=2), _ago(days=900), _ago(days=900), _ago(days=900)],
        [_ago(hours=1), _ago(hours=2), _ago(days=900), _ago(days=900), _ago(days=900)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_kept(name: str) -> None:
    times, wanted = CASES[name]
    stamps = _stamps(*times)
    keeping = kept(NOW, stamps)
    assert [one.at for one in stamps if one.sequence in keeping] == wanted


def test_of_two_years_of_daily_work_it_keeps_days_then_weeks_then_months() -> None:
    stamps = _stamps(*(_ago(days=n) for n in range(730, -1, -1)))
    keeping = kept(NOW, stamps)
    days_back = sorted((NOW - one.at).days for one in stamps if one.sequence in keeping)
    recent, daily = days_back[:2], days_back[2:14]
    weekly, monthly = days_back[14:24], days_back[24:]
    assert recent == [0, 1]
    assert daily == list(range(2, 14))
    assert [later - earlier for earlier, later in pairwise(weekly)] == [7] * 9
    assert len(monthly) == 9
    assert all(28 <= b - a <= 31 for a, b in pairwise(monthly[1:]))
    assert len(days_back) == 2 + 12 + 10 + 9


def test_a_backup_every_ten_minutes_for_a_year_comes_down_to_those_of_two_days_and_31() -> None:
    stamps = _stamps(*(_ago(minutes=10 * n) for n in range(6 * 24 * 365, -1, -1)))
    assert len(kept(NOW, stamps)) == 2 * 24 * 6 + 12 + 10 + 9


@given(st.lists(st.integers(-500_000, 3_000_000), max_size=60), st.integers(0, 10_000))
def test_thinning_again_later_brings_nothing_back_and_keeps_the_newest(
    minutes: list[int], later: int
) -> None:
    stamps = _stamps(*(_ago(minutes=n) for n in minutes))
    keeping = kept(NOW, stamps)
    left = [one for one in stamps if one.sequence in keeping]
    assert kept(NOW, left) == keeping
    assert kept(NOW + timedelta(minutes=later), left) <= keeping
    assert {one.sequence for one in stamps[-3:]} <= keeping
