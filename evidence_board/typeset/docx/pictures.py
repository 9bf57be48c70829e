"""Figures in DOCX: a picture as wide as the text at most, with what it says in words."""

from evidence_board.typeset.docx.xml import quoted
from evidence_board.typeset.figures import PPI

WIDEST, TALLEST = 460.0, 620.0
"""Of a picture, in points."""
TALLEST_CUT = 300.0
"""Of the picture of a marked part."""
LARGEST_CUT = 1.2
"""So many points a pixel has at most: what is drawn larger blurs."""
_EMU = 12_700
"""So many units of a drawing are a point."""

_GRAPHICS = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def picture(number: int, words: str, size: tuple[int, int], *, cut: bool = False) -> str:
    """Return a picture in a line; `words` say what it shows to who cannot see it.

    A drawing is as large as in the PDF at most, what was `cut` out as large as it stays clear.
    """
    tallest, largest = (TALLEST_CUT, LARGEST_CUT) if cut else (TALLEST, 72 / PPI)
    scale = min(WIDEST / size[0], tallest / size[1], largest)
    extent = f'cx="{round(size[0] * scale * _EMU)}" cy="{round(size[1] * scale * _EMU)}"'
    named = f'id="{number}" name="Figure {number}" descr={quoted(words)}'
    fill = f'<a:blip r:embed="figure{number}"/><a:stretch><a:fillRect/></a:stretch>'
    shape = f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr {named}/><a:graphic><a:graphicData uri="{_GRAPHICS}"><pic:pic><pic:nvPicPr>'
        f"<pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{fill}</pic:blipFill>"
        f'<pic:spPr>{shape}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
