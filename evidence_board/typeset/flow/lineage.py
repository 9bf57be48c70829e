"""Where each key judgement comes from, as figures."""

from collections.abc import Iterator

from evidence_board.brief.parts.lineage import LineageFigures
from evidence_board.typeset.blocks import Block, Figure
from evidence_board.typeset.flow.words import section
from evidence_board.typeset.lineage import drawings_of


def lineage(part: LineageFigures) -> Iterator[Block]:
    """Yield a figure for each sheet of each judgement, as the PDF has them."""
    yield section("Origins of each judgement")
    for figure in part.figures:
        yield from (Figure(drawing) for drawing in drawings_of(figure))
