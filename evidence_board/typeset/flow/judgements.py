"""Key judgements: number, words, and the three signs in words."""

from collections.abc import Iterator

from evidence_board.brief.parts.judgements import Judgement, Judgements
from evidence_board.typeset.blocks import Block, Cell, Table, foreign, said
from evidence_board.typeset.flow.words import (
    badge,
    confidence,
    likelihood,
    mark,
    minor,
    told_elsewhere,
)


def judgements(part: Judgements) -> Iterator[Block]:
    """Yield the table of key judgements."""
    yield minor("Key judgements")
    header = ("", "Judgement", "How likely, how sure, from where")
    yield Table("Key judgements", header, tuple(map(_row, part.rows)), (6, 60, 34))
    yield from told_elsewhere(part.more, "key judgement")


def _row(row: Judgement) -> tuple[Cell, ...]:
    signs = (
        likelihood(row.likelihood),
        confidence(row.confidence, held_back=row.held_back),
        badge(row.origins),
    )
    words = (*foreign(row.text), *said(" "), *mark(row.reference))
    return (said(str(row.number), "strong"),), (words,), signs
