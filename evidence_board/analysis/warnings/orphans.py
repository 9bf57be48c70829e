"""Excerpts whose words do not stand in the newest text of their source any more (section 4)."""

from collections.abc import Callable

from evidence_board.analysis.anchoring import anchor
from evidence_board.analysis.view import Columned, Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt

KIND = "orphan"
Words = tuple[str, str, str]
"""The id of an excerpt, where its words begin, and the words."""


def find(inquiry: Inquiry) -> Found:
    """Yield the excerpts that are orphaned, one text after the other; without texts, those known.

    What is known to be orphaned was looked for before, by whoever has the texts.
    """
    if inquiry.text_of is None:
        columns = inquiry.view.columns(Excerpt, "id", "source")
        for id, source in zip(*columns, strict=True):
            if id in inquiry.orphaned:
                yield Finding(KIND, (str(id), str(source)))
        return
    columns = inquiry.view.columns(Excerpt, "source", "id", "start", "exact", "region")
    by_source: dict[str, list[Words]] = {}
    for source, id, start, exact, region in zip(*columns, strict=True):
        if region is None:
            by_source.setdefault(str(source), []).append((str(id), str(start), str(exact)))
    for source, excerpts in by_source.items():
        capture = inquiry.view.capture_of(source)
        if capture is not None:
            _look(inquiry, capture, excerpts)
            for one in excerpts:
                if not inquiry.anchored[capture.text_sha256, one]:
                    yield Finding(KIND, (one[0], source))
        yield None


def orphaned(view: Columned, text_of: Callable[[Capture], str]) -> frozenset[str]:
    """Return the ids of the excerpts whose words are gone from the newest text of their source."""
    found = find(Inquiry(view, text_of=text_of))
    return frozenset(one.records[0] for one in found if one is not None)


def _look(inquiry: Inquiry, capture: Capture, excerpts: list[Words]) -> None:
    """Find out whether words stand in a text, where that is not known: the text is read for it."""
    new = [one for one in excerpts if (capture.text_sha256, one) not in inquiry.anchored]
    if new and inquiry.text_of is not None:
        text = inquiry.text_of(capture)
        for one in new:
            there = anchor(inquiry.view.get(Excerpt, one[0]), text) is not None
            inquiry.anchored[capture.text_sha256, one] = there


def tell(view: Investigation, finding: Finding) -> str:
    """Say what is gone from where."""
    excerpt, source = (mark(view.find(one)) for one in finding.records)
    return f"The words of {excerpt} are not in the text of {source} any more: mark them anew."
