"""Excerpts whose words do not stand in the newest text of their source any more (section 4)."""

from evidence_board.analysis.anchoring import anchor
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.excerpt import Excerpt

KIND = "orphan"


def find(inquiry: Inquiry) -> Found:
    """Yield the excerpts that are orphaned, one text after the other; none without texts."""
    if inquiry.text_of is None:
        return
    ids, sources, regions = inquiry.view.columns(Excerpt, "id", "source", "region")
    by_source: dict[str, list[str]] = {}
    for id, source, region in zip(ids, sources, regions, strict=True):
        if region is None:
            by_source.setdefault(str(source), []).append(str(id))
    for source, excerpts in by_source.items():
        capture = inquiry.view.capture_of(source)
        text = inquiry.text_of(capture) if capture is not None else None
        for id in excerpts if text is not None else ():
            if anchor(inquiry.view.get(Excerpt, id), text or "") is None:
                yield Finding(KIND, (id, source))
        yield None


def tell(view: Investigation, finding: Finding) -> str:
    """Say what is gone from where."""
    excerpt, source = (mark(view.find(one)) for one in finding.records)
    return f"The words of {excerpt} are not in the text of {source} any more: mark them anew."
