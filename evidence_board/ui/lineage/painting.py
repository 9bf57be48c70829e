"""Painting the stations, routes and heads of a chart of Lineage."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from evidence_board.analysis.chart import Route
from evidence_board.ui.canvas import signs
from evidence_board.ui.canvas.cards import CARD_PAINTERS, parts
from evidence_board.ui.canvas.cards.outlines import KIND_COLORS, KIND_ICONS, outline
from evidence_board.ui.canvas.discs import paint_disc
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.heads import HEADS
from evidence_board.ui.canvas.heights import BADGE_ROW
from evidence_board.ui.canvas.ink import Ink, rounded
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.lineage.curves import Curve
from evidence_board.ui.lineage.sights import Sight
from evidence_board.ui.tokens import LinkLook

WIDTH, CLAIM_WIDTH = 184.0, 200.0
PAD, HEAD_LINE, CHIP, CHIP_GAP = 10.0, 18.0, 20.0, 5.0
_EDGE, _TIGHT = 2.0, 0.9
"""What stays free above and below all text; how far lines move together for it."""
_FADED, _FAR = 0.45, 0.5
"""How faint what is gone is drawn; below which zoom routes are plain lines."""
_LOOKS = {"asserts": "supports", "chain": "quotes"}
"""The type by which the tokens tell how a route is drawn, where it is none of theirs."""


def size_of(sight: Sight, lettering: Lettering) -> tuple[float, float]:
    """Return how large a station is, px at 100 %."""
    if sight.face is not None:
        lines = len(lettering.wrap("cardTitle", sight.title, CLAIM_WIDTH - 26, 4))
        height = 39 + lines * lettering.line("cardTitle")
        height += BADGE_ROW if sight.face.badge is not None else 0
        height += lettering.line("meta") + parts.ROW_GAP if sight.face.judged else 0
        height += 17 + parts.ROW_GAP if sight.face.lost or sight.face.unfinished else 0
        return CLAIM_WIDTH, height
    lines = len(lettering.wrap("cardTitle", sight.title, _room(sight), 2))
    height = 2 * PAD + 2 * (_edge(sight) - _EDGE) + HEAD_LINE + lines * lettering.line("cardTitle")
    height += CHIP + CHIP_GAP if sight.chips or sight.notes else 0
    height += len(sight.signs) * (lettering.line("meta") + 2)
    return WIDTH, height


def _room(sight: Sight) -> float:
    return WIDTH - 2 * _inset(sight)


def _inset(sight: Sight) -> float:
    return 20.0 if sight.kind == "origin" else 12.0


def _edge(sight: Sight) -> float:
    """Return what stays free between text and outline at least; a folded group has two."""
    return _EDGE + (3.0 if sight.station.members else 0.0)


def paint_station(ink: Ink, sight: Sight, box: QRectF) -> None:
    """Draw a station into a box, px of the screen at 100 % interface scale."""
    if sight.face is not None:
        CARD_PAINTERS[sight.face.kind](ink, sight.face, box)
        return
    painter = ink.painter
    painter.save()
    if sight.gone and not ink.look.plain:
        painter.setOpacity(_FADED)
    _outline(ink, sight, box)
    inset = _inset(sight) * ink.zoom
    inside = box.adjusted(inset, 0, -inset, 0)
    if ink.level == "near":
        _rows(ink, sight, inside)
    else:
        parts.middle_title(ink, "cardTitle", sight.title, inside.adjusted(0, 3, 0, -3))
    painter.restore()


def _outline(ink: Ink, sight: Sight, box: QRectF) -> None:
    inner = box.adjusted(0.75, 0.75, -0.75, -0.75)
    kind = "origin" if sight.kind == "origin" else "source"
    path = rounded(inner, 24 * ink.zoom) if kind == "origin" else outline(kind, inner, ink.zoom)
    parts.shadow(ink, path)
    if sight.cut:
        _cut_ring(ink, box, 30 * ink.zoom if kind == "origin" else 8 * ink.zoom)
    looped = bool(sight.station.looped)
    edge = "kind.origin" if kind == "origin" else "border.default"
    if sight.dashed and kind != "origin":
        edge = "border.strong"
    edge = "status.error.border" if looped else edge
    width = 1.5 if kind == "origin" or looped else 1.0
    ink.shape(path, "surface.card", edge, width, (4.0, 3.0) if sight.dashed else ())
    if sight.station.members:
        second = inner.adjusted(3, 3, -3, -3)
        ink.shape(rounded(second, 21 * ink.zoom), None, edge, 1.0)


def _cut_ring(ink: Ink, box: QRectF, radius: float) -> None:
    """Draw the dashed ring about what the claim falls with."""
    ring = rounded(box.adjusted(-5, -5, 5, 5), radius)
    ink.shape(ring, "status.warn.bg", "status.warn.border", 1.5, (7.0, 3.0))


def _rows(ink: Ink, sight: Sight, inside: QRectF) -> None:
    """Draw what stands in a station, from its head down, so that none of it leaves the outline."""
    lines, signs_shown, tight = _fitted(ink, sight, inside)
    used = _used(ink, sight, len(lines), signs_shown, tight)
    top = inside.top() + min((PAD - 3) * ink.zoom, max((inside.height() - used) / 2, _edge(sight)))
    _head(ink, sight, inside, top)
    top += max(HEAD_LINE * ink.zoom, ink.line("mark")) * tight
    step = ink.line("cardTitle") * tight
    room = QRectF(inside.left(), top, inside.width(), 0)
    ink.lines("cardTitle", room, lines, "text.primary", step)
    top += len(lines) * step
    if sight.chips or sight.notes:
        top += CHIP_GAP * ink.zoom * tight
        _chips(ink, sight, QRectF(inside.left(), top, inside.width(), CHIP * ink.zoom))
        top += CHIP * ink.zoom
    for sign in sight.signs[:signs_shown]:
        top += 2 * ink.zoom
        side = 12 * ink.share("meta")
        middle = top + ink.line("meta") * tight / 2
        color = f"status.{sign.level}.text"
        ink.icon(sign.icon, color, inside.left(), middle - side / 2, side)
        left = inside.left() + side + 5 * ink.zoom
        words = ink.elide("meta", sign.words, inside.right() - left)
        ink.text("meta", left, middle - ink.line("meta") / 2, words, color)
        top += ink.line("meta") * tight


def _fitted(ink: Ink, sight: Sight, inside: QRectF) -> tuple[tuple[str, ...], int, float]:
    """Return the lines of the title and how many signs have room, and how close all of it stands.

    Text has a least size, a station has none: where it is zoomed so far that not all fits, lines
    move together, then the second line of the title goes, then signs, the last one first.
    """
    two, one = (ink.wrap("cardTitle", sight.title, inside.width(), most) for most in (2, 1))
    every = len(sight.signs)
    ways = [(lines, every, tight) for lines in (two, one) for tight in (1.0, _TIGHT)]
    ways += [(one, number, _TIGHT) for number in range(every - 1, -1, -1)]
    fits = (
        (lines, number, tight)
        for lines, number, tight in ways
        if _used(ink, sight, len(lines), number, tight) + 2 * _edge(sight) <= inside.height()
    )
    return next(fits, ways[-1])


def _used(ink: Ink, sight: Sight, lines: int, signs_shown: int, tight: float) -> float:
    """Return how high what stands in a station is, px on the screen."""
    text = max(HEAD_LINE * ink.zoom, ink.line("mark")) + lines * ink.line("cardTitle")
    text += CHIP_GAP * ink.zoom if sight.chips or sight.notes else 0.0
    chips = CHIP * ink.zoom if sight.chips or sight.notes else 0.0
    return chips + text * tight + signs_shown * (ink.line("meta") * tight + 2 * ink.zoom)


def _head(ink: Ink, sight: Sight, inside: QRectF, top: float) -> None:
    share = ink.share("mark")
    side, middle = 14 * share, top + ink.line("mark") / 2
    kind = "origin" if sight.kind == "origin" else "source"
    icon = "circle-dot" if kind == "origin" else KIND_ICONS.get(sight.kind, "newspaper")
    color = KIND_COLORS.get(sight.kind, "kind.source")
    if sight.kind == "origin" and not sight.station.known:
        icon = "circle-question-mark"
    ink.icon(icon, color, inside.left(), middle - side / 2, side)
    x = inside.left() + side + 6 * share
    ink.text("mark", x, top, sight.mark, "text.secondary")
    x += ink.width("mark", sight.mark) + (6 * share if sight.mark else 0)
    right = inside.right()
    if sight.letter is not None:
        width = signs.grade_width(sight.letter, None, ink.share("mono"))
        signs.grade(ink, right - width, top, sight.letter, None, ink.share("mono"))
        right -= width + 6 * share
    words = ink.elide("meta", sight.aside, max(right - x, 0))
    ink.text("meta", x, middle - ink.line("meta") / 2, words, "text.tertiary")


def _chips(ink: Ink, sight: Sight, row: QRectF) -> None:
    """Draw the figures as they were given, and the hedges behind them."""
    x = row.left()
    for chip in sight.chips:
        if x > row.left() and row.right() - x < _least_chip(ink, chip):
            break  # it would say nothing
        x += _chip(ink, chip, QRectF(x, row.top(), row.right() - x, row.height())) + 6 * ink.zoom
    words = ", ".join(sight.notes)
    if words and row.right() - x > 24:
        told = ink.elide("meta", words, row.right() - x)
        top = row.center().y() - ink.line("meta") / 2
        ink.text("meta", x, top, told, "text.secondary")


def _least_chip(ink: Ink, figure: str) -> float:
    """Return how wide a figure is where most of it can be read."""
    return 25 * ink.share("badge") + 0.6 * ink.width("badge", figure or tr("no figure"))


def _chip(ink: Ink, figure: str, room: QRectF) -> float:
    """Draw one figure in as much room as it needs; returns how wide it is."""
    share = ink.share("badge")
    words = figure or tr("no figure")
    lead = 18 * share if figure else 7 * share
    told = ink.elide("badge", words, max(room.width() - lead - 7 * share, 0))
    width = min(lead + ink.width("badge", told) + 7 * share, room.width())
    box = QRectF(room.left(), room.top(), width, room.height()).adjusted(0.5, 0.5, -0.5, -0.5)
    if figure:
        ink.shape(rounded(box, 4 * share), "surface.selected", None)
        side = 11 * share
        top = box.center().y() - side / 2
        ink.icon("hash", "text.secondary", box.left() + 5 * share, top, side)
    else:
        ink.shape(rounded(box, 4 * share), None, "border.strong", 1, (3.0, 2.0))
    top = box.center().y() - ink.line("badge") / 2
    ink.text("badge", box.left() + lead, top, told, "text.primary" if figure else "text.tertiary")
    return width


def paint_route(ink: Ink, route: Route, curve: Curve, *, chosen: bool, faded: bool) -> None:
    """Draw a route with its dash, head and glyph; claims are led to, origins are pointed at."""
    look = _look_of(ink, route.type)
    color = ink.color("accent.default") if chosen else QColor(look.color)
    if faded and not ink.look.plain:
        color.setAlphaF(_FADED)
    width = ink.look.tokens.link_width("strong" if chosen else "moderate")
    width = max(width * min(ink.zoom, 1.5), 1.0)
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if look.round_cap else Qt.PenCapStyle.FlatCap)
    far = ink.zoom < _FAR
    if look.dash and not far:
        pen.setDashPattern([max(part / width, 0.1) for part in look.dash])
    ink.painter.setPen(pen)
    ink.painter.setBrush(Qt.BrushStyle.NoBrush)
    ink.painter.drawPath(curve.path(ink.zoom))
    if far:
        return
    paint_head(ink, route.type, (curve,), color)
    x, y = curve.middle
    label = tr("{number} relays").format(number=len(route.via)) if len(route.via) > 1 else ""
    label = tr("1 relay") if len(route.via) == 1 else label
    paint_disc(ink, look, (x * ink.zoom, y * ink.zoom), label)


def color_of(ink: Ink, type: str) -> QColor:
    """Return the colour of routes of a type."""
    return QColor(_look_of(ink, type).color)


def _look_of(ink: Ink, type: str) -> LinkLook:
    return ink.look.tokens.link_look(_LOOKS.get(type, type))


def paint_head(
    ink: Ink, type: str, curves: Iterable[Curve], color: QColor, shown: QRectF | None = None
) -> None:
    """Draw heads of routes where what is said arrives: at the claim, or at who said it before.

    With ``shown``, px on the screen, only those that lie there.
    """
    name = _look_of(ink, type).head.split(",")[0]
    head = HEADS.get(name)
    if head is None:
        return
    towards_claim = type in ("asserts", "supports")
    painter, zoom = ink.painter, ink.zoom
    scale = min(max(zoom, 0.55), 2.0)
    painter.setPen(QPen(color, max(head.stroke, 1.25)) if head.stroke else Qt.PenStyle.NoPen)
    fill = {"line": color, "board": ink.color("surface.board")}.get(head.fill)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    draw = painter.drawPolyline if head.fill == "none" else painter.drawPolygon
    for curve in curves:
        x, y = curve.start if towards_claim else curve.end
        if shown is not None and not shown.contains(x * zoom, y * zoom):
            continue
        for corners in _corners(name, -1 if towards_claim else curve.turn, scale):
            draw([QPointF(x * zoom + dx, y * zoom + dy) for dx, dy in corners])


@lru_cache(maxsize=64)
def _corners(name: str, turn: int, scale: float) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the corners of a head about its tip, for routes that come in level."""
    tip, direction = np.zeros((1, 2)), np.array([[float(turn), 0.0]])
    found = HEADS[name].polygons(tip, direction, scale).tolist()
    return tuple(tuple((x, y) for x, y in corners) for corners in found)


def paint_group(ink: Ink, box: QRectF, words: str) -> None:
    """Draw the frame round origins that count as one, with its name."""
    ink.shape(rounded(box, 14 * ink.zoom), None, "kind.origin", 1.0, (2.0, 3.0))
    told = ink.elide("meta", words, box.width() - 20 * ink.zoom)
    ink.text("meta", box.left() + 12 * ink.zoom, box.top() + 3 * ink.zoom, told, "text.secondary")
