"""Carriers of a claim that lead only back to each other: no origin (tradecraft, section 7)."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry

KIND = "circular"
_BESIDES = ("besides",)
"""It has origins by others: said here, for only who counts knows what is taken for gone."""


def find(inquiry: Inquiry) -> Found:
    """Yield the claims of which some carriers only go round."""
    for id in inquiry.chains.near_loops:
        if inquiry.by_id[id].kind == "reported":
            found = inquiry.origins(id)
            if found.circular:
                yield Finding(KIND, (id,), _BESIDES if found.n_max else ())
        yield None


def tell(view: Investigation, finding: Finding) -> str:
    """Say what that means for the count."""
    (claim,) = finding.records
    known = "they add no origin" if finding.words else "it has no origin"
    return f"Some sources of {mark(view.find(claim))} only cite each other in a circle: {known}."
