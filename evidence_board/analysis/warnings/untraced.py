"""Claims that rest on no words, and statements of which nobody traced who said it first."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, mark
from evidence_board.analysis.warnings.inquiry import Inquiry

WORDLESS, UNTRACED = "analyst", "not-traced"


def find_wordless(inquiry: Inquiry) -> Found:
    """Yield the reported claims that no words of a source carry."""
    for row in inquiry.claims:
        if row.kind == "reported" and row.id not in inquiry.traced:
            yield Finding(WORDLESS, (row.id,))


def find_untraced(inquiry: Inquiry) -> Found:
    """Yield the claims of which some statements have no chain."""
    for id, number in inquiry.untraced.items():
        yield Finding(UNTRACED, (id,), (str(number),))


def tell_wordless(view: Investigation, finding: Finding) -> str:
    """Name it."""
    claim = mark(view.find(finding.records[0]))
    return f"{claim} is tied to no words of a source and is marked analyst."


def tell_untraced(view: Investigation, finding: Finding) -> str:
    """Say how many."""
    claim, number = mark(view.find(finding.records[0])), finding.words[0]
    said = "1 statement has" if number == "1" else f"{number} statements have"
    return f"{claim}: {said} no origin traced."
