"""What is unfinished, worst first."""

from collections.abc import Iterator

from evidence_board.brief.gate import OpenPoint
from evidence_board.brief.parts.open_points import OpenPoints
from evidence_board.typeset.blocks import Block, Look, Table, foreign, said
from evidence_board.typeset.flow.words import section


def open_points(part: OpenPoints) -> Iterator[Block]:
    """Yield the open points."""
    yield section("Open points")
    rows = tuple(
        (
            (said("set aside" if row.left else row.severity, _look(row)),),
            (foreign(row.sentence), *((foreign(row.left, "quiet"),) if row.left else ())),
        )
        for row in part.rows
    )
    yield Table("Open points", ("State", "Point"), rows, (18, 82))


def _look(row: OpenPoint) -> Look:
    return "strong" if row.severity in ("broken", "held back") and not row.left else "plain"
