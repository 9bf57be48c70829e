"""Which words are meant when the reader is asked to open at a record."""

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.reader.marks import excerpts_of


def can_open(project: Project, record: Record) -> bool:
    """Whether there are words or a picture to read of a record."""
    if isinstance(record, Source):
        return project.capture_of(record.id) is not None
    return excerpt_for(project, record, None, None) is not None


def excerpt_for(
    project: Project, record: Record, source: str | None, here: str | None
) -> Excerpt | None:
    """Return the excerpt that an excerpt, assertion or claim leads to; None if it has none.

    Of the excerpts of a claim the one at which the reader stands (``here``) goes first, then one
    of the source that is read.
    """
    if isinstance(record, Excerpt):
        return record
    if isinstance(record, Assertion):
        held = project.find(record.excerpt) if record.excerpt else None
        return held if isinstance(held, Excerpt) else None
    found = excerpts_of(project, record.id) if isinstance(record, Claim) else ()
    return max(found, key=lambda one: (one.id == here, one.source == source), default=None)
