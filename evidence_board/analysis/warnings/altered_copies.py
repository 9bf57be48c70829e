"""Stored copies that are not what was captured: their SHA-256 differs (tradecraft, section 4)."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.capture import Capture

KIND = "altered-copy"


def find(inquiry: Inquiry) -> Found:
    """Yield the sources of which a stored copy or its text was found to be altered."""
    if not inquiry.altered:
        return
    columns = inquiry.view.columns(Capture, "id", "source", "sha256", "text_sha256")
    for id, source, *digests in zip(*columns, strict=True):
        if not inquiry.altered.isdisjoint(map(str, digests)):
            yield Finding(KIND, (str(source), str(id)))


def tell(view: Investigation, finding: Finding) -> str:
    """Say what differs."""
    source = mark(view.find(finding.records[0]))
    return f"The stored copy of {source} is not what was captured: its SHA-256 differs."
