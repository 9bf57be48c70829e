"""Judging: likelihood, confidence and grades, each apart; every change of one asks why.

A reason is that of the value beside it: when the value changes, the reason goes with the former
one, and without a new one the claim is listed as unreasoned.
"""

from evidence_board.analysis.credibility import not_confirmed, suggested
from evidence_board.analysis.lineage import ground_of
from evidence_board.model.claim import Claim
from evidence_board.model.record import Record
from evidence_board.model.scales import ConfidenceTerm, Credibility, Reliability, Term, scale_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project

CONFIDENCE_TERMS: tuple[ConfidenceTerm, ...] = ("low", "moderate", "high")
FIGURES: tuple[Credibility, ...] = ("1", "2", "3", "4", "5", "6")
LETTERS: tuple[Reliability, ...] = ("A", "B", "C", "D", "E", "F")


def set_likelihood(project: Project, claim: Claim, word: str | None, why: str = "") -> Claim:
    """Set the likelihood to a term of the project's scale, with its range; None takes it away."""
    term = term_of(project, word) if word is not None else None
    held = (term.low, term.high) if term else None
    given = term.word if term else None
    reason = _reason(claim.likelihood, given, claim.likelihood_reason, why)
    with project.transaction("Set likelihood") as tx:
        return tx.update(claim, likelihood=given, likelihood_range=held, likelihood_reason=reason)


def set_percent(project: Project, claim: Claim, percent: float, why: str = "") -> Claim:
    """Set the likelihood to the term for a number; ValueError names the neighbours of a gap."""
    term = scale_of(project.record.scale).at(percent)
    return set_likelihood(project, claim, term.word, why)


def set_confidence(
    project: Project, claim: Claim, term: ConfidenceTerm | None, why: str = ""
) -> Claim:
    """Set how sound the basis is; None takes it away."""
    reason = _reason(claim.confidence, term, claim.reason, why)
    with project.transaction("Set confidence") as tx:
        return tx.update(claim, confidence=term, reason=reason)


def set_credibility(
    project: Project, claim: Claim, digit: Credibility | None, why: str = ""
) -> Claim:
    """Grade a claim as asserted; None takes the grade away.

    ValueError where it is called confirmed and two origins did not each observe it.
    """
    refuse_unconfirmed(project, claim, digit)
    reason = _reason(claim.credibility, digit, claim.credibility_reason, why)
    with project.transaction("Set credibility") as tx:
        return tx.update(claim, credibility=digit, credibility_reason=reason)


def refuse_unconfirmed(project: Project, claim: Claim, digit: object) -> None:
    """Raise ValueError if a claim would be called confirmed and is not.

    A person is refused; a document that is taken in, or a former state, keeps its own words and is
    listed as an issue.
    """
    lacking = not_confirmed(project, claim, ground_of(project)) if digit == "1" else ""
    if lacking:
        raise ValueError(f"{claim.mark} cannot be graded 1. {lacking} Choose another figure.")


def accept_credibility(project: Project, claim: Claim) -> Claim:
    """Grade a claim as its origins suggest, with the reason of the suggestion."""
    found = suggested(project, claim, ground_of(project))
    return set_credibility(project, claim, found.digit, found.reason)


def set_reliability(
    project: Project, source: Source, letter: Reliability | None, why: str = ""
) -> Source:
    """Grade a source as an origin; None takes the grade away."""
    reason = _reason(source.reliability, letter, source.reliability_reason, why)
    with project.transaction("Set reliability") as tx:
        return tx.update(source, reliability=letter, reliability_reason=reason)


def keep_reason(project: Project, record: Record, field: str, reason: str) -> Record:
    """Let a former reason hold for the present value too."""
    with project.transaction("Keep the reason") as tx:
        return tx.update(record, **{field: reason})


def term_of(project: Project, word: str) -> Term:
    """Return a term of the project's scale; ValueError where it is none, or no estimate."""
    scale = scale_of(project.record.scale)
    term = scale.term(word)
    if term is None:
        raise ValueError(
            f"“{word}” is not a term of the {scale.name} scale. Choose one of its terms."
        )
    if term.low == term.high:
        raise ValueError(f"“{term.word}” is not an estimate. Choose a term between the ends.")
    return term


def _reason(before: str | None, after: str | None, held: str, why: str) -> str:
    """Return the reason of a value after its change; one that was written first stays."""
    if why.strip():
        return why.strip()
    return held if before is None or before == after else ""
