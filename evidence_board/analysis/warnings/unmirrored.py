"""A claim and its marked negation whose terms do not mirror each other (tradecraft, section 2)."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.scales import Scale, Term, scale_of

KIND = "unmirrored"


def find(inquiry: Inquiry) -> Found:
    """Yield each pair of a claim and its negation that are out of step."""
    scale = scale_of(inquiry.view.record.scale)
    for row in inquiry.claims:
        other = inquiry.by_id.get(row.negates or "")
        if other is None or not row.likelihood or not other.likelihood:
            continue
        mirror = mirrored(scale, other.likelihood)
        if mirror is not None and scale.term(row.likelihood) not in (None, mirror):
            words = (row.likelihood, other.likelihood, mirror.word)
            yield Finding(KIND, (row.id, other.id), words)


def mirrored(scale: Scale, word: str) -> Term | None:
    """Return the term for "not so" where a claim has this one; None if it is not on the scale."""
    term = scale.term(word)
    if term is None:
        return None
    return next(one for one in scale.terms if one.cell == 8 - term.cell)


def tell(view: Investigation, finding: Finding) -> str:
    """Name both, and what would mirror."""
    negation, claim = (mark(view.find(one)) for one in finding.records)
    held, other, mirror = finding.words
    return f"{negation} negates {claim} (“{other}”) and is “{held}”: “{mirror}” would mirror it."
