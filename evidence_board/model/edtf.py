"""Dates as EDTF text (Library of Congress 2019, ISO 8601-2): level 1 and one-of-a-set.

Examples: 2023-10-05, 2023-10, 2023-10-07~ (approximate), 2023? (uncertain), 2023-10-XX,
2023-08/2023-10, /2023-10-13 (start unknown), 2023-10-16/.. (open end),
[2023-10-09,2023-09-10] (one of these).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_DAY = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%]?)"
)


@dataclass(frozen=True)
class Bounds:
    """The earliest and the latest day that a date may mean; None where that end is unknown."""

    earliest: date | None
    latest: date | None


def bounds(text: str) -> Bounds:
    """Return the day bounds of EDTF text; ValueError says what is wrong with it."""
    if text.startswith("[") and text.endswith("]"):
        return _span([bounds(part) for part in text[1:-1].split(",")])
    if "/" in text:
        start, _, end = text.partition("/")
        first, last = _end(start), _end(end)
        if first.earliest and last.latest and first.earliest > last.latest:
            raise ValueError(f"{text!r} ends before it starts")
        return Bounds(first.earliest, last.latest)
    return _day(text)


def sort_key(text: str | None) -> tuple[date, int]:
    """Return a key that sorts by the earliest day, then by width; no date sorts last."""
    if not text:
        return date.max, 0
    both = bounds(text)
    first = both.earliest or both.latest or date.max
    return first, ((both.latest or date.max) - first).days


def _end(text: str) -> Bounds:
    return Bounds(None, None) if text in ("", "..") else _day(text)


def _span(parts: list[Bounds]) -> Bounds:
    starts = [part.earliest for part in parts if part.earliest]
    ends = [part.latest for part in parts if part.latest]
    return Bounds(min(starts, default=None), max(ends, default=None))


def _day(text: str) -> Bounds:
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a date such as 2023-10-05, 2023-10 or 2023-10~")
    year, month, day = found["year"], found["month"], found["day"]
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1:
        raise ValueError(f"{text!r} has no year 1 to 9999")
    months = (1, 12) if month in (None, "XX") else (int(month), int(month))
    if not 1 <= months[0] <= 12:
        raise ValueError(f"{text!r} has no month 1 to 12")
    if day in (None, "XX"):
        return Bounds(date(low, months[0], 1), _last_day(high, months[1]))
    if month == "XX":
        raise ValueError(f"{text!r} gives a day but no month")
    return Bounds(date(low, months[0], int(day)), date(high, months[1], int(day)))


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _valid(text: str) -> str:
    bounds(text)
    return text


Edtf = Annotated[str, StringConstraints(max_length=200), AfterValidator(_valid)]
"""A field that holds EDTF text."""
