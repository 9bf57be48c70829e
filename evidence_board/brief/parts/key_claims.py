"""Each key judgement in full."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.entries import ClaimEntry, entry_of
from evidence_board.brief.values import Part


@dataclass(frozen=True)
class KeyClaims(Part):
    """The key judgements in rank order, each with what bears on it."""

    entries: tuple[ClaimEntry, ...]


def key_claims(case: Case) -> KeyClaims | None:
    """Return the key judgements in full; None while there are none."""
    entries = tuple(entry_of(case, claim) for claim in case.key_judgements)
    return KeyClaims(entries) if entries else None
