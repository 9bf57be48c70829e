"""A project without a key question, or without a key judgement that answers it."""

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found
from evidence_board.analysis.warnings.inquiry import Inquiry

NO_QUESTION, NO_JUDGEMENT = "no-question", "no-judgement"


def find(inquiry: Inquiry) -> Found:
    """Yield what the project lacks."""
    record = inquiry.view.record
    if not record.question.strip():
        yield Finding(NO_QUESTION, (record.id,))


def find_unanswered(inquiry: Inquiry) -> Found:
    """Yield that no judgement answers."""
    if not inquiry.key_judgements:
        yield Finding(NO_JUDGEMENT, (inquiry.view.record.id,))


def tell(_view: Investigation, _finding: Finding) -> str:
    """Say it in the words of the release check."""
    return "The project states no key question."


def tell_unanswered(_view: Investigation, _finding: Finding) -> str:
    """Say it in the words of the release check."""
    return "No key judgement yet: write a claim as a judgement and judge its likelihood."
