"""Figures of two places that tell of one thing: whether they fit, by tradecraft's verdicts."""

import pytest

from evidence_board.model.discrepancy import Verdict
from evidence_board.suggest.discrepancies import Compared, Marked, discrepancies
from evidence_board.suggest.measures import Amount, verdict
from evidence_board.suggest.suggestion import Difference


def differences(one: str, other: str, *, same_claim: bool = True) -> tuple[Difference, ...]:
    """Return what is proposed of two excerpts."""
    here, there = Marked("x1", "s1", 100, one), Marked("x2", "s2", 0, other)
    return tuple(discrepancies([Compared(here, there, same_claim)]))


def exactly(value: float, unit: str, half: float = 0.5) -> Amount:
    return Amount(value, value - half, value + half, unit, "exact")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (exactly(200, "km"), exactly(125, "mi"), "agree after conversion and rounding"),
        (exactly(50, "mi"), exactly(100, "km"), "conflict"),
        (exactly(62, "mi"), exactly(100, "km"), "agree after conversion and rounding"),
        (exactly(1, "km"), exactly(1000, "m"), "equal"),
        (exactly(200, "km"), exactly(200, "km"), "equal"),
        (exactly(200, "km"), exactly(5, "t"), "different measurand"),
        (exactly(4.1e9, "USD", 5e7), exactly(4e9, "USD", 5e8), "compatible"),
        (exactly(32, "°F"), exactly(0, "°C"), "equal"),
        (exactly(70, "railcars"), exactly(73, "railcars"), "conflict"),
        (
            Amount(73, 69.35, 76.65, "railcars", "about"),
            exactly(70, "railcars"),
            "compatible",
        ),
        (Amount(5000, 5000, None, "homes", "more than"), exactly(6200, "homes"), "compatible"),
        (
            Amount(100, 100, None, "men", "more than"),
            Amount(100, 0, 100, "men", "up to"),
            "conflict",
        ),
        (Amount(None, 24, 99, "boats", "indefinite"), exactly(200, "boats"), "conflict"),
        (exactly(10, "USD"), exactly(10, "EUR"), "different measurand"),
    ],
)
def test_two_amounts_have_a_verdict(one: Amount, other: Amount, expected: Verdict) -> None:
    assert verdict(one, other) == expected
    assert verdict(other, one) == expected


def test_kilometres_and_miles_of_one_place_agree_after_conversion_and_rounding() -> None:
    (found,) = differences(
        "The depot is 200 kilometres from the border.", "a depot about 125 miles from the border"
    )
    assert found.verdict == "agree after conversion and rounding"
    assert (found.span.exact, found.other.exact) == ("200 kilometres", "about 125 miles")
    assert found.span.start == 113
    assert found.about == "unit"
    assert "124.3 mi" in found.reason
    assert "steps of 25" in found.reason


def test_numbers_of_one_thing_among_other_words_are_different_measurands() -> None:
    (found,) = differences(
        "Photographs show that dozens of containers were loaded onto trains at the port.",
        "The ministry accused its neighbour of sending more than 1,000 containers of arms.",
    )
    assert found.verdict == "different measurand"


def test_numbers_of_one_thing_among_the_same_words_conflict() -> None:
    (found,) = differences(
        "The ferry had 340 passengers aboard when it ran aground near Lowry.",
        "It ran aground near Lowry with 290 passengers aboard the ferry.",
        same_claim=False,
    )
    assert (found.verdict, found.about) == ("conflict", "value")


def test_a_range_that_holds_the_other_figure_is_compatible() -> None:
    (found,) = differences(
        "More than 5,000 homes were flooded along the river.",
        "The river flooded 6,200 homes along its banks.",
    )
    assert found.verdict == "compatible"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge is 200 metres long.", "A bridge 200 metres long."),
        ("The bridge is 200 metres long.", "The mayor is 40 years old."),
        ("The train was 200 metres long.", "The mayor lives 5 kilometres away, 2 miles north."),
        ("Nobody counted.", "Ten lorries crossed."),
        ("It happened on 3 March 2026.", "It happened on 4 March 2026."),
    ],
)
def test_what_fits_or_tells_of_other_things_is_not_proposed(one: str, other: str) -> None:
    assert differences(one, other) == ()


def test_each_figure_is_compared_with_the_one_that_has_most_words_in_common() -> None:
    found = differences(
        "The wall is 3 metres high and 400 metres long.",
        "A wall that is 500 metres long and 3 metres high.",
    )
    assert [(one.span.exact, one.other.exact) for one in found] == [("400 metres", "500 metres")]
