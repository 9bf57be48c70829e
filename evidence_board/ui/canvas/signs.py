"""The signs of judgement: likelihood cells, confidence disc, grade, origin badge, warning."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from evidence_board.brief.values import Badge
from evidence_board.ui.canvas.ink import Ink, rounded

CELL, CELL_GAP = 4.0, 1.5
CELL_HEIGHTS = (11.0, 9.0, 7.0, 5.0, 7.0, 9.0, 11.0)
LIKELIHOOD_WIDTH = 7 * CELL + 6 * CELL_GAP
SIGN_HEIGHT = 12.0
BADGE_HEIGHT = 20.0
GRADE_HEIGHT = 18.0
CLASH = 13.0
_GRADE_CELL = 15.5


def likelihood(ink: Ink, x: float, middle: float, step: int, share: float = 1.0) -> None:
    """Draw the seven cells, filled from the middle outwards; step 0 is *not judged*, dashed."""
    painter = ink.painter
    filled = set(ink.look.tokens.likelihood_cells(step)) if step else set()
    text = ink.color("text.primary")
    painter.save()
    painter.translate(x, middle)
    painter.scale(share, share)
    for place, height in enumerate(CELL_HEIGHTS):
        if place == 3 and step not in (0, 4):
            continue  # the tick of the even point stands there
        box = QRectF(place * (CELL + CELL_GAP) + 0.5, -height / 2, CELL - 1, height)
        _cell(painter, box, text, full=place + 1 in filled, judged=step > 0)
    if step not in (0, 4):
        tick = QColor(text)
        tick.setAlphaF(0.55)
        centre = LIKELIHOOD_WIDTH / 2
        painter.fillRect(QRectF(centre - 0.75, -5, 1.5, 10), tick)
    painter.restore()


def _cell(painter: QPainter, box: QRectF, text: QColor, *, full: bool, judged: bool) -> None:
    if full:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(text)
        painter.drawRoundedRect(box.adjusted(-0.5, 0, 0.5, 0), 1, 1)
        return
    faint = QColor(text)
    faint.setAlphaF(0.38 if judged else 0.5)
    pen = QPen(faint, 0.9)
    if not judged:
        pen.setDashPattern([1.5, 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # square ends would fill the gaps
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0, 0.5, 0, -0.5), 1, 1)


def confidence(ink: Ink, x: float, middle: float, term: str, share: float = 1.0) -> None:
    """Draw the disc of 12: ring, half, full; dashed where confidence was not judged."""
    painter = ink.painter
    text = ink.color("text.primary")
    painter.save()
    painter.translate(x + 6 * share, middle)
    painter.scale(share, share)
    pen = QPen(text, 1.5)
    if not term:
        pen.setDashPattern([2 / 1.5, 1.6 / 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # square ends would fill the gaps
    painter.setPen(pen)
    painter.setBrush(text if term == "high" else Qt.BrushStyle.NoBrush)
    ring = QRectF(-5.25, -5.25, 10.5, 10.5)
    painter.drawEllipse(ring)
    if term == "moderate":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(text)
        painter.drawPie(ring, 90 * 16, 180 * 16)
    painter.restore()


def clash(ink: Ink, x: float, middle: float, share: float = 1.0) -> None:
    """Draw the disc of *contradicts* about a point: a ring with a cross."""
    strokes = tuple((-2.4, -2.4 * rise, 2.4, 2.4 * rise) for rise in (-1, 1))
    _disc(ink, x, middle, share, strokes)


def misfit(ink: Ink, x: float, middle: float, share: float = 1.0) -> None:
    """Draw the disc of words that do not fit about a point: a ring with a crossed equals sign."""
    strokes = ((-3.0, -1.4, 3.0, -1.4), (-3.0, 1.4, 3.0, 1.4), (-1.6, 3.4, 1.6, -3.4))
    _disc(ink, x, middle, share, strokes)


def _disc(
    ink: Ink, x: float, middle: float, share: float, strokes: Sequence[tuple[float, ...]]
) -> None:
    """Draw a ring about a point with strokes in it, each from x, y to x, y."""
    painter = ink.painter
    painter.save()
    painter.translate(x, middle)
    painter.scale(share, share)
    painter.setPen(QPen(ink.color("link.contradicts"), 1.4))
    painter.setBrush(ink.color("surface.card"))
    painter.drawEllipse(QRectF(-5.8, -5.8, 11.6, 11.6))
    for left, top, right, bottom in strokes:
        painter.drawLine(QPointF(left, top), QPointF(right, bottom))
    painter.restore()


def open_question(ink: Ink, x: float, y: float) -> None:
    """Draw about a point that something is missing: a dashed ring with a question mark."""
    size = min(max(ink.zoom, 0.75), 1.5)
    color, ground = ink.color("status.warn.text"), ink.color("surface.board")
    if ink.vector:
        ink.painter.save()
        ink.painter.translate(x, y)
        ink.painter.scale(size, size)
        _question(ink.painter, color, ground)
        ink.painter.restore()
        return
    image = _question_image(color.name(), ground.name(), size * ink.ratio)
    side = image.width() / ink.ratio
    left = floor((x - side / 2) * ink.ratio + 0.5) / ink.ratio
    top = floor((y - side / 2) * ink.ratio + 0.5) / ink.ratio
    ink.painter.drawImage(QRectF(left, top, side, side), image, QRectF(image.rect()))


@lru_cache(maxsize=32)
def _question_image(color: str, ground: str, scale: float) -> QImage:
    side = max(ceil(16 * scale), 4)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.scale(scale, scale)
    _question(painter, QColor(color), QColor(ground))
    painter.end()
    return image


def _question(painter: QPainter, color: QColor, ground: QColor) -> None:
    pen = QPen(color, 1.1)
    pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawEllipse(QRectF(-6, -6, 12, 12))
    painter.setPen(QPen(color, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    hook = QPainterPath(QPointF(-1.8, -1.4))
    hook.cubicTo(-1.8, -4.2, 2.2, -4.0, 1.9, -1.5)
    hook.cubicTo(1.7, -0.4, 0, -0.3, 0, 1.2)
    painter.drawPath(hook)
    painter.drawPoint(QPointF(0, 3.2))


def grade_width(letter: str | None, digit: str | None, share: float = 1.0) -> float:
    """Return the width of a grade of one or two cells."""
    return _GRADE_CELL * share * ((letter is not None) + (digit is not None))


def grade(
    ink: Ink, x: float, top: float, letter: str | None, digit: str | None, share: float = 1.0
) -> None:
    """Draw the Admiralty code: letter on dark, digit on light; what was not graded is a dash.

    None leaves a cell out.
    """
    due = [
        (sign, on_dark) for sign, on_dark in ((letter, True), (digit, False)) if sign is not None
    ]
    cell, height = _GRADE_CELL * share, GRADE_HEIGHT * share
    whole = QRectF(x, top, cell * len(due), height).adjusted(0.5, 0.5, -0.5, -0.5)
    given = any(sign for sign, _ in due)
    dash = () if given else (2.5, 2.0)
    ink.shape(rounded(whole, 3 * share), "surface.card", "border.strong", 1, dash)
    for place, (sign, on_dark) in enumerate(due):
        box = QRectF(x + place * cell, top, cell, height)
        dark = on_dark and bool(sign)
        if dark:
            _half(ink, box, share, alone=len(due) == 1)
        words = sign or "–"
        left = box.center().x() - ink.width("mono", words) / 2
        color = "surface.card" if dark else "text.secondary" if not sign else "text.primary"
        ink.text("mono", left, box.center().y() - ink.line("mono") / 2, words, color)


def _half(ink: Ink, box: QRectF, share: float, *, alone: bool) -> None:
    """Fill the leading cell, round where it is the outline."""
    path = rounded(box, 3 * share)
    if not alone:
        square = QPainterPath()
        square.addRect(box.adjusted(box.width() / 2, 0, 0, 0))
        path = path.united(square)
    ink.shape(path, "text.secondary", None)


def badge_width(ink: Ink, badge: Badge) -> float:
    """Return the width of an origin badge."""
    share = ink.share("badge")
    return (31 + 10) * share + ink.width("badge", badge.text)


def origin_badge(ink: Ink, x: float, top: float, badge: Badge) -> None:
    """Draw the origin badge: the glyph alone tells the state, the border style repeats it."""
    share = ink.share("badge")
    width, height = badge_width(ink, badge), BADGE_HEIGHT * share
    state = badge.state if badge.state != "none" else "zero"
    box = QRectF(x, top, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    dash = (3.0, 2.0) if state in ("zero", "range") else ()
    thick = 1.5 if state == "circular" else 1.0
    path = rounded(box, box.height() / 2)
    ink.shape(path, f"origin.{state}.bg", f"origin.{state}.border", thick, dash)
    painter = ink.painter
    painter.save()
    painter.translate(x + 9 * share, top + height / 2)
    painter.scale(share, share)
    _GLYPHS[state](painter, ink.color(f"origin.{state}.text"))
    painter.restore()
    words_top = top + (height - ink.line("badge")) / 2
    ink.text("badge", x + 31 * share, words_top, badge.text, f"origin.{state}.text")


def _strokes(painter: QPainter, color: QColor, width: float = 1.3) -> None:
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _dots(painter: QPainter, color: QColor, spots: tuple[tuple[float, float, float], ...]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x, y, radius in spots:
        painter.drawEllipse(QPointF(x, y), radius, radius)


_CARRIERS = ((1.5, -4.5, 1.4), (1.5, 0.0, 1.4), (1.5, 4.5, 1.4))


def _dashed_ring(painter: QPainter, color: QColor, x: float, y: float, radius: float) -> None:
    pen = QPen(color, 1.2)
    pen.setDashPattern([1.7, 1.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # square ends would fill the gaps
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _zero(painter: QPainter, color: QColor) -> None:
    _dots(painter, color, _CARRIERS)
    _dashed_ring(painter, color, 13, 0, 3.4)


def _one(painter: QPainter, color: QColor) -> None:
    _strokes(painter, color)
    for _, y, _ in _CARRIERS:
        painter.drawLine(QPointF(1.5, y), QPointF(13, 0))
    _dots(painter, color, (*_CARRIERS, (13.5, 0, 3.3)))


def _many(painter: QPainter, color: QColor) -> None:
    _strokes(painter, color)
    for _, y, _ in _CARRIERS:
        painter.drawLine(QPointF(1.5, y), QPointF(14, y))
    _dots(painter, color, _CARRIERS + tuple((14.5, y, 1.9) for _, y, _ in _CARRIERS))


def _range(painter: QPainter, color: QColor) -> None:
    _strokes(painter, color)
    painter.drawLine(QPointF(1.5, -4.5), QPointF(14, -3.5))
    painter.drawLine(QPointF(1.5, 0), QPointF(14, -3.5))
    _dots(painter, color, (*_CARRIERS, (14, -3.5, 2.5)))
    _dashed_ring(painter, color, 14, 3.6, 2.4)


def _circular(painter: QPainter, color: QColor) -> None:
    _strokes(painter, color, 1.5)
    ring = QRectF(3, -5, 10, 10)
    painter.drawArc(ring, 20 * 16, 140 * 16)
    painter.drawArc(ring, 200 * 16, 140 * 16)
    for x, y, turn in ((12.8, -1.6, 1), (3.2, 1.6, -1)):
        painter.drawLine(QPointF(x, y), QPointF(x - 3.4 * turn, y - 0.4 * turn))
        painter.drawLine(QPointF(x, y), QPointF(x + 0.6 * turn, y - 3.4 * turn))


_GLYPHS: dict[str, Callable[[QPainter, QColor], None]] = {
    "zero": _zero,
    "one": _one,
    "many": _many,
    "range": _range,
    "circular": _circular,
}
