"""The timeline in words: when each claim is said to have happened, and when it was said."""

from collections.abc import Iterator

from evidence_board.brief.parts.timeline import Timeline
from evidence_board.typeset.blocks import Block, Table, foreign, said
from evidence_board.typeset.flow.words import mark, section


def timeline(part: Timeline) -> Iterator[Block]:
    """Yield the claims in the order of their times."""
    yield section("Timeline")
    rows = tuple(
        (((*mark(row.claim), *said(" "), *foreign(row.text)),), (said(row.words),))
        for figure in part.figures
        for row in figure.rows
    )
    yield Table("Timeline", ("Claim", "When"), rows, (56, 44))
