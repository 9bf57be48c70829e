"""How the brief was made."""

from collections.abc import Iterator

from evidence_board.brief.parts.method import Method
from evidence_board.brief.values import Row
from evidence_board.typeset.blocks import Block, Facts, Paragraph, said
from evidence_board.typeset.flow.words import minor, section


def method(part: Method) -> Iterator[Block]:
    """Yield the method note."""
    yield section("Method note")
    for row in part.paragraphs:
        yield Paragraph((*said(f"{row.name}. ", "strong"), *said(row.text)))
    yield Paragraph((*said("Project state. ", "strong"), *said(part.state, "code")))
    yield from _defined("Source reliability", part.reliability)
    yield from _defined("Information credibility", part.credibility)
    yield from _defined("Confidence", part.confidence)


def _defined(title: str, rows: tuple[Row, ...]) -> Iterator[Block]:
    yield minor(title)
    yield Facts(tuple((row.name, said(row.text)) for row in rows))
