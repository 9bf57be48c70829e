"""A claim with "and": one claim says one thing (tradecraft, section 1)."""

import re
from functools import lru_cache

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import SLICE, Inquiry

KIND = "two-claims"
_NUMBER = r"(?:hundred|thousand|million|billion|one|two|three|four|five|six|seven|eight|nine|ten)"
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|„[^“]*“|«[^»]*»")
_ONE_THING = re.compile(
    rf"\bbetween\b[^,;.]*? and |\b{_NUMBER} and (?:a half|a quarter|\w+)"
    r"|\b[A-Z][\w’'-]* and [A-Z][\w’'-]*"
)
"""Where "and" joins no second claim: a range, a number, two names."""
_AND = re.compile(r"\b(?:and|as well as)\b|;")


def find(inquiry: Inquiry) -> Found:
    """Yield the claims whose text seems to say two things."""
    for place, row in enumerate(inquiry.claims):
        if joined := joining(row.text):
            yield Finding(KIND, (row.id,), (joined,))
        if not place % SLICE:
            yield None


@lru_cache(maxsize=4_096)
def joining(text: str) -> str:
    """Return what joins two claims in a text with the word after it, or nothing."""
    if "and" not in text and ";" not in text and "as well as" not in text:
        return ""
    bare = _ONE_THING.sub(" ", _QUOTED.sub(" ", text))
    found = _AND.search(bare)
    return found[0] if found else ""


def tell(view: Investigation, finding: Finding) -> str:
    """Name what joins."""
    claim = mark(view.find(finding.records[0]))
    return f"{claim} says two things, joined by “{finding.words[0]}”: make a claim of each."
