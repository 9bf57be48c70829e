"""Open contradictions: two claims that cannot both be true, and nobody has settled either."""

from itertools import chain

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import SLICE, Inquiry

KIND, UNGRADED = "contradiction", "contradiction-ungraded"
_KNOWN = ("1", "2", "3", "4", "5")


def find(inquiry: Inquiry) -> Found:
    """Yield the pairs of which both are graded: one is of equal or better grade than the other."""
    return _of(inquiry, graded=True)


def find_ungraded(inquiry: Inquiry) -> Found:
    """Yield the pairs of which a grade is not known."""
    return _of(inquiry, graded=False)


def _of(inquiry: Inquiry, *, graded: bool) -> Found:
    drawn = ((one.from_id, one.to_id, one.id) for one in inquiry.links if one.type == "contradicts")
    marked = ((row.id, row.negates, "") for row in inquiry.claims if row.negates)
    seen: set[frozenset[str]] = set()
    for place, (start, end, link) in enumerate(chain(drawn, marked)):
        one, other = inquiry.by_id.get(start), inquiry.by_id.get(end)
        if one and other and one.status == other.status == "open" and one is not other:
            grades = (one.credibility or "", other.credibility or "")
            pair = frozenset((start, end))
            if all(one in _KNOWN for one in grades) == graded and pair not in seen:
                seen.add(pair)
                records = (start, end, link) if link else (start, end)
                yield Finding(KIND if graded else UNGRADED, records, grades)
        if not place % SLICE:
            yield None


def tell(view: Investigation, finding: Finding) -> str:
    """Name both with their grades."""
    pair = [view.find(one) for one in finding.records[:2]]
    told = [f"{mark(one)} (graded {getattr(one, 'credibility', '?')})" for one in pair]
    return f"{told[0]} and {told[1]} contradict each other, and neither is settled."


def tell_ungraded(view: Investigation, finding: Finding) -> str:
    """Name both."""
    one, other = (mark(view.find(id)) for id in finding.records[:2])
    return f"{one} and {other} contradict each other, neither is settled, not both are graded."
