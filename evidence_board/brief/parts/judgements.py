"""Key judgements: a table of what we judge, how likely, how sure, from how many origins."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.entries import reference_to
from evidence_board.brief.origins import badge
from evidence_board.brief.values import Badge, Likelihood, Part, Reference
from evidence_board.brief.wording import ended, likelihood_of
from evidence_board.model.claim import Claim

MOST = 5
"""So many have room on one page."""


@dataclass(frozen=True)
class Judgement:
    """A row of the table; an empty confidence is not judged, or held back."""

    number: int
    text: str
    reference: Reference
    likelihood: Likelihood | None
    confidence: str
    held_back: bool
    origins: Badge


@dataclass(frozen=True)
class Judgements(Part):
    """The key judgements in rank order; of `more` there is no room to tell."""

    rows: tuple[Judgement, ...]
    more: int = 0


def judgements(case: Case) -> Judgements | None:
    """Return the key judgements; None while there are none."""
    if not case.key_judgements:
        return None
    told = case.key_judgements[:MOST] if case.one_page else case.key_judgements
    rows = tuple(_judgement(case, number, claim) for number, claim in enumerate(told, 1))
    return Judgements(rows, len(case.key_judgements) - len(told))


def _judgement(case: Case, number: int, claim: Claim) -> Judgement:
    return Judgement(
        number,
        case.cut(ended(claim.text), 170),
        reference_to(claim),
        likelihood_of(case.scale, claim.likelihood, claim.likelihood_range),
        "" if claim.unfinished else claim.confidence or "",
        claim.unfinished,
        badge(case.origins.get(claim.id)),
    )
