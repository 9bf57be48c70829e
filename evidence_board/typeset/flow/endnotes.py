"""Endnotes: claim, exact words, source, offsets, file."""

from collections.abc import Iterator

from evidence_board.brief.parts.endnotes import Endnote, Endnotes
from evidence_board.typeset.blocks import Block, Cell, Line, Paragraph, Run, Table, foreign, said
from evidence_board.typeset.flow.words import mark, section

_NOTE = "Offsets count Unicode code points of the extracted text; the hash is that of the original."
SHOWN = 16


def endnotes(part: Endnotes) -> Iterator[Block]:
    """Yield the endnotes by number."""
    yield section("Endnotes: exact words")
    yield Paragraph(said(_NOTE), "quiet")
    header = ("", "Claim", "Exact words", "Where they stand")
    yield Table("Endnotes", header, tuple(map(_row, part.rows)), (6, 8, 46, 40))


def _row(row: Endnote) -> tuple[Cell, ...]:
    words: list[Line] = [foreign(row.words, "quiet" if row.wordless else "quoted")]
    if row.orphaned:
        words.append(said(row.orphaned, "warning"))
    if row.picture is not None:
        words.append((*said("shown as ", "quiet"), *mark(row.picture)))
    where: list[Line] = [(*mark(row.source), *foreign(f" {row.name}, {_place(row)}"))]
    where.append(foreign(f"origin: {row.route}", "quiet"))
    if row.hash:
        where.append(said(row.hash[:SHOWN], "code"))
    number = (Run(str(row.number), "strong", anchor=row.anchor),)
    return (number,), (mark(row.claim),), tuple(words), tuple(where)


def _place(row: Endnote) -> str:
    page = f"page {row.page}, " if row.page else ""
    place = f"the part {row.part}" if row.part else f"characters {row.start} to {row.end}"
    return f"{row.excerpt}, {page}{place}"
