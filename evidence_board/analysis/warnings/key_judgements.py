"""Key judgements that nothing supports, or of which likelihood or confidence is not judged."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import ClaimRow, Inquiry

UNSUPPORTED, UNJUDGED = "unsupported", "not-judged"


def find_unsupported(inquiry: Inquiry) -> Found:
    """Yield the key judgements that rest on no words and on no other claim but assumptions."""
    for row in inquiry.key_judgements:
        if row.id not in inquiry.traced and not _is_supported(inquiry, row):
            yield Finding(UNSUPPORTED, (row.id,))


def _is_supported(inquiry: Inquiry, row: ClaimRow) -> bool:
    starts = (link.from_id for link in inquiry.supports.get(row.id, ()))
    return any(inquiry.by_id[one].kind != "assumption" for one in starts)


def find_unjudged(inquiry: Inquiry) -> Found:
    """Yield the key judgements without a likelihood, or without a confidence."""
    for row in inquiry.key_judgements:
        for field, value in (("likelihood", row.likelihood), ("confidence", row.confidence)):
            if value is None:
                yield Finding(UNJUDGED, (row.id,), (field,))


def tell_unsupported(view: Investigation, finding: Finding) -> str:
    """Name it."""
    return f"{mark(view.find(finding.records[0]))} is a key judgement that nothing supports."


def tell_unjudged(view: Investigation, finding: Finding) -> str:
    """Name it and what lacks."""
    claim, field = mark(view.find(finding.records[0])), finding.words[0]
    words = "The likelihood of" if field == "likelihood" else "The confidence in"
    return f"{words} {claim} is not judged."
