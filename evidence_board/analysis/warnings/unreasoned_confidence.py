"""A confidence without a written reason cannot be exported (tradecraft, section 2)."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry

KIND = "confidence-without-reason"


def find(inquiry: Inquiry) -> Found:
    """Yield the claims in which a confidence stands alone."""
    for row in inquiry.claims:
        if row.confidence is not None and not row.reason.strip():
            yield Finding(KIND, (row.id,), (row.confidence,))


def tell(view: Investigation, finding: Finding) -> str:
    """Say it in the words of the release check."""
    return f"{mark(view.find(finding.records[0]))} has a confidence without a reason."
