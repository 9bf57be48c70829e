"""Which claim is meant when Lineage is asked for from some record."""

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project


def claim_of(project: Project, record: Record) -> str | None:
    """Return the claim that a record is, or the first that has to do with it."""
    match record:
        case Claim():
            return record.id
        case Assertion():
            return record.claim
        case Link():
            end = project.find(record.to_id)
            return record.to_id if isinstance(end, Claim) else record.from_id
        case Source() | Excerpt():
            said = (one for one in project.referrers(record.id) if isinstance(one, Assertion))
            return next((one.claim for one in said), None)
        case _:
            return None
