"""The frame: a round area behind the cards, its title at the top; collapsed, a bar with a count."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from evidence_board.model.colours import COLOURS
from evidence_board.ui.canvas.faces import CARD_KINDS, tr
from evidence_board.ui.canvas.folding import FRAME_TITLE, FramePlace
from evidence_board.ui.canvas.ink import Ink, rounded

FramePainter = Callable[[Ink, FramePlace, QRectF], None]
_CHEVRON, _LOCK = 14.0, 12.0
_SECOND_SHEET = 3.0
"""How far the sheet behind a bar shows, which says that there is more below."""
_TINT = {"light": 0.10, "dark": 0.13}
_EDGE = 0.6
"""How much of a frame's colour its ground and its edge take."""


def paint_frame(ink: Ink, frame: FramePlace, box: QRectF) -> None:
    """Draw a frame without its title."""
    edge = box.adjusted(0.6, 0.6, -0.6, -0.6)
    radius = min((10 if frame.collapsed else 12) * ink.zoom, box.height() / 2)
    if frame.collapsed:
        away = _SECOND_SHEET * max(ink.zoom, 0.5)
        _sheet(ink, frame, rounded(edge.translated(away, away), max(radius, 2)))
    _sheet(ink, frame, rounded(edge, max(radius, 2)))


def paint_title(ink: Ink, frame: FramePlace, box: QRectF) -> None:
    """Draw the chevron and the title of a frame, on a plate over the links that cross it."""
    if ink.level == "far":
        _far_title(ink, frame, box)
        return
    line, head = ink.line("frame"), _head(ink, frame, box)
    left = box.left() + 10 * ink.zoom
    side = min(_CHEVRON * max(ink.zoom, 0.9), line)
    if box.height() < line or box.width() < side + 12:
        return
    start = left + side + 5
    words, room = "", box.right() - 12 * ink.zoom - start - (_LOCK + 5) * frame.locked
    if frame.title and room > 24:
        words = ink.elide("frame", frame.title, room)
    wide = ink.width("frame", words) if words else 0.0
    top = box.top() + max((head - line) / 2, 2)
    if not frame.collapsed:
        end = start + wide + (_LOCK + 5) * frame.locked + 5
        plate = rounded(QRectF(left - 3, top - 1, end - left + 3, line + 2), 4)
        ink.painter.fillPath(plate, _ground(ink, frame))
    chevron = "chevron-right" if frame.collapsed else "chevron-down"
    ink.icon(chevron, "text.secondary", left, top + (line - side) / 2, side)
    if words:
        ink.lines("frame", QRectF(start, top, wide, 0), (words,), "text.secondary")
    if frame.locked:
        ink.icon("lock", "text.tertiary", start + wide + 5, top + (line - _LOCK) / 2, _LOCK)
        wide += _LOCK + 5
    if frame.collapsed:
        gap = 8 if words else 0
        _count(ink, frame, start + wide + gap, top, room - wide - gap)


def spoken(frame: FramePlace, *, selected: bool = False) -> str:
    """Return how a collapsed frame is read aloud."""
    name = tr("Frame {0}").format(frame.title) if frame.title else tr("Frame")
    told = ". ".join((name, tr("collapsed"), told_counts(frame.counts))) + "."
    return f"{told} {tr('Selected')}." if selected else told


def told_counts(counts: Sequence[tuple[int, int]]) -> str:
    """Return how many cards of which kind there are, in words."""
    told = (_counted(CARD_KINDS[kind], number) for kind, number in counts)
    return ", ".join(told) if counts else tr("no cards")


def _head(ink: Ink, frame: FramePlace, box: QRectF) -> float:
    """Return the height in which the title stands in the middle."""
    return box.height() if frame.collapsed else (FRAME_TITLE + 2) * ink.zoom


def _count(ink: Ink, frame: FramePlace, left: float, top: float, room: float) -> None:
    """Say what is inside: by kind where there is room, else how many cards, else the number."""
    number = sum(count for _, count in frame.counts)
    cards = tr("1 card") if number == 1 else tr("{0} cards").format(number)
    for words in (told_counts(frame.counts), cards, str(number)):
        if ink.width("meta", words) <= room:
            down = (ink.line("frame") - ink.line("meta")) / 2
            ink.text("meta", left, top + down, words, "text.tertiary")
            return


def _far_title(ink: Ink, frame: FramePlace, box: QRectF) -> None:
    """Draw the title of a frame over its top edge, where no card of the far level hides it."""
    line = ink.line("frame")
    title = frame.title
    if frame.collapsed:
        title = f"{title} ({sum(count for _, count in frame.counts)})".strip()
    # A bar may be shorter than its title: what lies in it leaves the room beside it free.
    room = box.width() * frame.box[2] / max(frame.shown[2], 1.0)
    words = ink.elide("frame", title, room - 8) if room > 32 else ""
    if not words:
        return
    width = ink.width("frame", words)
    patch = QRectF(box.left() + 2, box.top() - line + 1, width + 6, line)
    _sheet(ink, frame, rounded(patch, 3), width=1.0)
    ink.text("frame", patch.left() + 3, patch.top(), words, "text.secondary")


def _sheet(ink: Ink, frame: FramePlace, path: QPainterPath, *, width: float = 1.25) -> None:
    """Fill and outline a path in the colour of a frame."""
    edge = _mixed(ink, "border.frame", frame.colour, _EDGE)
    if ink.look.plain and frame.colour:
        edge = ink.color(f"colour.{frame.colour}")
    pen = QPen(edge, max(width, 2.0) if ink.look.plain else width)
    ink.painter.setPen(pen)
    ink.painter.setBrush(Qt.BrushStyle.NoBrush if frame.sheer else _ground(ink, frame))
    ink.painter.drawPath(path)


def _ground(ink: Ink, frame: FramePlace) -> QColor:
    token = "surface.card" if frame.collapsed else "surface.frame"
    return _mixed(ink, token, frame.colour, _TINT.get(ink.look.tokens.scheme, 0.0))


def _mixed(ink: Ink, token: str, colour: str, share: float) -> QColor:
    """Return a colour token with some of a frame's colour in it; unknown colours give none."""
    ground = ink.color(token)
    if colour not in COLOURS or ink.look.plain:
        return ground
    hue = ink.color(f"colour.{colour}")
    parts = (
        (ground.red(), hue.red()),
        (ground.green(), hue.green()),
        (ground.blue(), hue.blue()),
    )
    return QColor(*(round(own + (other - own) * share) for own, other in parts))


def _counted(kind: str, number: int) -> str:
    one, many = {
        "claim": (tr("1 claim"), tr("{0} claims")),
        "hypothesis": (tr("1 hypothesis"), tr("{0} hypotheses")),
        "source": (tr("1 source"), tr("{0} sources")),
        "origin": (tr("1 origin"), tr("{0} origins")),
        "actor": (tr("1 person"), tr("{0} persons")),
        "excerpt": (tr("1 excerpt"), tr("{0} excerpts")),
        "note": (tr("1 note"), tr("{0} notes")),
        "gap": (tr("1 question"), tr("{0} questions")),
        "indicator": (tr("1 indicator"), tr("{0} indicators")),
    }.get(kind, (tr("1 card"), tr("{0} cards")))
    return one if number == 1 else many.format(number)
