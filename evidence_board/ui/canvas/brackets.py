"""Linked premises: a bracket round the card they lead to joins the lines that stand together."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from evidence_board.ui.canvas.geometry import Area, Flags, Floats, Ints
from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.links import FADED, look_of
from evidence_board.ui.canvas.rows import among
from evidence_board.ui.canvas.ties import LOOKS

AWAY, OVER, TIP = 20.0, 7.0, 6.0
"""How far a bracket stands from its card, reaches beyond the outer lines, and turns back."""
WIDTH = 2.0


@dataclass(frozen=True)
class Bracket:
    """The lines that it joins, and its corners on the board from tip to tip."""

    rows: Ints
    corners: Floats


def brackets_in(lines: Lines, boxes: Floats, area: Area) -> tuple[Bracket, ...]:
    """Return the brackets that may touch an area; ``boxes`` are those of the cards."""
    grouped = np.flatnonzero((lines.groups > 0) & ~lines.hidden & (lines.ends[:, 1] >= 0))
    if not len(grouped):
        return ()
    grouped = grouped[_near(boxes[lines.ends[grouped, 1]], area)]
    keys = np.column_stack((lines.groups[grouped], lines.ends[grouped, 1]))
    found = []
    for key in np.unique(keys, axis=0):
        rows = grouped[(keys == key).all(axis=1)]
        if len(rows) > 1:
            found.append(Bracket(rows, bracket_round(boxes[key[1]], lines.curves[rows, 6:8])))
    return tuple(found)


def bracket_round(box: Floats, ends: Floats) -> Floats:
    """Return the corners of the bracket before these ends of lines on the edge of a box.

    It runs round the box, the shorter way, a little beyond the outermost ends.
    """
    left, top, width, height = (box + np.array((-AWAY, -AWAY, 2 * AWAY, 2 * AWAY))).tolist()
    length = 2 * (width + height)
    places = np.sort([_along(left, top, width, height, spot) for spot in ends.tolist()])
    gaps = np.diff(np.r_[places, places[0] + length])
    widest = int(gaps.argmax())
    start = float(places[(widest + 1) % len(places)]) - OVER
    reach = length - float(gaps[widest]) + 2 * OVER
    turns = np.cumsum((0.0, width, height, width, height))[:4]
    passed = np.sort((turns - start) % length)
    stops = [0.0, *(float(one) for one in passed if 0 < one < reach), reach]
    spots = [_spot(left, top, width, height, (start + stop) % length) for stop in stops]
    tips = (_out(box, spots[0]), _out(box, spots[-1]))
    return np.array((tips[0], *spots, tips[1]))


def _along(left: float, top: float, width: float, height: float, spot: list[float]) -> float:
    """Return how far clockwise from the top left corner the nearest place of the edge lies."""
    x = min(max(spot[0] - left, 0.0), width)
    y = min(max(spot[1] - top, 0.0), height)
    away = (y, width - x, height - y, x)
    side = away.index(min(away))
    return (x, width + y, 2 * width + height - x, 2 * width + 2 * height - y)[side]


def _spot(
    left: float, top: float, width: float, height: float, place: float
) -> tuple[float, float]:
    """Return the place of the edge so far clockwise from the top left corner."""
    if place < width:
        return left + place, top
    if place < width + height:
        return left + width, top + place - width
    if place < 2 * width + height:
        return left + 2 * width + height - place, top + height
    return left, top + 2 * width + 2 * height - place


def _out(box: Floats, spot: tuple[float, float]) -> tuple[float, float]:
    """Return the tip: a little farther from the box, at a right angle to its edge."""
    left, top, width, height = box.tolist()
    away = (top - spot[1], spot[0] - left - width, spot[1] - top - height, left - spot[0])
    side = away.index(max(away))
    dx, dy = ((0, -TIP), (TIP, 0), (0, TIP), (-TIP, 0))[side]
    return spot[0] + dx, spot[1] + dy


def _near(boxes: Floats, area: Area) -> Flags:
    reach = AWAY + TIP
    left, top, width, height = area
    low, high = boxes[:, :2] - reach, boxes[:, :2] + boxes[:, 2:] + reach
    return (
        (low[:, 0] <= left + width)
        & (high[:, 0] >= left)
        & (low[:, 1] <= top + height)
        & (high[:, 1] >= top)
    )


@dataclass(frozen=True)
class Brackets:
    """Paints brackets with an ink; ``origin`` is that of `Strokes`."""

    ink: Ink
    layout: Layout
    origin: tuple[float, float]

    def paint(
        self, area: Area, hidden: Ints, strong: Ints | None = None, moving: Ints | None = None
    ) -> None:
        """Draw the brackets in an area, but not of ``hidden`` lines; not far away.

        Those without a line in ``strong`` fade, unless it is None. With ``moving`` given only the
        brackets of these lines are drawn.
        """
        if self.ink.level == "far":
            return
        if moving is not None and not self.layout.lines.groups[moving].any():
            return
        for bracket in brackets_in(self.layout.lines, self.layout.ground(), area):
            rows = bracket.rows
            moves = moving is not None and bool(among(rows, moving).any())
            if moves or (moving is None and not among(rows, hidden).any()):
                faded = strong is not None and not among(rows, strong).any()
                self._paint(bracket, faded=faded)

    def _paint(self, bracket: Bracket, *, faded: bool) -> None:
        """Draw a bracket in the colour of its lines."""
        ink = self.ink
        corners = bracket.corners * ink.zoom - self.origin
        path = QPainterPath(QPointF(*corners[0]))
        for x, y in corners[1:].tolist():
            path.lineTo(x, y)
        look = look_of(ink.look, LOOKS[self.layout.lines.looks[bracket.rows[0]]])
        color = QColor(look.color)
        if faded and not ink.look.plain:
            color.setAlphaF(FADED)
        pen = QPen(color, WIDTH * min(max(ink.zoom, 0.7), 2.0))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        ink.painter.setPen(pen)
        ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        ink.painter.drawPath(path)
