"""A whole that is likelier than a part it needs (tradecraft, section 2: warn, do not correct).

A claim needs what it presupposes, and the premises of the only step that supports it.
"""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import SLICE, ClaimRow, Inquiry
from evidence_board.model.scales import SCALES

KIND = "whole-over-part"
Range = tuple[float, float]


def find(inquiry: Inquiry) -> Found:
    """Yield each pair of a whole and a part that it needs and exceeds."""
    for place, row in enumerate(inquiry.links):
        if _is_needed(inquiry, row.to_id, row.group, row.type):
            ends = (row.to_id, row.from_id) if row.type == "supports" else (row.from_id, row.to_id)
            whole, part = (inquiry.by_id.get(one) for one in ends)
            if whole is not None and part is not None and _exceeds(whole, part):
                terms = (str(whole.likelihood), str(part.likelihood))
                yield Finding(KIND, (whole.id, part.id), terms)
        if not place % SLICE:
            yield None


def _is_needed(inquiry: Inquiry, end: str, group: str | None, kind: str) -> bool:
    """Whether the start of a link is needed by its end, or its end by its start."""
    if kind == "presupposes":
        return True
    if kind != "supports" or group is None:
        return False
    return all(one.group == group for one in inquiry.supports[end])


def _exceeds(whole: ClaimRow, part: ClaimRow) -> bool:
    one, other = range_of(whole), range_of(part)
    return one is not None and other is not None and one[0] > other[0] and one[1] > other[1]


def range_of(row: ClaimRow) -> Range | None:
    """Return the range of a likelihood in per cent: as it is stored, else that of its term."""
    if row.likelihood is None:
        return None
    if row.likelihood_range is not None:
        return row.likelihood_range
    terms = (scale.term(row.likelihood) for scale in SCALES.values())
    return next((term.low, term.high) for term in terms if term is not None)


def tell(view: Investigation, finding: Finding) -> str:
    """Name both with their terms."""
    whole, part = (mark(view.find(one)) for one in finding.records)
    one, other = finding.words
    return f"{whole} is judged “{one}”, but {part}, which it needs, is only “{other}”."
