"""Discrepancies: exact words of two sources, the verdict, its reason."""

from collections.abc import Iterator

from evidence_board.brief.parts.discrepancies import Difference, Discrepancies, Words
from evidence_board.typeset.blocks import Block, Cell, Table, foreign, said
from evidence_board.typeset.flow.words import mark, section


def discrepancies(part: Discrepancies) -> Iterator[Block]:
    """Yield what was compared."""
    yield section(f"Discrepancies, {len(part.rows)}")
    header = ("Kind", "One source", "Other source", "Verdict")
    yield Table("Discrepancies", header, tuple(map(_row, part.rows)), (12, 33, 33, 22))


def _row(row: Difference) -> tuple[Cell, ...]:
    verdict: Cell = (said(row.verdict or "open", "strong"),)
    if row.reason:
        verdict = (*verdict, foreign(row.reason))
    return (said(row.kind),), _words(row.one), _words(row.other), verdict


def _words(one: Words) -> Cell:
    return ((*mark(one.source), *said(" "), *foreign(one.exact, "quoted")),)
