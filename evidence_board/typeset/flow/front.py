"""Title, facts and key question."""

from collections.abc import Iterator

from evidence_board.brief.parts.front import Front
from evidence_board.typeset.blocks import Block, Facts, Heading, Paragraph, foreign, said
from evidence_board.typeset.flow.words import minor


def front(part: Front) -> Iterator[Block]:
    """Yield the head of the brief."""
    yield Paragraph(said(f"Brief, exported {part.exported}"), "quiet")
    yield Heading(1, foreign(part.title))
    rows = [(fact.name, foreign(fact.text)) for fact in part.facts]
    if part.distribution:
        rows.append(("Distribution", foreign(part.distribution)))
    if part.audience:
        rows.append(("To the reader", foreign(part.audience)))
    if rows:
        yield Facts(tuple(rows))
    if part.question:
        yield minor("Question")
        yield Paragraph(foreign(part.question), "lead")
