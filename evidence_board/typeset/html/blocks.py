"""Blocks as HTML."""

import base64
from collections.abc import Collection, Mapping

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
)
from evidence_board.typeset.html.escaping import text
from evidence_board.typeset.html.figure import figure
from evidence_board.typeset.html.signs import sign

_ELEMENTS = {
    "plain": ("", ""),
    "strong": ("<strong>", "</strong>"),
    "quoted": ('<span class="quoted">', "</span>"),
    "quiet": ('<span class="quiet">', "</span>"),
    "code": ("<code>", "</code>"),
    "warning": ('<span class="warning">', "</span>"),
}


class Drawn:
    """Draws blocks in their order; links lead to `places` only, figures and parts are counted."""

    def __init__(self, places: Collection[str], files: Mapping[str, bytes]) -> None:
        self._places = places
        self._files = files
        self._figures = 0
        self._parts = 0
        self._made: set[str] = set()

    def block(self, block: Block) -> str:
        """Return one block."""
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            look = f' class="{block.look}"' if block.look != "plain" else ""
            return f"<p{look}{_direction(block.line)}>{self._line(block.line)}</p>"
        if isinstance(block, Facts):
            rows = (
                f"<dt>{text(name)}</dt><dd{_direction(line)}>{self._line(line)}</dd>"
                for name, line in block.rows
            )
            return f"<dl>{''.join(rows)}</dl>"
        if isinstance(block, Figure):
            self._figures += 1
            return figure(block.drawing, self._figures, self._places)
        if isinstance(block, Image):
            return self._image(block)
        return self._table(block)

    def plain(self, line: Line) -> str:
        """Return the words of a line alone."""
        return text("".join(run.text for run in line))

    def _image(self, block: Image) -> str:
        """Return a picture that stands in the file itself, for nothing is asked of any place."""
        inside = base64.b64encode(self._files[block.file]).decode()
        width, height = block.size
        return (
            f'<p class="cut"><img src="data:image/png;base64,{inside}" width="{width}" '
            f'height="{height}" alt="{text(block.alt)}"></p>'
        )

    def _heading(self, block: Heading) -> str:
        places = ""
        if block.level == 1:
            self._parts += 1
            look = ' class="title"' if self._parts == 1 else ""
            places = f' id="part-{self._parts}"{look}'
        inner = self._line(block.line)
        if block.anchor:
            inner = f"<span{self._place(block.anchor)}>{inner}</span>"
        tag = f"h{block.level}"
        return f"<{tag}{places}{_direction(block.line)}>{inner}</{tag}>"

    def _table(self, block: Table) -> str:
        columns = "".join(f'<col class="w{width}">' for width in block.widths)
        head = "".join(f'<th scope="col">{text(name)}</th>' for name in block.header)
        rows = "".join(
            "<tr>" + "".join(f"<td>{self._cell(cell)}</td>" for cell in row) + "</tr>\n"
            for row in block.rows
        )
        return (
            f'<div class="wide"><table><caption>{text(block.title)}</caption><colgroup>{columns}'
            f"</colgroup><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>"
        )

    def _cell(self, cell: tuple[Line, ...]) -> str:
        return "".join(f"<p{_direction(line)}>{self._line(line)}</p>" for line in cell)

    def _line(self, line: Line) -> str:
        return "".join(map(self._run, line))

    def _run(self, run: Run) -> str:
        start, end = _ELEMENTS[run.look]
        words = text(run.text)
        if run.foreign:
            words = f"<bdi>{words}</bdi>"
        kind, _, state = run.sign.partition(" ")
        if kind == "origins":
            look = "zero" if state == "none" else state
            return f'<span class="badge {look}">{words}</span>'
        words = f"{sign(run.sign)}{start}{words}{end}"
        if run.anchor:
            words = f"<span{self._place(run.anchor)}>{words}</span>"
        if run.to and run.to in self._places:
            words = f'<a href="#{text(run.to)}">{words}</a>'
        return words

    def _place(self, anchor: str) -> str:
        """Return the name of a place, which is given once."""
        if anchor in self._made:
            return ""
        self._made.add(anchor)
        return f' id="{text(anchor)}"'


def _direction(line: Line) -> str:
    """Return that a line runs as its first letter says, where somebody else wrote in it."""
    return ' dir="auto"' if any(run.foreign for run in line) else ""
