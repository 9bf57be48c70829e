"""What is unfinished, worst first."""

from collections.abc import Iterator

from evidence_board.brief.parts.open_points import OpenPoints
from evidence_board.typeset.blocks import Block, Table, foreign, said
from evidence_board.typeset.flow.words import section


def open_points(part: OpenPoints) -> Iterator[Block]:
    """Yield the open points."""
    yield section("Open points")
    rows = tuple(
        (
            (said(row.severity, "strong" if row.severity == "held back" else "plain"),),
            (foreign(row.sentence),),
        )
        for row in part.rows
    )
    yield Table("Open points", ("State", "Point"), rows, (18, 82))
