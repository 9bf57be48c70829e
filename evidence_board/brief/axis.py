"""The axis of a timeline: the days it spans, and the days on it that are named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from evidence_board.analysis.dates import MONTHS

MOST = 5
"""So many days of an axis are named at most."""

_DAYS = 45
"""Up to so many days days are named, beyond months and years."""

_DAY_STEPS = (1, 2, 5, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 25, 50, 100, 500, 1_000, 2_000)


@dataclass(frozen=True)
class Tick:
    """A day that is named, and how far along the axis it is, from 0 to 1."""

    at: float
    words: str


@dataclass(frozen=True)
class Axis:
    """The days from the first to the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1

    def start(self, day: date) -> float:
        """Return how far along the beginning of a day is."""
        return (day - self.first).days / self.days

    def end(self, day: date) -> float:
        """Return how far along the end of a day is."""
        return ((day - self.first).days + 1) / self.days

    def ticks(self) -> tuple[Tick, ...]:
        """Return the named days: days, months or years, as many as there is room for."""
        for found in self._candidates():
            if len(found) <= MOST:
                return found
        return ()

    def _candidates(self) -> Iterator[tuple[Tick, ...]]:
        if self.days <= _DAYS:
            yield from (tuple(self._in_days(step)) for step in _DAY_STEPS)
        if self.days <= _MONTH_STEPS[-1] * MOST * 31:
            yield from (tuple(self._in_months(step)) for step in _MONTH_STEPS)
        yield from (tuple(self._in_years(step)) for step in _YEAR_STEPS)

    def _in_days(self, step: int) -> Iterator[Tick]:
        for passed in range(0, self.days, step):
            day = self.first + timedelta(days=passed)
            yield Tick(self.start(day), f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}")

    def _in_months(self, step: int) -> Iterator[Tick]:
        months = range(self.first.year * 12 + self.first.month - 1, 12 * (self.last.year + 1), step)
        for month in months:
            day = date(month // 12, month % 12 + 1, 1)
            if self.first <= day <= self.last:
                yield Tick(self.start(day), f"{MONTHS[day.month - 1][:3]} {day.year}")

    def _in_years(self, step: int) -> Iterator[Tick]:
        start = -(-self.first.year // step) * step
        for year in range(max(start, 1), self.last.year + 1, step):
            day = date(year, 1, 1)
            if day >= self.first:
                yield Tick(self.start(day), str(year))
