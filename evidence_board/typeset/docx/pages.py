"""What stands on every page of a DOCX: running title, marking, state of the project, its number."""

from evidence_board.brief.content import Brief
from evidence_board.typeset.docx.xml import HEADER, NAMESPACES, element, text
from evidence_board.typeset.flow.words import running

_RIGHT = 9_412


def page() -> str:
    """Return the size of the page, its margins, its head and foot."""
    inner = element("headerReference", type="default").replace("/>", ' r:id="header"/>')
    inner += element("footerReference", type="default").replace("/>", ' r:id="footer"/>')
    inner += element("pgSz", w=11_906, h=16_838)
    inner += element(
        "pgMar", top=1_530, right=1_247, bottom=1_360, left=1_247, header=680, footer=620, gutter=0
    )
    return element("sectPr", inner)


def header(brief: Brief) -> str:
    """Return the head: the short title, the marking, how to handle it."""
    top = _line(_run(running(brief)), brief)
    right = element("pPr", element("pStyle", val="Header") + element("jc", val="right"))
    below = element("p", right + _run(brief.handling.handling))
    return f"{HEADER}<w:hdr {NAMESPACES}>{top}{below}</w:hdr>"


def footer(brief: Brief) -> str:
    """Return the foot: the state, the number of the page, the marking."""
    state = f"Project state {brief.state[:4]} {brief.state[4:8]} {brief.state[8:12]} · page "
    number = element("fldSimple", _run("1"), instr=" PAGE ")
    return f"{HEADER}<w:ftr {NAMESPACES}>{_line(_run(state) + number, brief)}</w:ftr>"


def _line(left: str, brief: Brief) -> str:
    """Return a line with the marking at its right, 12 pt in its colour on black."""
    looks = (
        element("b") + element("color", val=brief.handling.colour.removeprefix("#"))
        + element("sz", val=24) + element("szCs", val=24)
        + element("shd", val="clear", color="auto", fill="000000")
    )  # fmt: skip
    marking = element("r", element("rPr", looks) + _text(f" {brief.handling.label} "))
    stop = element("tabs", element("tab", val="right", pos=_RIGHT))
    held = element("pPr", element("pStyle", val="Header") + stop)
    return element("p", held + left + element("r", element("tab")) + marking)


def _run(words: str) -> str:
    return element("r", _text(words))


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{text(words)}</w:t>'
