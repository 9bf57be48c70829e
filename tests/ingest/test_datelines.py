"""Datelines: the place where a wire story was written, and nothing that only looks like one."""

from datetime import date

import pytest

from evidence_board.ingest.bibliography import propose

TOLD = "The old bridge of the town was closed on Monday after a crack was found in it, they said."


def found(first: str) -> tuple[object, str] | None:
    text = f"Bridge closed after crack\n\nBy Anna Reed\n\n{first}{TOLD}\n"
    proposal = propose(text, date(2026, 1, 1)).get("dateline")
    return (proposal.value, proposal.words) if proposal is not None else None


@pytest.mark.parametrize(
    ("first", "place"),
    [
        ("HARWICK — ", "HARWICK"),
        ("KYIV, Oct 16 (Reuters) - ", "KYIV"),
        ("SEOUL, South Korea (AP) — ", "SEOUL, South Korea"),
        ("WASHINGTON (Reuters) – ", "WASHINGTON"),
        ("NEW DELHI, 16 October 2023 -- ", "NEW DELHI"),
        ("ST. JOHN'S, Newfoundland — ", "ST. JOHN'S, Newfoundland"),
    ],
)
def test_a_place_in_capitals_before_a_dash_is_the_dateline(first: str, place: str) -> None:
    told = found(first)
    assert told == (place, place)


@pytest.mark.parametrize(
    "first",
    [
        *("", "BREAKING — ", "UPDATE - ", "OPINION — ", "LIVE UPDATES — ", "UN — ", "Harwick — "),
        *("He said - ", "IT-WORKS is a name. "),
    ],
)
def test_what_is_no_place_is_left(first: str) -> None:
    assert found(first) is None


def test_no_line_takes_long() -> None:
    for words in ("A" * 50_000, "A, " * 20_000, "AB. " * 20_000, "A B - " * 20_000):
        propose(f"{words} {TOLD}", date(2026, 1, 1))
