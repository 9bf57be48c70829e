"""A brief as a flow of blocks, for forms without pages: headings, paragraphs, tables, figures.

Every form draws these few kinds, so a part that is put into blocks is in all of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from evidence_board.typeset.drawing import Drawing

Look = Literal["plain", "strong", "quoted", "quiet", "code", "warning"]


@dataclass(frozen=True)
class Run:
    """Words in one look. `to` is a place that they lead to, `anchor` the place that they are.

    `sign` names a small drawing that repeats what the words say, such as "likelihood 6";
    `foreign` says that somebody else wrote them, so they may run the other way.
    """

    text: str
    look: Look = "plain"
    to: str = ""
    anchor: str = ""
    sign: str = ""
    foreign: bool = False


Line: TypeAlias = tuple[Run, ...]
Cell: TypeAlias = tuple[Line, ...]
"""Paragraphs that stand in one place of a table."""


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    line: Line
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; "lead" is larger, "quiet" smaller, "answer" stands in a box with its likes."""

    line: Line
    look: Literal["plain", "lead", "quiet", "answer"] = "plain"


@dataclass(frozen=True)
class Facts:
    """Names, each with what belongs to it."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True)
class Table:
    """A table with a header; `widths` are parts of the whole width, in percent."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True)
class Figure:
    """A drawing of a board, with its caption and what it says in words."""

    drawing: Drawing


@dataclass(frozen=True)
class Image:
    """A picture: the name that it has among the files of the brief, how large it is in pixels.

    `alt` is what is known of it to who cannot see it.
    """

    file: str
    size: tuple[int, int]
    alt: str


Block: TypeAlias = Heading | Paragraph | Facts | Table | Figure | Image


def said(text: str, look: Look = "plain") -> Line:
    """Return our own words as a line."""
    return (Run(text, look),) if text else ()


def foreign(text: str, look: Look = "plain") -> Line:
    """Return words that somebody wrote as a line."""
    return (Run(text, look, foreign=True),) if text else ()


def joined(lines: Sequence[Line], between: str) -> Line:
    """Return lines in one, with our own words between them."""
    found: list[Run] = []
    for line in lines:
        if line:
            found += [Run(between)] if found else []
            found += line
    return tuple(found)


def changed(block: Block, change: Callable[[str], str]) -> Block:
    """Return a block with every text of it changed."""
    if isinstance(block, Heading | Paragraph):
        return replace(block, line=_changed(block.line, change))
    if isinstance(block, Facts):
        return Facts(tuple((change(name), _changed(line, change)) for name, line in block.rows))
    if isinstance(block, Figure):
        return block
    if isinstance(block, Image):
        return replace(block, alt=change(block.alt))
    rows = tuple(
        tuple(tuple(_changed(line, change) for line in cell) for cell in row) for row in block.rows
    )
    return replace(block, title=change(block.title), rows=rows)


def _changed(line: Line, change: Callable[[str], str]) -> Line:
    return tuple(run if run.text == " " else replace(run, text=change(run.text)) for run in line)


def lines_of(block: Block) -> Iterator[Line]:
    """Yield every line of a block."""
    if isinstance(block, Heading | Paragraph):
        yield block.line
    elif isinstance(block, Facts):
        yield from (line for _, line in block.rows)
    elif isinstance(block, Table):
        yield from (line for row in block.rows for cell in row for line in cell)


def anchors_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the places that blocks have, in their order, each once."""
    found: dict[str, None] = {}
    for block in blocks:
        if isinstance(block, Heading) and block.anchor:
            found[block.anchor] = None
        for line in lines_of(block):
            found.update({run.anchor: None for run in line if run.anchor})
    return tuple(found)
