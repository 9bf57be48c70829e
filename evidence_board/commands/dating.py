"""A date of figures that can be read in two ways: which days it may mean, and taking the other."""

from collections.abc import Mapping

from evidence_board.commands import editing
from evidence_board.ingest.dates import dates_in
from evidence_board.model.source import Source
from evidence_board.project.project import Project


def readings(source: Source) -> tuple[str, ...]:
    """Return the days that the date of a source may mean as it was given; nothing for one only.

    These are of the words that the date rests on, else of the form in which it was given first.
    """
    held = source.basis.get("published")
    words = str(held.get("words") or "") if isinstance(held, Mapping) else ""
    for dated in dates_in(words):
        if len(dated.readings) > 1:
            return tuple(day.isoformat() for day in dated.readings)
    for given in (source.as_given.get("published"), source.published):
        text = str(given or "")
        if text.startswith("[") and text.endswith("]") and "," in text:
            return tuple(part.strip() for part in text[1:-1].split(","))
        days = next((one.readings for one in dates_in(text) if len(one.readings) > 1), ())
        if days:
            return tuple(day.isoformat() for day in days)
    return ()


def others(source: Source) -> tuple[str, ...]:
    """Return the readings that were not taken; both while none was."""
    return tuple(day for day in readings(source) if day != source.published)


def next_reading(source: Source) -> str | None:
    """Return the reading after the one that was taken, round the end; None where there is none."""
    days = readings(source)
    if not days:
        return None
    here = days.index(source.published) if source.published in days else -1
    return days[(here + 1) % len(days)]


def take_reading(project: Project, source: Source, day: str) -> Source:
    """Read the date of a source as one of the days that it may mean, as one step.

    The form that was given and the words it rests on stay.
    """
    if day not in readings(source):
        raise ValueError(f"The date of this source does not read as {day}. Type the date instead.")
    return editing.change(project, source, "Take other reading of the date", published=day)
