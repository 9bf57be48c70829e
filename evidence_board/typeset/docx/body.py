"""Blocks as WordprocessingML."""

from collections.abc import Sequence

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
from evidence_board.typeset.directions import leftwards
from evidence_board.typeset.docx.pictures import WIDEST, picture
from evidence_board.typeset.docx.styles import MONO, colour
from evidence_board.typeset.docx.xml import element, text
from evidence_board.typeset.drawing import Drawing

_STYLES = {"plain": "", "lead": "Lead", "quiet": "Quiet", "answer": "Answer"}
_WIDTH = 9_412
"""Of the text, in twentieths of a point."""


class Body:
    """Writes blocks in their order; places get short names, for Word allows no long ones."""

    def __init__(self, blocks: Sequence[Block], sizes: Sequence[tuple[int, int]]) -> None:
        """Write ``blocks``, whose figures and images have pictures of these sizes, in pixels."""
        self._blocks = blocks
        self._sizes = sizes
        names = anchors_of(blocks)
        self._names = {anchor: f"p{place}" for place, anchor in enumerate(names, 1)}
        self._made: set[str] = set()
        self._figures = 0
        self._titled = False

    def written(self) -> str:
        """Return all blocks."""
        around = [None, *self._blocks, None]
        return "".join(
            self._block(block, kept=isinstance(before, Heading) or isinstance(after, Table))
            for before, block, after in zip(around, self._blocks, around[2:], strict=False)
        )

    def _block(self, block: Block, *, kept: bool) -> str:
        """Return a block; a paragraph that is `kept` is on the page of what follows it."""
        if isinstance(block, Heading):
            style = f"Heading{block.level}" if self._titled else "Title"
            self._titled = True
            inner = self._placed(block.anchor, self._line(block.line))
            return _paragraph(inner, style, block.line)
        if isinstance(block, Paragraph):
            return _paragraph(self._line(block.line), _STYLES[block.look], block.line, kept=kept)
        if isinstance(block, Facts):
            rows = [((_named(name),), (line,)) for name, line in block.rows]
            return self._table(rows, (30, 70), lined=False)
        if isinstance(block, Figure):
            return self._figure(block.drawing)
        if isinstance(block, Image):
            return self._image(block)
        head = _row([_cell(_headed(name), width) for name, width in _columns(block)], head=True)
        return self._table(block.rows, block.widths, head=head)

    def _table(
        self,
        rows: Sequence[Sequence[tuple[Line, ...]]],
        widths: Sequence[int],
        *,
        head: str = "",
        lined: bool = True,
    ) -> str:
        looks = element("tblStyle", val="Ruled") if lined else ""
        looks += element("tblW", w=_WIDTH, type="dxa") + element("tblLayout", type="fixed")
        grid = "".join(element("gridCol", w=_part(width)) for width in widths)
        body = "".join(
            _row([_cell(self._lines(cell), _part(w)) for cell, w in zip(row, widths, strict=True)])
            for row in rows
        )
        table = element("tbl", element("tblPr", looks) + element("tblGrid", grid) + head + body)
        return table + element("p", element("pPr", element("spacing", after=0)))

    def _lines(self, cell: tuple[Line, ...]) -> str:
        return "".join(_paragraph(self._line(line), "Cell", line) for line in cell)

    def _figure(self, drawing: Drawing) -> str:
        self._figures += 1
        size = self._sizes[self._figures - 1]
        shown = element("r", picture(self._figures, drawing.alt, size))
        caption = (
            Run(f"Figure {self._figures}. ", "strong"),
            Run(drawing.caption, foreign=True),
        )
        kept = element("pPr", element("keepNext"))
        return element("p", kept + shown) + _paragraph(self._line(caption), "Caption", caption)

    def _image(self, block: Image) -> str:
        self._figures += 1
        size = self._sizes[self._figures - 1]
        shown = element("r", picture(self._figures, block.alt, size, cut=True))
        return element("p", element("pPr", element("keepNext")) + shown)

    def _line(self, line: Line) -> str:
        return "".join(map(self._run, line))

    def _run(self, run: Run) -> str:
        linked = bool(run.to) and run.to in self._names
        words = element("r", _looks(run, linked=linked) + _words(run.text))
        if linked:
            words = element("hyperlink", words, anchor=self._names[run.to], history=1)
        return self._placed(run.anchor, words)

    def _placed(self, anchor: str, inner: str) -> str:
        """Return content as the place with a name, which is given once."""
        if anchor not in self._names or anchor in self._made:
            return inner
        self._made.add(anchor)
        name = self._names[anchor]
        start = element("bookmarkStart", id=name[1:], name=name)
        return start + inner + element("bookmarkEnd", id=name[1:])


def _looks(run: Run, *, linked: bool) -> str:
    """Return how a run looks; elements in the order that the schema asks for."""
    looks = element("rStyle", val="Hyperlink") if linked else ""
    if run.look == "code":
        looks += element("rFonts", ascii=MONO, hAnsi=MONO, cs=MONO)
    if run.look == "strong":
        looks += element("b") + element("bCs")
    if run.look == "quoted":
        looks += element("i") + element("iCs")
    if run.look in ("quiet", "warning"):
        ink = "text.secondary" if run.look == "quiet" else "status.error.text"
        looks += element("color", val=colour(ink))
    if leftwards(run.text):
        looks += element("rtl")
    return element("rPr", looks) if looks else ""


def _words(words: str) -> str:
    """Return words with their line ends; spaces at the ends stay."""
    pieces = [f'<w:t xml:space="preserve">{text(one)}</w:t>' for one in words.split("\n")]
    return element("br").join(pieces)


def _paragraph(inner: str, style: str, line: Line = (), *, kept: bool = False) -> str:
    looks = element("pStyle", val=style) if style else ""
    looks += element("keepNext") if kept else ""
    first = next((run.text for run in line if run.text.strip()), "")
    if leftwards(first):
        looks += element("bidi")
    return element("p", (element("pPr", looks) if looks else "") + inner)


def _named(name: str) -> Line:
    return (Run(name, "quiet"),)


def _headed(name: str) -> str:
    look = element("rPr", element("b") + element("color", val=colour("text.secondary")))
    return _paragraph(element("r", look + _words(name)), "Cell")


def _columns(block: Table) -> list[tuple[str, int]]:
    return [(name, _part(w)) for name, w in zip(block.header, block.widths, strict=True)]


def _row(cells: Sequence[str], *, head: bool = False) -> str:
    looks = element("cantSplit") + (element("tblHeader") if head else "")
    return element("tr", element("trPr", looks) + "".join(cells))


def _cell(inner: str, width: int) -> str:
    held = element("tcPr", element("tcW", w=width, type="dxa"))
    return element("tc", held + (inner or element("p")))


def _part(percent: int) -> int:
    return _WIDTH * percent // 100


assert WIDEST <= _WIDTH / 20
