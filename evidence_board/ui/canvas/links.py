"""Painting links: dash, head and glyph tell their type before colour does."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from evidence_board.ui.canvas import geometry
from evidence_board.ui.canvas.geometry import NO_ROWS, Flags, Ints
from evidence_board.ui.canvas.heads import HEADS
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.paths import chord_paths, curve_paths, line_paths
from evidence_board.ui.canvas.rows import among
from evidence_board.ui.canvas.ties import LOOKS, WEIGHTS
from evidence_board.ui.canvas.veil import FAINT
from evidence_board.ui.canvas.ways import Drawn
from evidence_board.ui.tokens import LinkLook

# A type of the model for each look, by which the tokens tell how it is drawn.
_TYPES = {
    "supports": "supports",
    "contradicts": "contradicts",
    "qualifies": "undercuts",
    "cites": "quotes",
    "reprints": "republishes",
    "denies": "denies",
    "relates": "elaborates",
}
FADED = 0.5
_HEAD_REACH = 16.0
"""No head with its stroke lies farther than this from its tip, px."""
NARROWEST = 1.25
FULL_DETAIL, CURVED = 300, 2_500
"""Up to how many lines in a window have widths and heads, and up to how many their curves."""
PASSING, LONG = 60, 1_280.0
"""Where more lines than this pass a window, those longer than this, px at 100 %, lose theirs."""
_CHORDS_AT_ONCE, _CURVES_AT_ONCE = 128, 32
LineDetail = Literal["full", "thinned", "crowded", "straight"]


@dataclass(frozen=True)
class Group:
    """Lines that are drawn with one pen; ``places`` are theirs among all that are drawn."""

    look: LinkLook
    width: float
    color: QColor
    places: Ints


def look_of(look: Look, name: str) -> LinkLook:
    """Return how lines of a look are drawn."""
    return look.link(_TYPES[name])


@dataclass(frozen=True)
class Strokes:
    """Paints lines with an ink.

    ``origin`` is the place of the window on the scaled board, in px at 100 % interface scale;
    ``detail`` says how much is drawn: where many long lines pass these lose their widths, then
    all lose widths and heads, then their curves.
    """

    ink: Ink
    lines: Lines
    origin: tuple[float, float]
    detail: LineDetail = "full"

    def paint(
        self,
        rows: Ints,
        strong: Ints | None = None,
        dimmed: Ints = NO_ROWS,
        marked: Ints = NO_ROWS,
    ) -> None:
        """Draw lines.

        Those not in ``strong`` fade, unless it is None; those in ``dimmed`` fade still more.
        Those in ``marked`` are drawn over the others, in the colour of what is selected.
        """
        if not len(rows):
            return
        painter = self.ink.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.detail != "straight")
        groups = _groups(self.ink, self.lines, rows, _strengths(rows, strong, dimmed, marked))
        if self.detail == "straight":
            self._paint_straight(rows, groups)
        else:
            self._paint_curves(rows, groups)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_straight(self, rows: Ints, groups: list[Group]) -> None:
        for group in groups:
            plain = self.lines.plain[rows[group.places]]
            curves = plain * self.ink.zoom - np.tile(self.origin, 4)
            self._strike_many(chord_paths(curves, _CHORDS_AT_ONCE), QPen(group.color, 0))

    def _paint_curves(self, rows: Ints, groups: list[Group]) -> None:
        drawn = self.lines.drawn(rows).placed(self.ink.zoom, self.origin)
        long = _long(self.lines, rows) if self.detail == "thinned" else None
        for group in groups:
            if long is None:
                self._paint_group(group, drawn, thin=self.detail == "crowded", heads=False)
                continue
            which = long[group.places]
            for part, thin in ((group.places[which], True), (group.places[~which], False)):
                self._paint_group(replace(group, places=part), drawn, thin=thin, heads=True)

    def _paint_group(self, group: Group, drawn: Drawn, *, thin: bool, heads: bool) -> None:
        if not len(group.places):
            return
        own = drawn.part(group.places)
        if thin:
            self._strike_many(curve_paths(own.pieces(), _CURVES_AT_ONCE), _hairline(group))
            if heads:
                paint_heads(self.ink, group, own)
        else:
            paint_group(self.ink, group, own)

    def _strike_many(self, paths: Iterable[QPainterPath], pen: QPen) -> None:
        """Draw many lines, so few in a path that another thread need not wait for long.

        Python's lock stays taken while Qt draws a path.
        """
        for path in paths:
            _strike(self.ink.painter, path, pen)
            self.ink.breathe()


def paint_group(ink: Ink, group: Group, drawn: Drawn) -> None:
    """Draw lines of one look with their heads; their courses are in px of the screen."""
    head = HEADS.get(group.look.head.split(",")[0])
    reach = head.length * _head_scale(ink) if head else 0.0
    directions = geometry.directions(drawn.curves)
    _strike_look(ink, drawn.shortened(directions * reach), group)
    paint_heads(ink, group, drawn)


def paint_heads(ink: Ink, group: Group, drawn: Drawn) -> None:
    """Draw the heads of lines of one look."""
    painter, curves, scale = ink.painter, drawn.curves, _head_scale(ink)
    head = HEADS.get(group.look.head.split(",")[0])
    if head is None:
        return
    tips = curves[:, 6:8]
    seen = ink.shown_spots(tips, _HEAD_REACH * scale)
    tips, directions = tips[seen], geometry.directions(curves[seen])
    pen = QPen(group.color, max(head.stroke * min(scale, 1.5), NARROWEST))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen if head.stroke else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(_fill(ink, group, head.fill))
    polygons = head.polygons(tips, directions, scale)
    draw = painter.drawPolyline if head.fill == "none" else painter.drawPolygon
    for corners in polygons.tolist():
        draw([QPointF(x, y) for x, y in corners])


def _head_scale(ink: Ink) -> float:
    return min(max(ink.zoom, 0.55), 2.0)


def _long(lines: Lines, rows: Ints) -> Flags:
    """Return which lines are so long that they only pass by most of what is near them."""
    extents = lines.extents[rows]
    found: Flags = (extents[:, 2:] - extents[:, :2]).max(axis=1) > LONG
    return found


def _hairline(group: Group) -> QPen:
    """Return the pen of a crowd: one pixel wide, which Qt draws many times faster, with dashes."""
    pen = QPen(group.color, 0)
    if group.look.dash:
        pen.setDashPattern(list(group.look.dash))
    return pen


def _fill(ink: Ink, group: Group, how: str) -> QColor | Qt.BrushStyle:
    if how == "line":
        return group.color
    return ink.color("surface.board") if how == "board" else Qt.BrushStyle.NoBrush


def _strike_look(ink: Ink, drawn: Drawn, group: Group) -> None:
    """Draw lines one by one: Qt needs ten times as long for all of them in one path."""
    look, painter = group.look, ink.painter
    pen = QPen(group.color, group.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if look.round_cap else Qt.PenCapStyle.FlatCap)
    if look.dash:
        # Dashes are given in px; Qt wants them in widths of the line.
        pen.setDashPattern([max(part / group.width, 0.1) for part in look.dash])
    stroker = QPainterPathStroker()
    if look.double is not None:
        stroker.setWidth(sum(look.double))
        stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen = QPen(group.color, look.double[1])
    for path in line_paths(drawn):
        _strike(painter, stroker.createStroke(path) if look.double is not None else path, pen)
        ink.breathe()


def _strike(painter: QPainter, path: QPainterPath, pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)


def _strengths(rows: Ints, strong: Ints | None, dimmed: Ints, marked: Ints) -> Ints:
    """Return for each line 0 (out of focus), 1 (faded), 2 (at full strength) or 3 (marked)."""
    strengths = np.full(len(rows), 2, dtype=np.int64)
    if strong is not None:
        strengths[~among(rows, strong)] = 1
    strengths[among(rows, dimmed)] = 0
    strengths[among(rows, marked)] = 3
    return strengths


def _groups(ink: Ink, lines: Lines, rows: Ints, strengths: Ints) -> list[Group]:
    """Return the lines sorted by pen, the faintest first."""
    keys = strengths * 100 + lines.looks[rows] * 10 + lines.weights[rows]
    groups = []
    for key in np.unique(keys):
        look = look_of(ink.look, LOOKS[int(key) % 100 // 10])
        weight = WEIGHTS[int(key) % 10]
        width = max(ink.look.tokens.link_width(weight) * min(ink.zoom, 2.5), NARROWEST)
        color = ink.color("accent.default") if key >= 300 else QColor(look.color)
        if key < 200 and not (key >= 100 and ink.look.plain):
            color.setAlphaF(FADED if key >= 100 else FAINT)
        groups.append(Group(look, width, color, np.flatnonzero(keys == key)))
    return groups
