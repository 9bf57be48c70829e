"""What the brief rests on: figures with what they count."""

from collections.abc import Iterator

from evidence_board.brief.parts.basis import Basis
from evidence_board.typeset.blocks import Block, Facts, said
from evidence_board.typeset.flow.words import minor


def basis(part: Basis) -> Iterator[Block]:
    """Yield the figures."""
    yield minor("What this rests on")
    yield Facts(tuple((one.text, said(one.name, "strong")) for one in part.figures))
