"""High confidence that rests on origins of unknown reliability alone (tradecraft, section 3)."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.source import Source

KIND = "high-on-unknown"


def find(inquiry: Inquiry) -> Found:
    """Yield the claims with high confidence of which no origin can be judged."""
    for row in inquiry.claims:
        if row.confidence == "high":
            letters = _letters(inquiry, row.id)
            if letters and letters <= {"F"}:
                yield Finding(KIND, (row.id,))
            yield None


def _letters(inquiry: Inquiry, claim: str) -> set[str]:
    """Return the grades of the origins of a claim; of a group, those of its members."""
    found: set[str] = set()
    for id in inquiry.origins(claim).groups:
        record = inquiry.view.find(id)
        several = inquiry.view.referrers(id) if not isinstance(record, Source) else (record,)
        found |= {one.reliability or "F" for one in several if isinstance(one, Source)}
    return found


def tell(view: Investigation, finding: Finding) -> str:
    """Name it."""
    claim = mark(view.find(finding.records[0]))
    return f"{claim} has high confidence, but the reliability of all its origins is unknown."
