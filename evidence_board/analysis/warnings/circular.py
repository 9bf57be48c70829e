"""Carriers of a claim that lead only back to each other: no origin (tradecraft, section 7)."""

from evidence_board.analysis.origins import count
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry

KIND = "circular"


def find(inquiry: Inquiry) -> Found:
    """Yield the claims of which some carriers only go round."""
    for id in inquiry.chains.near_loops:
        if inquiry.by_id[id].kind == "reported" and inquiry.origins(id).circular:
            yield Finding(KIND, (id,))
        yield None


def tell(view: Investigation, finding: Finding) -> str:
    """Say what that means for the count."""
    (claim,) = finding.records
    known = "they add no origin" if count(view, claim).n_max else "it has no origin"
    return f"Some sources of {mark(view.find(claim))} only cite each other in a circle: {known}."
