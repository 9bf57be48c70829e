"""The courses of routes as they are painted: paths at a zoom, and the boxes in which they run."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from evidence_board.analysis.chart_courses import Course, courses_of
from evidence_board.analysis.chart_places import Placed


@dataclass(frozen=True)
class Curve(Course):
    """A route as it is drawn, in px of the chart at 100 %."""

    def path(self, zoom: float) -> QPainterPath:
        """Return the curve at a zoom."""
        path = QPainterPath(QPointF(self.start[0] * zoom, self.start[1] * zoom))
        for _, *others in self.pieces:
            path.cubicTo(*(QPointF(x * zoom, y * zoom) for x, y in others))
        return path

    @cached_property
    def span(self) -> QRectF:
        """The box in which it runs, with its head."""
        points = [point for piece in self.pieces for point in piece]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        return QRectF(left - 12, top - 12, right - left + 24, bottom - top + 24)


def curves_of(placed: Placed) -> tuple[Curve, ...]:
    """Return the curve of each route: from the right edge to the left one, ends spread evenly."""
    return tuple(Curve(one.start, one.end, one.lanes) for one in courses_of(placed))
