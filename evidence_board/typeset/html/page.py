"""A whole brief as one HTML file, marked at its top and foot."""

import base64
import hashlib
from collections.abc import Mapping

from evidence_board.brief.content import Brief
from evidence_board.typeset.blocks import Block, Figure, Heading, Table, anchors_of
from evidence_board.typeset.characters import StandIns, shows
from evidence_board.typeset.flow.parts import blocks_of
from evidence_board.typeset.flow.words import running
from evidence_board.typeset.html.blocks import Drawn
from evidence_board.typeset.html.escaping import text
from evidence_board.typeset.html.figure import symbols
from evidence_board.typeset.html.style import style


def html(brief: Brief) -> bytes:
    """Return the brief as HTML; the same brief gives the same bytes.

    It runs nothing and asks nothing of any other place, which its policy says as well.
    """
    blocks = blocks_of(brief)
    widths = [width for block in blocks if isinstance(block, Table) for width in block.widths]
    rules = style(widths, brief.handling.colour)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{_head(brief, rules)}</head>\n<body>\n'
        f"{_bar(brief, 'header', 'head', text(running(brief)))}\n<main>\n"
        f'<p class="handling">{text(brief.handling.handling)}</p>\n'
        f"{_body(blocks, brief.files)}\n</main>\n"
        f"{_bar(brief, 'footer', 'foot', _state(brief.state))}\n</body>\n</html>\n"
    ).encode()


def _head(brief: Brief, rules: str) -> str:
    digest = base64.b64encode(hashlib.sha256(rules.encode()).digest()).decode()
    pictures = "img-src data:; " if brief.files else ""
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; {pictures}base-uri 'none'; "
        "form-action 'none'"
    )
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="keywords" content="{text(brief.handling.label)}">\n'
        f"<title>{text(_shown(brief.title))}</title>\n<style>{rules}</style>\n"
    )


def _bar(brief: Brief, element: str, look: str, words: str) -> str:
    """Return the line at the top or foot: what it is, and the marking."""
    marking = f'<span class="tlp"><b>{text(brief.handling.label)}</b></span>'
    return f'<{element} class="{look}"><span>{words}</span>{marking}</{element}>'


def _state(state: str) -> str:
    return f"Project state <code>{state[:4]} {state[4:8]} {state[8:12]}</code>"


def _body(blocks: tuple[Block, ...], files: Mapping[str, bytes]) -> str:
    drawn = Drawn(frozenset(anchors_of(blocks)), files)
    pictures = symbols() if any(isinstance(block, Figure) for block in blocks) else ""
    titles = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    body = [drawn.block(block) for block in blocks]
    listed = "".join(
        f'<li><a href="#part-{place}"><bdi>{drawn.plain(title.line)}</bdi></a></li>'
        for place, title in enumerate(titles[1:], 2)
    )
    contents = f'<nav aria-label="Contents"><ol>{listed}</ol></nav>' if listed else ""
    later = (place for place, block in enumerate(blocks) if isinstance(block, Heading))
    second = [*later, len(blocks), len(blocks)][1]
    return "\n".join([pictures, *body[:second], contents, *body[second:]])


def _shown(words: str) -> str:
    return text(StandIns(shows, breaks=False).printed(words))
