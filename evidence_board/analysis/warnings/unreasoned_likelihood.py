"""A likelihood for which nobody wrote why (tradecraft, section 11, story 10)."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry

KIND = "likelihood-without-reason"


def find(inquiry: Inquiry) -> Found:
    """Yield the claims with a likelihood that was left without its why."""
    for row in inquiry.claims:
        if row.likelihood is not None and not row.likelihood_reason.strip():
            yield Finding(KIND, (row.id,), (row.likelihood,))


def tell(view: Investigation, finding: Finding) -> str:
    """Name the term."""
    claim = mark(view.find(finding.records[0]))
    return f"{claim} is judged “{finding.words[0]}” without a reason."
