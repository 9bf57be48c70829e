"""A brief as Markdown (CommonMark with tables): every text literal, places as plain anchors."""

import re
from collections.abc import Collection, Sequence

from evidence_board.brief.content import Brief
from evidence_board.typeset.blocks import (
    Block,
    Facts,
    Figure,
    Heading,
    Image,
    Line,
    Paragraph,
    Run,
    Table,
    anchors_of,
)
from evidence_board.typeset.characters import StandIns, shows
from evidence_board.typeset.drawing import Drawing
from evidence_board.typeset.flow.parts import blocks_of
from evidence_board.typeset.flow.words import running

_MARKED = re.compile(
    r"[\\`*_\[\]<>&|~$^@{}]"  # means something anywhere
    r"|(?<!\S)[-+#=:!]"  # at the start of a word, and so of a line
    r"|(?<=\S)[:.](?=\S)"  # within an address
    r"|(?<=\d)[.)](?=\s|$)"  # after a number, as in a list
)
"""Punctuation that would be read as markup."""
_NO_PICTURE = "A brief in Markdown has no pictures: see it as PDF, web page or Word document."
_SPACES = re.compile(r"\s+")
_STYLES = {"plain": "", "strong": "**", "quoted": "*", "quiet": "", "code": "", "warning": "**"}


def markdown(brief: Brief) -> bytes:
    """Return the brief as Markdown in UTF-8; the same brief gives the same bytes."""
    blocks = blocks_of(brief)
    marking = f"**{escaped(brief.handling.label)}**"
    handling = f"{marking} {escaped(brief.handling.handling)}"
    body = _Written(frozenset(anchors_of(blocks)))
    head = f"{escaped(running(brief))} · project state {brief.state[:12]}"
    pieces = [handling, head, *map(body.block, blocks), "---", marking]
    return ("\n\n".join(pieces) + "\n").encode("utf-8")


def escaped(words: str) -> str:
    """Return words in one line, of which nothing is markup."""
    return _MARKED.sub(r"\\\g<0>", _SPACES.sub(" ", words).strip(" "))


class _Written:
    """Writes blocks in their order; links lead to `places` only, figures are counted."""

    def __init__(self, places: Collection[str]) -> None:
        self._places = places
        self._figures = 0
        self._made: set[str] = set()

    def block(self, block: Block) -> str:
        """Return one block."""
        if isinstance(block, Heading):
            line = f"{self._place(block.anchor)}{self._line(block.line)}"
            return f"{'#' * block.level} {line}"
        if isinstance(block, Paragraph):
            line = self._line(block.line)
            return f"> {line}" if block.look == "answer" else line
        if isinstance(block, Facts):
            return "\n".join(
                f"- **{escaped(name)}:** {self._line(line)}" for name, line in block.rows
            )
        if isinstance(block, Figure):
            self._figures += 1
            return self._figure(block.drawing)
        if isinstance(block, Image):
            return f"{escaped(block.alt)} {_NO_PICTURE}"
        return self._table(block)

    def _table(self, block: Table) -> str:
        head = [escaped(name) or " " for name in block.header]
        rows = [[self._cell(cell) for cell in row] for row in block.rows]
        return "\n".join([_row(head), _row(["---"] * len(head)), *map(_row, rows)])

    def _cell(self, cell: Sequence[Line]) -> str:
        return "<br>".join(filter(None, map(self._line, cell))) or " "

    def _figure(self, drawing: Drawing) -> str:
        """Return a figure as a list of its cards, and in words."""
        rows = []
        for card in drawing.cards:
            face = card.face
            words = escaped(StandIns(shows, breaks=False).printed(face.title))
            mark = escaped(face.mark)
            shown = f"[{mark}](#{face.to})" if face.to in self._places else mark
            rows.append(f"- {shown} {escaped(face.kind)}: {words}")
        clean = StandIns(shows, breaks=False).printed
        caption = f"**Figure {self._figures}.** {escaped(clean(drawing.caption))}"
        return "\n\n".join([caption, "\n".join(rows), escaped(clean(drawing.alt))])

    def _line(self, line: Line) -> str:
        return "".join(map(self._run, line)).strip()

    def _run(self, run: Run) -> str:
        words = escaped(run.text)
        if not words:
            return " " if run.text else ""
        before = " " if run.text[:1].isspace() else ""
        after = " " if run.text[-1:].isspace() else ""
        style = _STYLES[run.look]
        words = f"{style}{words}{style}"
        if run.to and run.to in self._places:
            words = f"[{words}](#{run.to})"
        return f"{before}{self._place(run.anchor)}{words}{after}"

    def _place(self, anchor: str) -> str:
        """Return the name of a place, which is given once; an id needs no escaping."""
        if not anchor or anchor in self._made:
            return ""
        self._made.add(anchor)
        return f'<a id="{anchor}"></a>'


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
