"""Timeline: when what is claimed happened, and when it was said, each as far as it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from evidence_board.analysis.dates import edtf_words
from evidence_board.brief.axis import Axis, Tick
from evidence_board.brief.case import Case
from evidence_board.brief.entries import reference_to
from evidence_board.brief.values import Part, Reference
from evidence_board.brief.wording import counted, short
from evidence_board.model.claim import Claim
from evidence_board.model.edtf import bounds, sort_key

TimeKind = Literal["event", "statement"]
ROWS = 18
"""So many claims stand in one figure; there is one figure after the other."""

_TEXT = 84


@dataclass(frozen=True)
class Bar:
    """A time on the axis, from 0 to 1.

    `sure` is False where the date is approximate or one of several; an end that nobody knows
    reaches the edge and is `open_start` or `open_end`.
    """

    kind: TimeKind
    start: float
    end: float
    sure: bool
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class TimelineRow:
    """A claim with its times, drawn and in words."""

    claim: Reference
    text: str
    words: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class TimelineFigure:
    """Some rows over one axis. `alt` says them in words for who cannot see it."""

    ticks: tuple[Tick, ...]
    rows: tuple[TimelineRow, ...]
    alt: str
    caption: str


@dataclass(frozen=True)
class Timeline(Part):
    """The claims that have a time, by that of the event, else of the statement."""

    figures: tuple[TimelineFigure, ...]


def timeline(case: Case) -> Timeline | None:
    """Return the timeline; None while fewer than two claims have a time: then there is none."""
    dated = [one for one in case.claims if (one.event or one.stated) and one.status != "withdrawn"]
    axis = _axis(text for one in dated for text in (one.event, one.stated) if text)
    if len(dated) < 2 or axis is None:
        return None
    dated.sort(key=lambda one: (sort_key(one.event or one.stated), one.number))
    runs = [dated[start : start + ROWS] for start in range(0, len(dated), ROWS)]
    return Timeline(
        tuple(_figure(axis, run, place, len(runs)) for place, run in enumerate(runs, 1))
    )


def _axis(texts: Iterable[str]) -> Axis | None:
    """Return the axis from the first to the last day that is known; None where there is none."""
    days: list[date] = []
    for text in texts:
        both = bounds(text)
        days += [day for day in (both.earliest, both.latest) if day is not None]
    return Axis(min(days), max(days)) if days else None


def _figure(axis: Axis, claims: list[Claim], place: int, of: int) -> TimelineFigure:
    rows = tuple(_row(axis, claim) for claim in claims)
    said = " ".join(f"{row.claim.mark}: {row.words}." for row in rows)
    part = f", part {place} of {of}" if of > 1 else ""
    return TimelineFigure(
        axis.ticks(),
        rows,
        short(f"Timeline of {counted(len(rows), 'claim')}. {said}", 6_000),
        f"Timeline{part}. Each mark leads to its claim.",
    )


def _row(axis: Axis, claim: Claim) -> TimelineRow:
    times: tuple[tuple[TimeKind, str | None], ...] = (
        ("event", claim.event),
        ("statement", claim.stated),
    )
    words = [
        f"event {edtf_words(claim.event)}" if claim.event else "event not dated",
        f"stated {edtf_words(claim.stated)}" if claim.stated else "",
    ]
    return TimelineRow(
        reference_to(claim),
        short(claim.text, _TEXT),
        "; ".join(one for one in words if one),
        tuple(_bar(axis, kind, text) for kind, text in times if text),
    )


def _bar(axis: Axis, kind: TimeKind, text: str) -> Bar:
    both = bounds(text)
    return Bar(
        kind,
        axis.start(both.earliest) if both.earliest else 0.0,
        axis.end(both.latest) if both.latest else 1.0,
        not any(sign in text for sign in "~?%X["),
        both.earliest is None,
        both.latest is None,
    )
