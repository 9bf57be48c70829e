"""Which backups are kept: many of the last days, fewer the older they are, as in Anki.

Order is that of the sequence numbers, never of the clock, which may have been wrong for a while.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

ALL = timedelta(days=2)
"""Younger ones are all kept."""
DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""Of so many further days, then weeks, then months the newest one is kept."""
NEWEST = 3
"""So many are kept whatever their time says."""


@dataclass(frozen=True)
class Stamp:
    """The number of a backup in the order in which they were made, and when that was."""

    sequence: int
    at: datetime


def kept(now: datetime, stamps: Iterable[Stamp]) -> frozenset[int]:
    """Return the sequence numbers of the backups to keep."""
    newest_first = sorted(stamps, key=lambda stamp: stamp.sequence, reverse=True)
    keeping = {stamp.sequence for stamp in newest_first[:NEWEST]}
    left = {"day": DAILY, "week": WEEKLY, "month": MONTHLY}
    seen: set[tuple[str, str]] = set()
    for stamp in newest_first:
        spans = _spans(stamp.at)
        if now - stamp.at >= ALL:
            due = next((span for span in spans if left[span[0]]), None)
            if due is None or due in seen:
                continue
            left[due[0]] -= 1
        keeping.add(stamp.sequence)
        seen.update(spans)
    return frozenset(keeping)


def _spans(at: datetime) -> tuple[tuple[str, str], ...]:
    """Return the day, the week and the month of a time."""
    return ("day", f"{at:%Y-%m-%d}"), ("week", f"{at:%G-%V}"), ("month", f"{at:%Y-%m}")
