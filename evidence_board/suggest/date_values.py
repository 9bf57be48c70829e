"""What a date stands for: days, months and stretches of time, counted from a day."""

import calendar
from datetime import date, timedelta

from evidence_board.suggest.calendar_words import SEASONS, month_number

_NEAR = 3  # months ahead in which an event without a hint is still to come


def day_of(
    day: str, month: str, year: str | None, base: date | None, ahead: bool | None
) -> date | None:
    """Return a day; without a year the one nearest to `base` in the direction that words tell.

    None where there is neither year nor base; ValueError for a day that no calendar has.
    """
    number = int("".join(figure for figure in day if figure.isdigit()))
    of = month_number(month)
    if year is not None:
        return date(int(year), of, number)
    if base is None:
        date(2024, of, number)
        return None
    days = [
        date(base.year + step, of, number)
        for step in (-1, 0, 1)
        if _exists(base.year + step, of, number)
    ]
    return _choose(days, base, ahead)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]


def _choose(days: list[date], base: date, ahead: bool | None) -> date:
    if not days:
        raise ValueError
    past = [day for day in days if day <= base + timedelta(days=1)]
    coming = [day for day in days if day >= base]
    if ahead and coming:
        return coming[0]
    if ahead is False and past:
        return past[-1]
    return min(days, key=lambda day: abs((day - base).days))


def year_of_month(month: int, base: date, relative: str, ahead: bool | None) -> int:
    """Return the year that a month without one belongs to."""
    if relative in ("last year", "this year", "next year"):
        return base.year + ("last year", "this year", "next year").index(relative) - 1
    if relative == "this":
        return base.year
    if relative == "last":
        return base.year if month < base.month else base.year - 1
    if relative in ("next", "until", "by") or ahead:
        return base.year if month >= base.month else base.year + 1
    if relative == "before" and ahead is None:
        return base.year if month > base.month else base.year + 1
    if ahead is None and 0 < month - base.month <= _NEAR:
        return base.year
    return base.year if month <= base.month else base.year - 1


def part_of_month(year: int, month: int, part: str) -> str:
    """Return a month, or a third of it: the 11th to the 20th is its middle, approximately."""
    last = calendar.monthrange(year, month)[1]
    head, part = f"{year:04}-{month:02}", part.casefold()
    if part in ("early", "beginning of", "start of"):
        return f"{head}-01~/{head}-10~"
    if part in ("mid", "middle of"):
        return f"{head}-11~/{head}-20~"
    if part == "late":
        return f"{head}-21~/{head}-{last}~"
    if part in ("end of", "end"):
        return f"{head}-{last}~"
    return head


def weekday(base: date, number: int, relative: str, ahead: bool | None) -> date:
    """Return the day with this number of the week that the words mean."""
    back = (base.weekday() - number) % 7
    if relative == "last":
        return base - timedelta(days=back or 7)
    if relative in ("next", "coming", "this coming") or (ahead and relative != "this"):
        return base + timedelta(days=(7 - back) % 7 or 7)
    if relative == "this":
        return base + timedelta(days=number - base.weekday())
    return base - timedelta(days=back)


def stretch(base: date, unit: str, step: int) -> str:
    """Return the week, month, year, weekend or season that lies `step` from that of `base`."""
    if unit == "year":
        return f"{base.year + step:04}"
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit in SEASONS:
        return f"{base.year + step:04}-{SEASONS[unit]}"
    monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * step)
    if unit == "weekend":
        return f"{monday + timedelta(days=5)}/{monday + timedelta(days=6)}"
    return f"{monday}/{monday + timedelta(days=6)}"


def years_to_season(season: str, base: date, ahead: bool | None) -> int:
    """Return how many years from now the season lies that "in the autumn" means."""
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[SEASONS[season]]
    if base.month < begins:
        return 0 if ahead else -1
    return 1 if ahead and base.month >= begins + 3 else 0


def before(base: date, count: int, unit: str) -> str:
    """Return when it was so many days, weeks, months or years before; only days are exact."""
    if unit == "day":
        return (base - timedelta(days=count)).isoformat()
    if unit in ("week", "fortnight"):
        return (base - timedelta(days=count * (14 if unit == "fortnight" else 7))).isoformat() + "~"
    if unit == "month":
        months = base.year * 12 + base.month - 1 - count
        return f"{months // 12:04}-{months % 12 + 1:02}~"
    year = base.year - count * (10 if unit == "decade" else 1)
    if year < 1:
        raise ValueError
    return f"{year:04}~"
