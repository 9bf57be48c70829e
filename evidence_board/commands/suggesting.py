"""Suggestions over the sources of a project; nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evidence_board.commands.discrepancies import found_in
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.suggest.proposing import of_text
from evidence_board.suggest.reuse import Index
from evidence_board.suggest.suggestion import Suggestion


@dataclass(frozen=True)
class Suggested:
    """A suggestion and the source in whose text it stands."""

    source: Source
    suggestion: Suggestion


def over(project: Project) -> Iterator[Suggested]:
    """Yield what is proposed of each held source, then what two of them share or differ in.

    A date counts from the source's date of publication where that is one day.
    """
    index, held = Index(), {}
    for source in project.all(Source):
        capture = project.capture_of(source.id)
        if capture is None or not capture.text_length:
            continue
        held[source.id] = source
        text = project.text(capture)
        for one in of_text(text, _captured(capture), _day(source.published)):
            yield Suggested(source, one)
        index.add(source.id, text)
    for reuse in index.all_passages():
        yield Suggested(held[reuse.source], reuse)
    for difference in found_in(project):
        yield Suggested(project.get(Source, difference.source), difference)


def _captured(capture: Capture) -> date:
    """Return the day of capture: what is dated later was not published by then."""
    return _day(capture.captured_at[:10]) or date.max


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
