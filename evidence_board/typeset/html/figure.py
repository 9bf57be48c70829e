"""A drawing of the board as inline SVG: frames, lines, cards that lead to what they stand for."""

from collections.abc import Collection

from evidence_board.brief.figure_cards import Face
from evidence_board.typeset.cards import SIDES, broken
from evidence_board.typeset.directions import leftwards
from evidence_board.typeset.drawing import Drawing, DrawnCard, DrawnFrame, DrawnHead
from evidence_board.typeset.faces import common, width
from evidence_board.typeset.html.escaping import tag, text
from evidence_board.typeset.html.figure_lines import line, sample
from evidence_board.typeset.icons import kind_icons
from evidence_board.typeset.tokens import token

_SMALLEST = 6.0
_PLAIN, _BOLD = "IBMPlexSans_400Regular.ttf", "IBMPlexSans_600SemiBold.ttf"


def figure(drawing: Drawing, number: int, places: Collection[str]) -> str:
    """Return a figure with its caption and legend; links lead to `places` only."""
    drawn = "".join(_frame(frame, drawing.scale) for frame in drawing.frames)
    drawn += "".join(line(one, drawing.scale, near=drawing.near) for one in drawing.lines)
    drawn += "".join(_card(card, drawing, places) for card in drawing.cards)
    drawn += "".join(_head(head) for head in drawing.heads)
    size = f"0 0 {drawing.width:.0f} {drawing.height:.0f}"
    picture = tag("svg", drawn, role="img", viewBox=size, aria_label=drawing.alt)
    looks = " ".join(f"<span>{sample(look)}{text(word)}</span>" for look, word in drawing.looks)
    caption = f"<strong>Figure {number}.</strong> {text(drawing.caption)}"
    legend = f'<div class="legend">{looks}</div>' if looks else ""
    return f"<figure>{picture}{legend}<figcaption>{caption}</figcaption></figure>"


def symbols() -> str:
    """Return the marks of the kinds of cards, drawn once for all figures."""
    held = ""
    for kind, icon in kind_icons().items():
        start, _, inner = icon.partition("<svg")[2].partition(">")
        kept = " ".join(part for part in _attributes(start))
        held += (
            f'<symbol id="kind-{kind}" viewBox="0 0 24 24" {kept}>{inner.rpartition("</svg>")[0]}'
        )
        held += "</symbol>"
    return f'<svg width="0" height="0" aria-hidden="true">{held}</svg>'


def _attributes(start: str) -> list[str]:
    """Return how the strokes of an icon are drawn; its size is the user's."""
    wanted = ("fill=", "stroke=", "stroke-width=", "stroke-linecap=", "stroke-linejoin=")
    return [part for part in start.split() if part.startswith(wanted)]


def _frame(frame: DrawnFrame, scale: float) -> str:
    area = tag(
        "rect", x=frame.x, y=frame.y, width=frame.width, height=frame.height, rx=12 * scale,
        fill=_ink("surface.frame"), stroke=_ink("border.frame"), stroke_width=0.7,
    )  # fmt: skip
    size = max(6.2, 12 * scale)
    title = _words(
        frame.title, frame.x + 10 * scale, frame.y + 8 * scale + size, size, "text.secondary",
        font_weight=600,
    )  # fmt: skip
    return area + title


def _head(head: DrawnHead) -> str:
    return _words(head.words, head.x, 8.5, 7.4, "text.secondary", font_weight=600)


def _card(card: DrawnCard, drawing: Drawing, places: Collection[str]) -> str:
    inside = _outline(card, drawing.scale)
    inside += _near(card, drawing.scale) if drawing.near else _far(card)
    box: dict[str, str | float] = {
        "x": card.x, "y": card.y, "width": card.width, "height": card.height,
    }  # fmt: skip
    held = tag("svg", inside, **box)
    return tag("a", held, href=f"#{card.face.to}") if card.face.to in places else held


def _outline(card: DrawnCard, scale: float) -> str:
    kind, face = _ink(f"kind.{card.face.kind}"), card.face
    look: dict[str, str | float] = {"rx": 6 * scale, "fill": "#fff", "stroke_width": 0.6}
    look["stroke"] = _ink("border.strong")
    edge = ""
    if face.kind == "source" and not face.held:
        look["stroke_dasharray"] = "2 1.5"
    elif face.kind in ("origin", "actor"):
        look |= {"rx": min(card.height / 2, 24 * scale), "stroke": kind, "stroke_width": 1}
    elif face.kind == "hypothesis":
        look |= {"rx": 0, "stroke": kind, "stroke_width": 1}
    elif face.kind == "excerpt":
        look |= {"fill": _ink("surface.excerpt"), "stroke": _ink("border.default")}
        edge = tag(
            "rect", x=7 * scale, y=8 * scale, width=2 * scale, fill=kind,
            height=max(card.height - 16 * scale, 1),
        )  # fmt: skip
    elif face.kind == "question":
        look |= {"stroke": kind, "stroke_width": 0.9, "stroke_dasharray": "2.4 1.6"}
    elif face.kind == "note":
        look |= {"fill": _ink("surface.note"), "stroke": "none"}
    if face.kind == "claim":
        edge = tag("rect", x=0.3, y=0.3, width=5 * scale, height=card.height - 0.6, fill=kind)
    body = {"x": 0.5, "y": 0.5, "width": card.width - 1, "height": card.height - 1}
    return tag("rect", **body, **look) + edge


