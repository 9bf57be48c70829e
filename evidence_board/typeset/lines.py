"""The lines between cards: where they leave, how they bend, where sign and head stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from evidence_board.brief.figure_edges import FigureEdge
from evidence_board.typeset.cards import Box

Side = Literal["top", "bottom", "left", "right"]
Point = tuple[float, float]

OUTWARDS: Mapping[Side, Point] = {
    "top": (0, -1),
    "bottom": (0, 1),
    "left": (-1, 0),
    "right": (1, 0),
}
HANDLE, SHORTEST, LONGEST = 0.42, 22.0, 90.0
"""Handles of the curve: part of the distance, and its bounds in px (design tokens)."""


@dataclass(frozen=True)
class Line:
    """A cubic curve in px: start, two handles, end; `heading` points into the end."""

    edge: FigureEdge
    points: tuple[Point, Point, Point, Point]
    heading: Point

    @property
    def middle(self) -> Point:
        """The point half way along the curve."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.points
        return (ax + 3 * bx + 3 * cx + dx) / 8, (ay + 3 * by + 3 * cy + dy) / 8


def lines_of(edges: Sequence[FigureEdge], boxes: Mapping[int, Box]) -> tuple[Line, ...]:
    """Return the lines of the edges whose cards are among the boxes, in their order.

    Ends on one side of a card are spread in the order of the other ends, so that few lines cross.
    """
    shown = {
        place: edge for place, edge in enumerate(edges) if edge.start in boxes and edge.end in boxes
    }
    ports = _ports(shown, boxes)
    drawn = {place: _between(edge, ports, place) for place, edge in shown.items()}
    for place, edge in enumerate(edges):
        if edge.onto in drawn and edge.start in boxes:
            drawn[place] = _onto(edge, boxes[edge.start], drawn[edge.onto].middle)
    return tuple(drawn[place] for place in sorted(drawn))


def _sides(start: Box, end: Box) -> tuple[Side, Side]:
    """Return the sides that face each other."""
    if end.y >= start.y + start.height:
        return "bottom", "top"
    if start.y >= end.y + end.height:
        return "top", "bottom"
    return ("right", "left") if end.centre[0] >= start.centre[0] else ("left", "right")


Ports = Mapping[tuple[int, bool], tuple[Point, Side]]


def _ports(edges: Mapping[int, FigureEdge], boxes: Mapping[int, Box]) -> Ports:
    """Return for each edge and end (True: its end) the point on the card and the side."""
    meeting: dict[tuple[int, Side], list[tuple[float, int, bool]]] = {}
    for place, edge in edges.items():
        start, end = boxes[edge.start], boxes[edge.end]
        for card, side, far, is_end in zip(
            (edge.start, edge.end), _sides(start, end), (end, start), (False, True), strict=True
        ):
            along = far.centre[0] if side in ("top", "bottom") else far.centre[1]
            meeting.setdefault((card, side), []).append((along, place, is_end))
    ports: dict[tuple[int, bool], tuple[Point, Side]] = {}
    for (card, side), ends in meeting.items():
        for rank, (_, place, is_end) in enumerate(sorted(ends), 1):
            ports[place, is_end] = (_on(boxes[card], side, rank / (len(ends) + 1)), side)
    return ports


def _on(box: Box, side: Side, part: float) -> Point:
    across, down = box.x + box.width * part, box.y + box.height * part
    places: Mapping[Side, Point] = {
        "top": (across, box.y),
        "bottom": (across, box.y + box.height),
        "left": (box.x, down),
        "right": (box.x + box.width, down),
    }
    return places[side]


def _between(edge: FigureEdge, ports: Ports, place: int) -> Line:
    (start, leaves), (end, meets) = ports[place, False], ports[place, True]
    (ax, ay), (bx, by) = OUTWARDS[leaves], OUTWARDS[meets]
    reach = _reach(start, end)
    first = (start[0] + ax * reach, start[1] + ay * reach)
    second = (end[0] + bx * reach, end[1] + by * reach)
    return Line(edge, (start, first, second, end), (-bx, -by))


def _onto(edge: FigureEdge, box: Box, target: Point) -> Line:
    """Return the line of an undercut, from the nearest side of its card to a line's middle."""
    point = Box(target[0], target[1], 0, 0)
    side = _sides(box, point)[0]
    start = _on(box, side, 0.5)
    across, down = OUTWARDS[side]
    reach = _reach(start, target)
    first = (start[0] + across * reach, start[1] + down * reach)
    length = max(1.0, hypot(target[0] - first[0], target[1] - first[1]))
    heading = ((target[0] - first[0]) / length, (target[1] - first[1]) / length)
    near = (target[0] - heading[0] * 10, target[1] - heading[1] * 10)
    second = (near[0] - heading[0] * 8, near[1] - heading[1] * 8)
    return Line(edge, (start, first, second, near), heading)


def _reach(start: Point, end: Point) -> float:
    distance = hypot(end[0] - start[0], end[1] - start[1])
    return min(max(distance * HANDLE, SHORTEST), LONGEST)
