"""Sources that retracted or corrected what they said, and what changed (tradecraft, section 7)."""

from evidence_board.analysis.retraction import downstream, fallen, span
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, listed, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.source import Source

RETRACTED, CORRECTED = "retracted", "corrected"
_MOST_TOLD = 4


def find(inquiry: Inquiry) -> Found:
    """Yield the sources that were retracted, with the claims that rest on less by that."""
    for id in _standing(inquiry, "retracted"):
        found = fallen(inquiry.view, id, inquiry.ground)
        words = tuple(f"from {span(one.before)} to {span(one.after)}" for one in found)
        yield Finding(RETRACTED, (id, *(one.claim for one in found)), words)
        yield None


def find_corrected(inquiry: Inquiry) -> Found:
    """Yield the sources that were corrected, with the claims that rest on them."""
    for id in _standing(inquiry, "corrected"):
        claims = downstream(inquiry.view, id, inquiry.ground.muted)
        if claims:
            yield Finding(CORRECTED, (id, *claims))
        yield None


def _standing(inquiry: Inquiry, standing: str) -> list[str]:
    columns = inquiry.view.columns(Source, "number", "id", "standing")
    found = sorted(zip(*columns, strict=True), key=lambda row: (row[0], row[1]))
    return [str(id) for _, id, held in found if held == standing]


def tell(view: Investigation, finding: Finding) -> str:
    """Say which claims rest on how many origins less."""
    source, *claims = finding.records
    told = [
        f"{mark(view.find(claim))} {words}"
        for claim, words in zip(claims[:_MOST_TOLD], finding.words, strict=False)
    ]
    if len(claims) > _MOST_TOLD:
        told.append(f"{len(claims) - _MOST_TOLD} more")
    if not told:
        return f"{mark(view.find(source))} was retracted. No claim rests on less by that."
    return f"{mark(view.find(source))} was retracted. Origins recounted: {listed(told)}."


def tell_corrected(view: Investigation, finding: Finding) -> str:
    """Say which claims have to be looked at again."""
    source, *claims = finding.records
    marks = [mark(view.find(one)) for one in claims[:_MOST_TOLD]]
    if len(claims) > _MOST_TOLD:
        marks.append(f"{len(claims) - _MOST_TOLD} more")
    rest = "rests" if len(claims) == 1 else "rest"
    return (
        f"{mark(view.find(source))} was corrected; {listed(marks)} {rest} on it: look whether "
        "its words still stand."
    )
