"""The styles of a brief as DOCX."""

from evidence_board.typeset.docx.xml import HEADER, NAMESPACES, element
from evidence_board.typeset.tokens import token

SANS, SERIF, MONO = "IBM Plex Sans", "IBM Plex Serif", "IBM Plex Mono"


def styles() -> str:
    """Return the file of styles: headings, text, tables, links."""
    ink, soft = colour("text.primary"), colour("text.secondary")
    plain = _fonts(SERIF) + element("color", val=ink) + _size(10) + element("lang", val="en-GB")
    spacing = element("spacing", after=100, line=264, lineRule="auto")
    held = [
        element(
            "docDefaults",
            element("rPrDefault", element("rPr", plain))
            + element("pPrDefault", element("pPr", spacing)),
        ),
        _paragraph("Normal", "Normal", "", "", default=True),
        _heading("Title", "Title", 23, 0, 160, level=None),
        _heading("Heading1", "heading 1", 15, 400, 120, level=0),
        _heading("Heading2", "heading 2", 12, 260, 80, level=1),
        _heading("Heading3", "heading 3", 10, 180, 60, level=2),
        _paragraph("Lead", "Lead", "", _size(11)),
        _paragraph("Quiet", "Quiet", "", _fonts(SANS) + element("color", val=soft) + _size(8.5)),
        _paragraph("Answer", "Answer", _boxed(), _size(11)),
        _paragraph("Cell", "Cell", element("spacing", after=20), _fonts(SANS) + _size(8.5)),
        _paragraph(
            "Caption", "caption", "", _fonts(SANS) + element("color", val=soft) + _size(8.5)
        ),
        _paragraph("Header", "header", "", _fonts(SANS) + element("color", val=soft) + _size(8)),
        _character("Hyperlink", "Hyperlink", element("color", val=colour("text.link"))),
        _table(),
    ]
    return f"{HEADER}<w:styles {NAMESPACES}>{''.join(held)}</w:styles>"


def colour(path: str) -> str:
    """Return a colour of the light theme as six figures."""
    return str(token(f"color.light.{path}")).removeprefix("#")


def _fonts(name: str) -> str:
    return element("rFonts", ascii=name, hAnsi=name, cs=name, eastAsia=name)


def _size(points: float) -> str:
    half = round(points * 2)
    return element("sz", val=half) + element("szCs", val=half)


def _paragraph(id: str, name: str, looks: str, letters: str, *, default: bool = False) -> str:
    inner = element("name", val=name)
    if not default:
        inner += element("basedOn", val="Normal")
    inner += element("qFormat")
    inner += element("pPr", looks) if looks else ""
    inner += element("rPr", letters) if letters else ""
    more: dict[str, str | int] = {"default": 1} if default else {}
    return element("style", inner, type="paragraph", **more, styleId=id)


def _heading(id: str, name: str, size: float, before: int, after: int, *, level: int | None) -> str:
    looks = element("keepNext") + element("keepLines")
    looks += element("spacing", before=before, after=after)
    looks += element("outlineLvl", val=level) if level is not None else ""
    return _paragraph(id, name, looks, _fonts(SANS) + element("b") + element("bCs") + _size(size))


def _boxed() -> str:
    bar = element("left", val="single", sz=24, space=8, color=colour("kind.claim"))
    shade = element("shd", val="clear", color="auto", fill=colour("surface.sunken"))
    return element("pBdr", bar) + shade + element("ind", left=170, right=170)


def _character(id: str, name: str, letters: str) -> str:
    inner = element("name", val=name) + element("rPr", letters)
    return element("style", inner, type="character", styleId=id)


def _table() -> str:
    ink, hair = colour("text.primary"), colour("border.default")
    lines = (
        element("top", val="single", sz=8, space=0, color=ink)
        + element("bottom", val="single", sz=8, space=0, color=ink)
        + element("insideH", val="single", sz=4, space=0, color=hair)
    )
    margins = "".join(
        element(side, w=width, type="dxa")
        for side, width in (("top", 50), ("left", 70), ("bottom", 40), ("right", 70))
    )
    looks = element("tblBorders", lines) + element("tblCellMar", margins)
    inner = element("name", val="Ruled") + element("tblPr", looks)
    return element("style", inner, type="table", styleId="Ruled")
