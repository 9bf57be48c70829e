"""The boards as figures."""

from collections.abc import Iterator

from evidence_board.brief.parts.boards import Boards
from evidence_board.typeset.blocks import Block, Figure
from evidence_board.typeset.drawing import drawings_of
from evidence_board.typeset.flow.words import section


def boards(part: Boards) -> Iterator[Block]:
    """Yield a figure for each sheet of each board, as the PDF has them."""
    yield section("Board")
    for figure in part.figures:
        yield from (Figure(drawing) for drawing in drawings_of(figure))
