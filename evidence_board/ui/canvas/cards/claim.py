"""The claim card: a round sheet with a solid edge, statement, judgement and origins."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from evidence_board.ui.canvas import signs
from evidence_board.ui.canvas.cards import dress, parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.cards.parts import Row
from evidence_board.ui.canvas.faces import Face, tr
from evidence_board.ui.canvas.ink import Ink

EDGE = 5.0
_MIDDLE_SPACINGS = ((5.0, 4.0, 3.0, 1.0), (3.0, 2.0, 1.0, 0.84), (2.0, 2.0, 0.0, 0.75))
"""At the middle level: free above and below, between text and sign, size of the sign."""
_OUTLINE = 2.0
"""How near the edge of a card the sign may come."""
Draw: TypeAlias = Callable[[Ink, Face, QRectF], None]


def paint_claim(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a reported claim, a judgement or an assumption."""
    if not ink.laid:
        paint_sheet(ink, box)
    paint_statement(ink, face, box)


def paint_sheet(ink: Ink, box: QRectF) -> None:
    """Draw what lies under the words of such a card."""
    path = outline("claim", box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom)
    parts.shadow(ink, path)
    ink.shape(path, "surface.card", "border.default")
    edge = QPainterPath()
    edge.addRect(QRectF(box.left(), box.top(), EDGE * max(ink.zoom, 0.7), box.height()))
    ink.shape(outline("claim", box, ink.zoom).intersected(edge), "kind.claim", None)


def paint_statement(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw what a claim and a hypothesis say, inside whatever outline."""
    if ink.level == "middle":
        _middle(ink, face, box)
        return
    inside, lines, below, places = _placed(ink, face, box)
    parts.header(ink, face, QRectF(inside.left(), places[0], inside.width(), 0))
    if len(places) > 1:
        ink.lines("cardTitle", _at(inside, places[1]), lines, "text.primary")
    for (_, draw), top in zip(below, places[2:], strict=False):
        draw(ink, face, _at(inside, top))


def badge_box(ink: Ink, face: Face, box: QRectF) -> QRectF | None:
    """Return where the origin badge stands on a card, None where there is none; draws nothing."""
    if face.badge is None or ink.level != "near":
        return None
    inside, _, below, places = _placed(ink, face, box)
    for (row, draw), top in zip(below, places[2:], strict=False):
        if draw is _badge:
            return QRectF(inside.left(), top, signs.badge_width(ink, face.badge), row.height)
    return None


def _placed(
    ink: Ink, face: Face, box: QRectF
) -> tuple[QRectF, tuple[str, ...], "list[tuple[Row, Draw]]", tuple[float, ...]]:
    """Return the room for text, the lines of the title, what stands below, and where all begins."""
    inside = parts.inner(dress.body(ink, face, box), ink.zoom)
    below = _below(ink, face)
    room = inside.height() - ink.line("mark") - sum(row.height for row, _ in below)
    room -= (parts.PAD_TOP + parts.HEADER_GAP + parts.PAD_BOTTOM) * ink.zoom * 0.5
    lines, title = parts.title_row(ink, "cardTitle", face.title, inside.width(), room)
    rows = [parts.header_row(ink), title, *(row for row, _ in below)]
    return inside, lines, below, parts.tops(rows, inside, ink.zoom)


def _at(inside: QRectF, top: float) -> QRectF:
    return QRectF(inside.left(), top, inside.width(), inside.bottom() - top)


def _below(ink: Ink, face: Face) -> list[tuple[Row, Draw]]:
    """Return the rows under the title, most important first."""
    rows: list[tuple[Row, Draw]] = []
    if face.judged:
        rows.append((Row(ink.line("meta"), parts.ROW_GAP), _judgement))
    if face.badge is not None:
        height = signs.BADGE_HEIGHT * ink.share("badge")
        rows.append((Row(height, parts.ROW_GAP), _badge))
    if face.lost:
        rows.append((Row(ink.line("meta"), parts.ROW_GAP), _lost))
    if face.unfinished:
        rows.append((Row(ink.line("meta"), parts.ROW_GAP), _missing))
    return rows


def _judgement(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw likelihood and confidence, each a sign and its word; words that do not fit go."""
    share = ink.share("meta")
    height = ink.line("meta")
    middle = box.top() + height / 2
    confident = ink.width("meta", face.confidence) + 18 * share if face.confidence else 12 * share
    x = box.left()
    signs.likelihood(ink, x, middle, face.step, share)
    x += signs.LIKELIHOOD_WIDTH * share + 5 * share
    word = ink.width("meta", face.likelihood)
    if face.likelihood and x + word <= box.right() + 1:
        ink.text("meta", x, box.top(), face.likelihood, "text.secondary")
        x += word
    x += min(14 * share, max(box.right() - x - confident, 5 * share))
    if x + 12 * share > box.right() + 1:
        return
    signs.confidence(ink, x, middle, face.confidence, share)
    x += 18 * share
    if face.confidence and x + ink.width("meta", face.confidence) <= box.right() + 4:
        ink.text("meta", x, box.top(), face.confidence, "text.secondary")


def _badge(ink: Ink, face: Face, box: QRectF) -> None:
    if face.badge is not None:
        signs.origin_badge(ink, box.left(), box.top(), face.badge)


def _missing(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw the warning that a confidence stands without its reason."""
    dress.told_off(ink, tr("reason missing"), box, "warn")


def _lost(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw the warning that words which carry the claim are not found any more."""
    dress.told_off(ink, face.lost, box, "error")


def _middle(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw the statement, and the likelihood where it was judged.

    Where both do not fit, all moves closer together; then the likelihood goes, not the second line.
    """
    inside, corner = box.adjusted(12, 5, -8, -4), parts.corner_of(face, box, warned=True)
    if face.likelihood and not _middle_judged(ink, face, box):
        parts.middle_title(ink, "cardTitle", face.title, box.adjusted(12, 3, -8, -2), corner)
    elif not face.likelihood:
        parts.middle_title(ink, "cardTitle", face.title, inside, corner)
    dress.warning(ink, face, box)


def _middle_judged(ink: Ink, face: Face, box: QRectF) -> bool:
    """Draw statement and likelihood, if two lines or all of the statement fit above it."""
    wanted = len(ink.wrap("cardTitle", face.title, box.width() - 20, 2))
    for top, bottom, gap, share in _MIDDLE_SPACINGS:
        sign = signs.SIGN_HEIGHT * share
        text = box.adjusted(12, top, -8, -bottom - gap - sign)
        lines, step = parts.middle_lines(ink, "cardTitle", face.title, text.width(), text.height())
        free = text.bottom() + bottom - _OUTLINE - text.top() - len(lines) * step
        if len(lines) >= wanted and text.height() > 0 and free >= 0:
            corner = parts.corner_of(face, box, warned=True)
            end = parts.middle_title(ink, "cardTitle", face.title, text, corner)
            signs.likelihood(ink, text.left(), end + gap + sign / 2, face.step, share)
            return True
    return False
