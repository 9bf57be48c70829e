"""Confidence above the ceiling that its basis suggests (tradecraft, section 2)."""

from evidence_board.analysis.ceiling import RANKS, ceiling_of
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.claim import Claim

KIND = "over-ceiling"


def find(inquiry: Inquiry) -> Found:
    """Yield the claims in which the confidence is higher than suggested."""
    for row in inquiry.claims:
        if row.confidence in ("moderate", "high"):
            claim = inquiry.view.get(Claim, row.id)
            found = ceiling_of(inquiry.view, claim, inquiry.ground, inquiry.origins(row.id))
            if RANKS[row.confidence] > RANKS[found.term]:
                yield Finding(KIND, (row.id,), (row.confidence, found.term, found.reason))
            yield None


def tell(view: Investigation, finding: Finding) -> str:
    """Say both, and why."""
    held, ceiling, reason = finding.words
    claim = mark(view.find(finding.records[0]))
    return f"{claim} has {held} confidence; its basis suggests at most {ceiling}. {reason}"
