"""Dates as EDTF text: their earliest and latest day, and what is no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.model.edtf import Bounds, bounds, sort_key

BOUNDS = [
    ("2023-10-05", "2023-10-05", "2023-10-05"),
    ("2023-10", "2023-10-01", "2023-10-31"),
    ("2023", "2023-01-01", "2023-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2023-10-07~", "2023-10-07", "2023-10-07"),
    ("2023-10?", "2023-10-01", "2023-10-31"),
    ("2023%", "2023-01-01", "2023-12-31"),
    ("2023-10-XX", "2023-10-01", "2023-10-31"),
    ("2023-XX", "2023-01-01", "2023-12-31"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("201X-02-29", "2012-02-29", "2016-02-29"),
    ("19XX-02-29", "1904-02-29", "1996-02-29"),
    ("2023-21", "2023-01-01", "2023-12-31"),
    ("2023-24", "2023-01-01", "2024-02-29"),
    ("9999-24", "9999-01-01", "9999-12-31"),
    ("2023-08/2023-10", "2023-08-01", "2023-10-31"),
    ("2023-08-15/2023-08-15", "2023-08-15", "2023-08-15"),
    ("2023~/2024-06?", "2023-01-01", "2024-06-30"),
    ("/2023-10-13", None, "2023-10-13"),
    ("../2023-10-13", None, "2023-10-13"),
    ("2023-10-16/..", "2023-10-16", None),
    ("2023-10-16/", "2023-10-16", None),
    ("[2023-10-09,2023-09-10]", "2023-09-10", "2023-10-09"),
    ("[2023, 2021-05]", "2021-05-01", "2023-12-31"),
    ("0001-01-01", "0001-01-01", "0001-01-01"),
]
NO_DATES = [
    *(
        "",
        " ",
        "soon",
        "2023-13",
        "2023-00",
        "2023-02-29",
        "2023-02-30",
        "2023-04-31",
        "2023-10-32",
    ),
    *("2023-10-00", "0000", "00XX", "23", "2023-1", "2023-10-5", "2023/10/05", "05.10.2023"),
    *("2023-XX-05", "20X3", "2023-1X", "2023-10-05T12:00:00Z", "2023-10-05 ", "~2023", "2023??"),
    *("/", "../..", "..", "/..", "2023-10/2023-09", "2023-10-05/2023-10-04", "2023/2024/2025"),
    *(
        "[]",
        "[2023",
        "2023]",
        "[2023,]",
        "[[2023]]",
        "[2023/2024]",
        "２０２３",
        "٢٠٢٣-١٠",
        "2023-21-05",
    ),
    *("-2023", "Y20230", "2023-25", "[" * 200, "[" + "," * 150 + "]"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS)
def test_a_date_has_the_bounds_of_its_words(
    text: str, earliest: str | None, latest: str | None
) -> None:
    assert bounds(text) == Bounds(
        date.fromisoformat(earliest) if earliest else None,
        date.fromisoformat(latest) if latest else None,
    )


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"^'.*\w+"):
        bounds(text)


@given(st.dates())
def test_a_day_is_its_own_bounds(day: date) -> None:
    assert bounds(day.isoformat()) == Bounds(day, day)
    assert bounds(day.isoformat()[:7]).earliest == day.replace(day=1)


@given(st.text("0123456789X-/.[],~?% ", max_size=24))
def test_any_text_is_a_date_or_a_refusal(text: str) -> None:
    try:
        found = bounds(text)
    except ValueError:
        return
    assert found.earliest or found.latest
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


def test_dates_sort_by_the_earliest_day_then_by_width_and_no_date_last() -> None:
    wanted = [
        *("/2023-09-30", "2023-10-05", "2023-10-05/2023-10-09", "2023-10-05/.."),
        *("2023-11", None),
    ]
    assert sorted(reversed(wanted), key=sort_key) == wanted