def _near(card: DrawnCard, scale: float) -> str:
    """Return all that a card has: mark and grade, title, then signs or a detail."""
    face, round_one = card.face, card.face.kind in ("origin", "actor")
    left, top = (18 if round_one else 14) * scale, (4 if round_one else 8) * scale
    small, size = _sized(11.5, scale), _sized(13, scale)
    side = 14 * scale
    icon = tag("use", href=f"#kind-{face.kind}", x=left, y=top, width=side, height=side)
    row = top + max(side, small) * 0.86
    head = face.mark + (f" {face.detail}" if face.detail and face.kind not in _SOURCES else "")
    drawn = icon + _words(head, left + side + 4 * scale, row, small, "text.secondary")
    if face.grade is not None:
        letter = f"{face.grade.letter or '–'}{face.grade.digit or '–'}"
        where = card.width - 12 * scale
        drawn += _words(letter, where, row, small, "text.secondary", text_anchor="end")
    title, below = _title(card, left, top + max(18 * scale, 8) + 3 * scale, size)
    return drawn + title + _below(card, left, below, scale)


_SOURCES = ("source", "origin", "actor")


def _title(card: DrawnCard, left: float, top: float, size: float) -> tuple[str, float]:
    """Return the title, and where it ends."""
    look: dict[str, str | float] = {} if card.face.kind == "note" else {"font_weight": 600}
    if card.face.kind == "excerpt":
        look = {"font_style": "italic", "font_family": "IBM Plex Serif,Georgia,serif"}
    drawn, leading = "", size * 17 / 13
    for place, words in enumerate(card.title.split("\n") if card.title else ()):
        where = top + size * 0.95 + place * leading
        drawn += _words(words, left, where, size, "text.primary", **look)
    return drawn, top + leading * (card.title.count("\n") + bool(card.title))


def _below(card: DrawnCard, left: float, top: float, scale: float) -> str:
    face, small = card.face, _sized(11.5, scale)
    if face.kind not in ("claim", "hypothesis"):
        detail = face.detail if face.kind in _SOURCES and card.width >= 88 else ""
        drawn = _words(detail, left, top + small, small, "text.secondary")
        return drawn + _notes(card, left, top + (1.3 * small if detail else 0), scale)
    drawn = ""
    if face.judged:
        top += 6 * scale + small
        drawn += _words(_likelihood(face, card.width < 88), left, top, small, "text.secondary")
        right = card.width - 12 * scale
        term = "not yet fit" if face.held_back else face.confidence
        ink = "status.error.text" if face.held_back else "text.secondary"
        drawn += _words(term, right, top, small, ink, text_anchor="end")
    if face.origins is not None:
        top += 6 * scale
        state = "zero" if face.origins.state == "none" else face.origins.state
        ink = f"origin.{state}"
        held = {"x": left, "y": top, "width": card.width - left - 12 * scale, "height": small * 1.6}
        drawn += tag(
            "rect", **held, rx=small * 0.8, fill=_ink(f"{ink}.bg"), stroke=_ink(f"{ink}.border"),
            stroke_width=0.7,
        )  # fmt: skip
        where = top + small * 1.15
        drawn += _words(face.origins.text, left + small * 0.7, where, small * 0.95, f"{ink}.text")
    return drawn


def _notes(card: DrawnCard, left: float, top: float, scale: float) -> str:
    """Return the lines below, each broken where the PDF breaks it."""
    drawn, small = "", _sized(11.5, scale)
    for note in card.face.notes:
        for words in broken(note, card.width - (SIDES + 6) * scale, small, 9):
            drawn += _words(words, left, top + small, small, "text.primary")
            top += 1.3 * small
    return drawn


def _likelihood(face: Face, tight: bool) -> str:
    if face.likelihood is None:
        return "not judged"
    word = face.likelihood.word
    return face.likelihood.range if tight and len(word) > 15 else word


def _far(card: DrawnCard) -> str:
    """Return the mark and the words that fit on a small card."""
    kind, drawn = f"kind.{card.face.kind}", ""
    left = 3.4 if card.width > 24 else 1.6
    for place, words in enumerate(card.title.split("\n")):
        shown = f"{card.face.mark} {words}" if place == 0 else words
        ink = kind if place == 0 else "text.primary"
        drawn += _words(shown, left, 7 + 7.2 * place, _SMALLEST, ink)
    return drawn


def _words(words: str, x: float, y: float, size: float, ink: str, **more: str | float) -> str:
    if not words:
        return ""
    look: dict[str, str | float] = {"font_size": size, "fill": _ink(ink), **more}
    if leftwards(words):
        return tag("text", text(words), x=x, y=y, direction="rtl", text_anchor="end", **look)
    if not common().issuperset(map(ord, words)):
        return tag("text", text(words), x=x, y=y, **look)
    # As wide as in the faces that the drawing was made for, whatever face is there.
    look["textLength"] = width(words, size, _BOLD if "font_weight" in more else _PLAIN)
    return tag("text", text(words), x=x, y=y, lengthAdjust="spacingAndGlyphs", **look)


def _sized(px: float, scale: float) -> float:
    return max(_SMALLEST, px * scale)


def _ink(path: str) -> str:
    return str(token(f"color.light.{path}"))
