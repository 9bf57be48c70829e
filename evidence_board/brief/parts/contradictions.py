"""Contradictions: always all of them, open ones first."""

from dataclasses import dataclass, replace

from evidence_board.brief.case import Case
from evidence_board.brief.contradictions import Contradiction, Side, contradictions_of
from evidence_board.brief.values import Part
from evidence_board.brief.wording import short


@dataclass(frozen=True)
class Contradictions(Part):
    """The pairs of claims that cannot both be true."""

    rows: tuple[Contradiction, ...]
    open: int


def contradictions(case: Case) -> Contradictions | None:
    """Return the contradictions; None where there are none."""
    rows = contradictions_of(case)
    if case.one_page:
        rows = tuple(replace(row, one=_cut(row.one), other=_cut(row.other)) for row in rows)
    return Contradictions(rows, sum(row.open for row in rows)) if rows else None


def _cut(side: Side) -> Side:
    return replace(side, text=short(side.text, 58))
