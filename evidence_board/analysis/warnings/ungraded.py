"""Sources whose reliability nobody has judged: unknown, which is not worst (section 3)."""

from evidence_board.analysis.titles import short
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.model.source import Source

KIND = "not-graded"
_MOST = 32
"""So many characters of a name stand in the sentence, so that its end shows in a list."""


def find(inquiry: Inquiry) -> Found:
    """Yield the sources without a letter, by number."""
    columns = inquiry.view.columns(Source, "number", "id", "reliability")
    muted = inquiry.ground.muted
    bare = [
        (number, str(id))
        for number, id, letter in zip(*columns, strict=True)
        if not letter and id not in muted
    ]
    for _, id in sorted(bare, key=lambda pair: (int(str(pair[0])), pair[1])):
        yield Finding(KIND, (id,))


def tell(view: Investigation, finding: Finding) -> str:
    """Name it."""
    source = view.find(finding.records[0])
    words = (
        f"{source.mark} {short(source.name, _MOST)}"
        if isinstance(source, Source)
        else "What is gone"
    )
    return f"{words} is not graded."
