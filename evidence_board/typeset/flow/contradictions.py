"""Contradictions: both sides, whether open, why they clash."""

from collections.abc import Iterator

from evidence_board.brief.contradictions import Contradiction, Side
from evidence_board.brief.parts.contradictions import Contradictions
from evidence_board.typeset.blocks import Block, Cell, Paragraph, Table, foreign, said
from evidence_board.typeset.flow.words import mark, or_missing, section


def contradictions(part: Contradictions) -> Iterator[Block]:
    """Yield all contradictions."""
    count = len(part.rows)
    yield section(f"Contradictions, {count}")
    yield Paragraph(said(f"All of them are listed; {part.open} of {count} open."), "quiet")
    rows = tuple(_row(number, row) for number, row in enumerate(part.rows, 1))
    header = ("", "One side", "Other side", "State and reason")
    yield Table("Contradictions", header, rows, (5, 36, 36, 23))


def _row(number: int, row: Contradiction) -> tuple[Cell, ...]:
    state = said("open", "strong") if row.open else said("settled")
    reason = or_missing(row.reason, "no reason written")
    return (said(str(number)),), _side(row.one), _side(row.other), (state, reason)


def _side(one: Side) -> Cell:
    return (*mark(one.claim), *said(" "), *foreign(one.text)), said(one.standing, "quiet")
