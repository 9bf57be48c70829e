"""A link without a reason: it needs one before it enters a brief (tradecraft, section 5)."""

from evidence_board.analysis.titles import words_of
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.link import Link

KIND = "link-without-reason"


def find(inquiry: Inquiry) -> Found:
    """Yield the links that nobody gave a reason."""
    for row in inquiry.links:
        if not row.reason.strip():
            yield Finding(KIND, (row.id,))


def tell(view: Investigation, finding: Finding) -> str:
    """Name both ends."""
    link = view.find(finding.records[0])
    words = words_of(link, view) if isinstance(link, Link) else "that is gone"
    return f"The link “{words}” has no reason."
