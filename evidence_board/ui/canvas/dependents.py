"""Which cards look different after a change: those of other records that show something of it."""

from collections.abc import Iterator

from evidence_board.analysis.clashes import rivals
from evidence_board.analysis.misfits import claims_of, misfits
from evidence_board.analysis.tags import tagged
from evidence_board.model.assertion import Assertion
from evidence_board.model.change import Change
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.note import Tag, Tagging
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project


def dependents(change: Change, project: Project) -> Iterator[str]:
    """Yield the ids of the records whose faces may differ, the changed one among them."""
    for one in (change.before, change.after):
        if one is not None:
            yield from _of(one, project)


def _of(record: Record, project: Project) -> Iterator[str]:
    match record:
        case Claim():
            yield record.id
            yield from (one.id for one in rivals(project, record))
            yield from _at_odds(record, project)
        case Source():
            yield record.id
            yield from (one.id for one in project.referrers(record.id) if isinstance(one, Excerpt))
        case Excerpt():
            yield record.id
            said = (one for one in project.referrers(record.id) if isinstance(one, Assertion))
            yield from (one.claim for one in said)
        case Link():
            yield from (record.from_id, record.to_id)
        case Assertion():
            yield from (record.claim, record.source)
        case Discrepancy():
            yield from claims_of(project, record)
        case Tagging():
            yield record.record
        case Tag():
            yield from tagged(project, record.id)
        case _:
            yield record.id


def _at_odds(claim: Claim, project: Project) -> Iterator[str]:
    """Yield the claims whose words do not fit this one's: settling it may settle both."""
    if project.count(Discrepancy):
        for one in misfits(project, claim):
            yield from claims_of(project, one)
