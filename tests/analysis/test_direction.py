"""Which of two sources came first, by their dates alone."""

import pytest

from evidence_board.analysis.direction import later_of
from evidence_board.model.source import Source


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2023-10-09", "2023-10-17", 1),
        ("2023-10-17", "2023-10-09", 0),
        ("2023-10-17", "2023-10-17", None),
        ("2023-10", "2023-10-17", None),
        ("2023-11", "2023-10-17", 0),
        ("[2023-10-09,2023-09-10]", "2023-10-08", None),
        ("../2023-10-01", "2023-10-02", 1),
        (None, "2023-10-17", None),
        ("2023-10-17", None, None),
    ],
)
def test_only_dates_that_cannot_be_the_same_day_tell_who_came_later(
    one: str | None, other: str | None, later: int | None
) -> None:
    both = (Source(title="A", published=one), Source(title="B", published=other))
    assert later_of(*both) is (both[later] if later is not None else None)
