"""All other claims: the evidence, the assumptions, the judgements of lower rank."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.entries import ClaimEntry, entry_of
from evidence_board.brief.values import Part


@dataclass(frozen=True)
class OtherClaims(Part):
    """Every claim that is no key judgement, by number."""

    entries: tuple[ClaimEntry, ...]


def other_claims(case: Case) -> OtherClaims | None:
    """Return the other claims in full; None where there are none."""
    entries = tuple(entry_of(case, claim) for claim in case.other_claims)
    return OtherClaims(entries) if entries else None
