"""A hedge inside a claim: it belongs to who said so, not to what is claimed (section 1)."""

import re
from functools import lru_cache

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import SLICE, Inquiry
from evidence_board.model.scales import Factuality

KIND = "hedge"
LOOSE: dict[str, Factuality | None] = {
    "possibly": "PS+",
    "perhaps": "PS+",
    "maybe": "PS+",
    "potentially": "PS+",
    "probably": "PR+",
    "presumably": "PR+",
    "apparently": "PR+",
    "seemingly": "PR+",
    "reportedly": None,
    "allegedly": None,
    "purportedly": None,
    "supposedly": None,
}
"""Hedges that can be taken out of a sentence by themselves, with the code that follows."""
_HEDGE = re.compile(
    r"\b(?P<hedge>" + "|".join(LOOSE) + r"|may|might|could|likely|unlikely|possible|alleged"
    r"|suspected|(?:is|are|was|were) (?:believed|thought|said|reported|suspected|rumou?red) to"
    r"|appears? to|appeared to|seems? to|seemed to)\b",
)


def find(inquiry: Inquiry) -> Found:
    """Yield the reported claims and assumptions with a hedge in their text."""
    for place, row in enumerate(inquiry.claims):
        if not row.ours and (words := hedge_in(row.text)):
            yield Finding(KIND, (row.id,), (words,))
        if not place % SLICE:
            yield None


@lru_cache(maxsize=4_096)
def hedge_in(text: str) -> str:
    """Return the first hedge in a text, or nothing; the month of May is none."""
    found = _HEDGE.search(text) or _HEDGE.match(text[:1].lower() + text[1:])
    if found is None or (found["hedge"] == "may" and not text[found.start() :].startswith("may")):
        return ""
    return found["hedge"]


def without(text: str, hedge: str) -> str:
    """Return a text without a hedge that can be taken out by itself."""
    bare = re.sub(rf",? ?\b{re.escape(hedge)}\b,?", "", text, count=1, flags=re.IGNORECASE)
    bare = bare.strip()
    return bare[:1].upper() + bare[1:]


def tell(view: Investigation, finding: Finding) -> str:
    """Name the hedge."""
    claim = mark(view.find(finding.records[0]))
    return f"{claim} has a hedge inside, “{finding.words[0]}”: it belongs to who said so."
