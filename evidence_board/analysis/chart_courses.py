"""The courses of routes: from the edge of one station to that of another, through their lanes.

Pure: a chart that is placed in, cubics out, for the window and for a brief alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from evidence_board.analysis.chart import Route
from evidence_board.analysis.chart_places import Box, Lane, Placed, swing

Point = tuple[float, float]


@dataclass(frozen=True)
class Course:
    """A route as it runs, in px of the chart at 100 %."""

    start: Point
    end: Point
    lanes: tuple[Lane, ...] = ()

    @property
    def turn(self) -> int:
        """1 where it comes in from the left, -1 where it swings round from the right."""
        return 1 if self.end[0] > self.start[0] else -1

    @cached_property
    def pieces(self) -> tuple[tuple[Point, ...], ...]:
        """The cubics, four points each; lanes are passed straight."""
        if self.turn < 0:
            (x, y), (to_x, to_y) = self.start, self.end
            out = swing(to_y - y)
            return ((self.start, (x + out, y), (to_x + out, to_y), self.end),)
        stops = [self.start]
        for left, right, y in self.lanes:
            stops += [(left, y), (right, y)]
        stops.append(self.end)
        pieces = []
        for place, ((x, y), (to_x, to_y)) in enumerate(pairwise(stops)):
            bend = (to_x - x) / (2 if place % 2 == 0 else 3)
            pieces.append(((x, y), (x + bend, y), (to_x - bend, to_y), (to_x, to_y)))
        return tuple(pieces)

    @property
    def middle(self) -> Point:
        """The place of the glyph: in the middle of the first piece, where nothing else stands."""
        (x0, y0), (x1, _), (x2, _), (x3, y3) = self.pieces[0]
        return (x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + y3) / 2


def courses_of(placed: Placed) -> tuple[Course, ...]:
    """Return the course of each route: from the right edge to the left one, ends spread evenly."""
    routes, boxes = placed.chart.routes, placed.boxes
    starts = _ports(placed, [route.nearer for route in routes], out=True)
    ends = _ports(placed, [route.farther for route in routes], out=False)
    return tuple(
        _course(
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


def _course(nearer: Box, farther: Box, y: float, to_y: float, lanes: tuple[Lane, ...]) -> Course:
    x = nearer[0] + nearer[2]
    if farther[0] > x:
        return Course((x, y), (farther[0], to_y), lanes)
    return Course((x, y), (min(farther[0] + farther[2], x), to_y))
