"""Dates as the press writes them, to EDTF; a date of figures alone keeps every reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH = (
    r"(?P<month{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<year{n}>(?:1[6-9]|20|21)\d\d)(?!\d)"
_DAY = r"(?P<day{n}>[0-3]?\d)(?:st|nd|rd|th)?"

_FORMS = (
    rf"{_WEEKDAY}(?<!\d){_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}".replace("{n}", "1"),
    rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}".replace("{n}", "2"),
    rf"(?<![\d/.-]){_YEAR}(?P<mark3>[-/.])(?P<month3>[01]?\d)(?P=mark3)(?P<day3>[0-3]?\d)"
    r"(?![\d/-])(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?".replace("{n}", "3"),
    rf"(?<![\d/.-])(?P<one4>[0-3]?\d)(?P<mark4>[-/.])(?P<two4>[0-3]?\d)(?P=mark4){_YEAR}".replace(
        "{n}", "4"
    ),
)
DATE = "|".join(f"(?:{form})" for form in _FORMS)
"""A pattern for a whole date, to be used once in a pattern, ignoring case."""

_WHOLE = re.compile(DATE, re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"\b{_MONTH},?\s+{_YEAR}".replace("{n}", "5"), re.IGNORECASE)


@dataclass(frozen=True)
class Dated:
    """A date in a text: its words, where they stand, and the days that they may mean."""

    words: str
    start: int
    end: int
    readings: tuple[date, ...]

    @property
    def edtf(self) -> str:
        """The date as EDTF: one day, or one of a set."""
        days = [day.isoformat() for day in self.readings]
        return days[0] if len(days) == 1 else f"[{','.join(days)}]"


def dates_in(text: str) -> Iterator[Dated]:
    """Yield each whole date in the text; days that no calendar has are passed over."""
    for found in _WHOLE.finditer(text):
        if readings := _readings(found):
            yield Dated(found[0], found.start(), found.end(), readings)


def month_in(text: str) -> str | None:
    """Return a month and year without a day, such as 2021-03, when the text begins with one."""
    found = _MONTH_ONLY.match(text)
    return f"{found['year5']}-{_number_of(found['month5']):02}" if found else None


def _readings(found: re.Match[str]) -> tuple[date, ...]:
    for form in "123":
        if year := found[f"year{form}"]:
            month = found[f"month{form}"]
            number = int(month) if month.isdigit() else _number_of(month)
            return _days((int(year), number, int(found[f"day{form}"])))
    year, one, two = int(found["year4"]), int(found["one4"]), int(found["two4"])
    return _days((year, two, one), (year, one, two))


def _days(*candidates: tuple[int, int, int]) -> tuple[date, ...]:
    days: list[date] = []
    for year, month, day in candidates:
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate not in days:
            days.append(candidate)
    return tuple(days)


def _number_of(month: str) -> int:
    return _MONTHS.index(month.casefold()[:3]) // 4 + 1
