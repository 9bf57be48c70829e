"""The bottom line: one sentence on how likely, then one on how good the basis is."""

from collections.abc import Iterator

from evidence_board.brief.parts.answer import Answer
from evidence_board.typeset.blocks import Block, Paragraph, foreign, said
from evidence_board.typeset.flow.words import mark, minor, sentence


def answer(part: Answer) -> Iterator[Block]:
    """Yield the answer."""
    yield minor("Answer")
    yield Paragraph(sentence(part.judgement), "answer")
    line = (*foreign(part.confidence), *said(f" {part.origins} "), *mark(part.reference))
    yield Paragraph(line, "answer")
