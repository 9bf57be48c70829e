"""What somebody typed is taken apart into words and filters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.project.asked import LONGEST, MOST_WORDS, Asked, Days, understood

MAY = Days(date(2024, 5, 1), date(2024, 5, 31))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("ferry left", Asked(words=("ferry", "left"))),
        ("kind:claim ferry", Asked(words=("ferry",), kinds=("claim",))),
        ("Kind:Texts kind:hypotheses", Asked(kinds=("text", "hypothesis"))),
        ('tag:"two words" x', Asked(words=("x",), tags=("two words",))),
        ('tag:"open', Asked(tags=("open",))),
        ("source:s3", Asked(sources=("S3",))),
        ("source:Gazette", Asked(sources=("Gazette",))),
        ("grade:b2 grade:A grade:6", Asked(grades=("B2", "A", "6"))),
        ("date:2024-05", Asked(dates=(MAY,))),
        ("date:2024-05..", Asked(dates=(Days(date(2024, 5, 1), None),))),
        ("date:..2024-05", Asked(dates=(Days(None, date(2024, 5, 31)),))),
        ("date:2024-05..2024-05", Asked(dates=(MAY,))),
        ("grade:G date:soon kind:cat", Asked(not_understood=("grade:G", "date:soon", "kind:cat"))),
        ("date:2024..2023 tag:", Asked(not_understood=("date:2024..2023", "tag:"))),
        ('"ferry" AND NOT (x*)', Asked(words=('"ferry"', "AND", "NOT", "(x*)"))),
        ("time:12 a:b", Asked(words=("time:12", "a:b"))),
        ("  ", Asked()),
    ],
)
def test_filters_are_told_from_words(typed: str, asked: Asked) -> None:
    assert understood(typed) == asked


def test_what_is_far_too_long_is_cut() -> None:
    assert understood("x" * 100_000).words == ("x" * LONGEST,)
    assert len(understood(" ".join(map(str, range(50_000)))).words) == MOST_WORDS


@given(st.text(max_size=40))
def test_anything_may_be_typed(typed: str) -> None:
    understood(typed)
