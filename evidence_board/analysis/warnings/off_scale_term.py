"""A likelihood that is not told by one term of the project's scale, as after it was switched."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import ClaimRow, Inquiry
from evidence_board.model.scales import Scale, Term, scale_of

KIND = "off-scale-term"


def find(inquiry: Inquiry) -> Found:
    """Yield the claims with a term of another scale, or with a range that spans two of this one."""
    scale = scale_of(inquiry.view.record.scale)
    for row in inquiry.claims:
        if row.likelihood is not None:
            term, meant = scale.term(row.likelihood), _meant(scale, row)
            if term is None or meant != (term,):
                words = tuple(one.word for one in meant)
                yield Finding(KIND, (row.id,), (row.likelihood, scale.name, *words))


def _meant(scale: Scale, row: ClaimRow) -> tuple[Term, ...]:
    """Return the terms of the scale that a likelihood may mean."""
    if row.likelihood_range is None:
        term = scale.term(row.likelihood or "")
        return (term,) if term is not None else ()
    return scale.spanned(*row.likelihood_range)


def tell(view: Investigation, finding: Finding) -> str:
    """Name term and scale, or the words that the range spans."""
    term, scale, *words = finding.words
    if len(words) > 1:
        names = " and ".join(f"“{one}”" for one in words)
        claim = mark(view.find(finding.records[0]))
        return f"The range of {claim} (“{term}”) spans {names} of the {scale} scale: choose one."
    return f"“{term}” of {mark(view.find(finding.records[0]))} is no term of the {scale} scale."
