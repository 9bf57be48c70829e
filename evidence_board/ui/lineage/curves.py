"""The curves of routes: from the edge of one station to that of another, through their lanes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from evidence_board.analysis.chart import Route
from evidence_board.ui.lineage.placing import Box, Lane, Placed

_AROUND = 44.0
"""How far a route swings out whose ends stand in one column."""


@dataclass(frozen=True)
class Curve:
    """A route as it is drawn, in px of the chart at 100 %."""

    start: tuple[float, float]
    end: tuple[float, float]
    lanes: tuple[Lane, ...] = ()

    @property
    def turn(self) -> int:
        """1 where it comes in from the left, -1 where it swings round from the right."""
        return 1 if self.end[0] > self.start[0] else -1

    @cached_property
    def _pieces(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Return the cubics, four points each; lanes are passed straight."""
        if self.turn < 0:
            (x, y), (to_x, to_y) = self.start, self.end
            swing = _AROUND + abs(to_y - y) / 10
            return ((self.start, (x + swing, y), (to_x + swing, to_y), self.end),)
        stops = [self.start]
        for left, right, y in self.lanes:
            stops += [(left, y), (right, y)]
        stops.append(self.end)
        pieces = []
        for place, ((x, y), (to_x, to_y)) in enumerate(pairwise(stops)):
            bend = (to_x - x) / (2 if place % 2 == 0 else 3)
            pieces.append(((x, y), (x + bend, y), (to_x - bend, to_y), (to_x, to_y)))
        return tuple(pieces)

    def path(self, zoom: float) -> QPainterPath:
        """Return the curve at a zoom."""
        path = QPainterPath(QPointF(self.start[0] * zoom, self.start[1] * zoom))
        for _, *others in self._pieces:
            path.cubicTo(*(QPointF(x * zoom, y * zoom) for x, y in others))
        return path

    @property
    def middle(self) -> tuple[float, float]:
        """The place of the glyph: in the middle of the first piece, where nothing else stands."""
        (x0, y0), (x1, _), (x2, _), (x3, y3) = self._pieces[0]
        return (x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + y3) / 2

    @cached_property
    def span(self) -> QRectF:
        """The box in which it runs, with its head."""
        points = [point for piece in self._pieces for point in piece]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        return QRectF(left - 12, top - 12, right - left + 24, bottom - top + 24)


def curves_of(placed: Placed) -> tuple[Curve, ...]:
    """Return the curve of each route: from the right edge to the left one, ends spread evenly."""
    routes, boxes = placed.chart.routes, placed.boxes
    starts = _ports(placed, [route.nearer for route in routes], out=True)
    ends = _ports(placed, [route.farther for route in routes], out=False)
    return tuple(
        _curve(
            boxes[route.nearer],
            boxes[route.farther],
            starts[place],
            ends[place],
            placed.lanes.get((route.nearer, route.farther), ()),
        )
        for place, route in enumerate(routes)
    )


def _ports(placed: Placed, keys: Sequence[str], *, out: bool) -> Mapping[int, float]:
    """Return how far down each route leaves, or reaches, its station."""
    by_key: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        by_key.setdefault(key, []).append(place)
    found: dict[int, float] = {}
    for key, places in by_key.items():
        places.sort(key=lambda place: _beyond(placed, placed.chart.routes[place], out=out))
        _, top, _, height = placed.boxes[key]
        step = height / (len(places) + 1)
        found.update((place, top + step * (n + 1)) for n, place in enumerate(places))
    return found


def _beyond(placed: Placed, route: Route, *, out: bool) -> float:
    """Return how far down a route leads to next, or comes from."""
    lanes = placed.lanes.get((route.nearer, route.farther), ())
    if lanes:
        return lanes[0 if out else -1][2]
    box = placed.boxes[route.farther if out else route.nearer]
    return box[1] + box[3] / 2


def _curve(nearer: Box, farther: Box, y: float, to_y: float, lanes: tuple[Lane, ...]) -> Curve:
    x = nearer[0] + nearer[2]
    if farther[0] > x:
        return Curve((x, y), (farther[0], to_y), lanes)
    return Curve((x, y), (min(farther[0] + farther[2], x), to_y))
