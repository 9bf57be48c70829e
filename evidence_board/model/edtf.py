"""Dates as EDTF text (Library of Congress 2019, ISO 8601-2): level 1 and one-of-a-set.

Examples: 2023-10-05, 2023-10, 2023-10-07~ (approximate), 2023? (uncertain), 2023-10-XX,
2023-21 (spring), 2023-08/2023-10, /2023-10-13 (start unknown), 2023-10-16/.. (open end),
[2023-10-09,2023-09-10] (one of these).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_DAY = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[?~%]?",
    re.ASCII,
)
_WINTER = 24
_SEASONS = range(21, _WINTER + 1)


@dataclass(frozen=True)
class Bounds:
    """The earliest and the latest day that a date may mean; None where that end is unknown."""

    earliest: date | None
    latest: date | None


def bounds(text: str) -> Bounds:
    """Return the day bounds of EDTF text; ValueError says what is wrong with it."""
    if text.startswith("[") and text.endswith("]"):
        return _span([_day(part.strip()) for part in text[1:-1].split(",")])
    if "/" in text:
        start, _, end = text.partition("/")
        first, last = _end(start), _end(end)
        if not (first.earliest or last.latest):
            raise ValueError(f"{text!r} names neither a start nor an end")
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
    return Bounds(min(starts), max(ends))


def _day(text: str) -> Bounds:
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a date such as 2023-10-05, 2023-10 or 2023-10~")
    year, month, day = found["year"], found["month"], found["day"]
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1:
        raise ValueError(f"{text!r} has no year 1 to 9999")
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError(f"{text!r} gives a day but no month")
        return Bounds(date(low, 1, 1), date(high, 12, 31))
    if day is None and int(month) in _SEASONS:
        return _season(low, high, int(month))
    if not 1 <= int(month) <= 12:
        raise ValueError(f"{text!r} has no month 1 to 12")
    if day in (None, "XX"):
        return Bounds(date(low, int(month), 1), _last_day(high, int(month)))
    return _same_day(text, range(low, high + 1), int(month), int(day))


def _season(low: int, high: int, season: int) -> Bounds:
    """Return the whole year: in which hemisphere is not said. A winter may end in the next one."""
    into_next = season == _WINTER and high < MAXYEAR
    return Bounds(date(low, 1, 1), _last_day(high + 1, 2) if into_next else date(high, 12, 31))


def _same_day(text: str, years: range, month: int, day: int) -> Bounds:
    """Return the first and the last of the years that have this day (29 February has few)."""
    found = [year for year in years if 1 <= day <= calendar.monthrange(year, month)[1]]
    if not found:
        raise ValueError(f"{text!r} is a day that the calendar does not have")
    return Bounds(date(found[0], month, day), date(found[-1], month, day))


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _valid(text: str) -> str:
    bounds(text)
    return text


Edtf = Annotated[str, StringConstraints(max_length=200), AfterValidator(_valid)]
"""A field that holds EDTF text."""
