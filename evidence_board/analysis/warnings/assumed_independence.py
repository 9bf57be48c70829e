"""Counts that rest on independence nobody has shown (tradecraft, sections 3 and 7)."""

from collections.abc import Iterator

from evidence_board.analysis.titles import origin_named
from evidence_board.analysis.verdicts import Paired, pairs_of
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, listed, mark
from evidence_board.analysis.warnings.inquiry import ClaimRow, Inquiry

KIND, UNJUDGED, ASSUMED = "leans-on-assumed", "independence-not-judged", "independence-assumed"
_MOST_NAMED = 2


def find(inquiry: Inquiry) -> Found:
    """Yield what is confirmed, or held with high confidence, on independence that is assumed."""
    for row in _leaning(inquiry):
        yield from _of(inquiry, row, KIND, "assumed")
        yield None


def find_unjudged(inquiry: Inquiry) -> Found:
    """Yield the same of which origins nobody has judged whether they are independent."""
    for row in _leaning(inquiry):
        yield from _of(inquiry, row, UNJUDGED, None)
        yield None


def find_assumed(inquiry: Inquiry) -> Found:
    """Yield the other claims of which origins count apart by an assumption."""
    if not any(one.verdict == "assumed" for one in inquiry.verdicts.values()):
        return
    for row in inquiry.claims:
        if not _leans(row):
            yield from _of(inquiry, row, ASSUMED, "assumed")
        yield None


def _leaning(inquiry: Inquiry) -> Iterator[ClaimRow]:
    return (row for row in inquiry.claims if _leans(row))


def _leans(row: ClaimRow) -> bool:
    return row.status != "withdrawn" and (row.credibility == "1" or row.confidence == "high")


def _of(inquiry: Inquiry, row: ClaimRow, kind: str, verdict: str | None) -> Found:
    groups = inquiry.origins(row.id).groups
    found = [one for one in pairs_of(groups, inquiry.verdicts) if one.verdict == verdict]
    if found:
        yield Finding(kind, (row.id,), tuple(sorted(map(_told, found))))


def _told(pair: Paired) -> str:
    return " ".join(sorted(pair.ids))


def tell(view: Investigation, finding: Finding) -> str:
    """Say what leans on which assumption."""
    claim = view.find(finding.records[0])
    lean = "is graded 1" if getattr(claim, "credibility", "") == "1" else "has high confidence"
    return f"{mark(claim)} {lean}; that {_named(view, finding)} are independent is assumed."


def tell_unjudged(view: Investigation, finding: Finding) -> str:
    """Say of which origins it is not judged."""
    claim = view.find(finding.records[0])
    lean = "is graded 1" if getattr(claim, "credibility", "") == "1" else "has high confidence"
    return f"{mark(claim)} {lean}; whether {_named(view, finding)} are independent is not judged."


def tell_assumed(view: Investigation, finding: Finding) -> str:
    """Say which origins count apart."""
    claim = mark(view.find(finding.records[0]))
    return f"{claim} counts {_named(view, finding)} apart: their independence is assumed."


def _named(view: Investigation, finding: Finding) -> str:
    """Return the pairs by name; of many the first and how many more."""
    pairs = [_in_order(view, one.split(" ")) for one in finding.words]
    told = [" and ".join(origin_named(id, view) for id in pair) for pair in pairs[:_MOST_NAMED]]
    if len(pairs) > _MOST_NAMED:
        told.append(f"{len(pairs) - _MOST_NAMED} more pairs")
    return listed(told) if len(pairs) == 1 else "; ".join(told)


def _in_order(view: Investigation, ids: list[str]) -> list[str]:
    return sorted(ids, key=lambda id: (getattr(view.find(id), "number", 0), id))
