"""The records as they were in a former state, found by taking steps of the history back."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain, islice

from evidence_board.analysis.holding import Holding, Incomplete
from evidence_board.brief.shown import shown_records
from evidence_board.brief.state import state_of
from evidence_board.model.change import ChangeSet
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project.past import UNREADABLE
from evidence_board.project.project import Project

_MOST_TRIES = 40
"""So many steps before that time are tried, too: steps may have been undone since."""

Records = dict[str, Record]


def former(project: Project, state: str, at: str) -> Holding | None:
    """Return the records of the state with this hash, which was there at a time (ISO 8601).

    None where the history does not lead there: steps were undone since, or it is not whole.
    """
    records = {one.id: one for kind in KINDS for one in project.all(kind)}
    try:
        ways = chain(_forwards(project, records), _backwards(project, records, at))
        for held in ways:
            view = Holding(held.values())
            if state_of(shown_records(view)) == state:
                return view
    except (Incomplete, *UNREADABLE):
        return None
    return None


def _backwards(project: Project, records: Records, at: str) -> Iterator[Records]:
    """Yield the records as they were at a time, then one step earlier each."""
    moment = datetime.fromisoformat(at)
    done = [step for step in project.steps() if step.state == "done"]
    later = [step for step in done if datetime.fromisoformat(step.at) > moment]
    for step in reversed(later):
        _take(records, project.changes_of(step).inverse())
    yield records
    for step in islice(reversed(done[: len(done) - len(later)]), _MOST_TRIES):
        _take(records, project.changes_of(step).inverse())
        yield records


def _forwards(project: Project, records: Records) -> Iterator[Records]:
    """Yield the records with steps repeated that were taken back."""
    ahead = dict(records)
    undone = [step for step in project.steps() if step.state == "undone"]
    for step in undone[:_MOST_TRIES]:
        _take(ahead, project.changes_of(step))
        yield ahead


def _take(records: Records, changes: ChangeSet) -> None:
    for change in changes.changes:
        if change.after is None:
            records.pop(change.record.id, None)
        else:
            records[change.after.id] = change.after
