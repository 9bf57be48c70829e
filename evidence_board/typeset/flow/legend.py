"""The scales that the brief uses."""

from collections.abc import Iterator

from evidence_board.brief.parts.legend import Legend
from evidence_board.typeset.blocks import Block, Paragraph, Table, said
from evidence_board.typeset.flow.words import likelihood, minor


def legend(part: Legend) -> Iterator[Block]:
    """Yield the terms of the likelihood scale, and what confidence is."""
    yield minor(f"Likelihood words, {part.scale}")
    rows = tuple(((likelihood(term)[:1],), (said(term.range),)) for term in part.terms)
    yield Table("Likelihood words", ("Word", "Range"), rows, (60, 40))
    words = "Confidence (low, moderate, high): how good the basis is, not how likely the claim."
    yield Paragraph(said(words), "quiet")
