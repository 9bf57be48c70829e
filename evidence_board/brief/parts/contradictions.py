"""Contradictions: always all of them, open ones first."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.contradictions import Contradiction, contradictions_of
from evidence_board.brief.values import Part


@dataclass(frozen=True)
class Contradictions(Part):
    """The pairs of claims that cannot both be true."""

    rows: tuple[Contradiction, ...]
    open: int


def contradictions(case: Case) -> Contradictions | None:
    """Return the contradictions; None where there are none."""
    rows = contradictions_of(case)
    return Contradictions(rows, sum(row.open for row in rows)) if rows else None
