"""A grade for which nobody wrote why: of a claim, or of a source."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.source import Source

KIND = "grade-without-reason"


def find(inquiry: Inquiry) -> Found:
    """Yield the claims and sources whose grade was left without its why."""
    for row in inquiry.claims:
        if row.credibility is not None and not row.credibility_reason.strip():
            yield Finding(KIND, (row.id,), (row.credibility,))
    columns = inquiry.view.columns(Source, "id", "reliability", "reliability_reason")
    for id, letter, reason in zip(*columns, strict=True):
        if letter is not None and not str(reason).strip():
            yield Finding(KIND, (str(id),), (str(letter),))


def tell(view: Investigation, finding: Finding) -> str:
    """Name the grade."""
    return f"{mark(view.find(finding.records[0]))} is graded {finding.words[0]} without a reason."
