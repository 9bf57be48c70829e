"""Credibility 1 without two groups that each observed the claim itself (tradecraft, section 3)."""

from evidence_board.analysis.credibility import not_confirmed
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.claim import Claim

KIND = "not-confirmed"


def find(inquiry: Inquiry) -> Found:
    """Yield the claims that are graded 1 and may not be."""
    for row in inquiry.claims:
        if row.credibility == "1":
            claim = inquiry.view.get(Claim, row.id)
            reason = not_confirmed(inquiry.view, claim, inquiry.ground)
            if reason:
                yield Finding(KIND, (row.id,), (reason,))
            yield None


def tell(view: Investigation, finding: Finding) -> str:
    """Say what lacks."""
    return f"{mark(view.find(finding.records[0]))} is graded 1. {finding.words[0]}"
