"""Paper: its sizes, and which part of a picture comes where on which page."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Literal

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

Orientation = Literal["portrait", "landscape"]

PAPERS: Mapping[str, QPageSize.PageSizeId] = {
    "A4": QPageSize.PageSizeId.A4,
    "A3": QPageSize.PageSizeId.A3,
    "Letter": QPageSize.PageSizeId.Letter,
}
EDGE_MM = 10.0
"""What stays free at the edges of a page."""
FOOT = 20.0
"""The height of the line at the foot of a page, px at 100 %."""
MOST_PAGES = 200
_PX_PER_MM = 96 / 25.4
_LONGEST = 14_400.0
"""The longest side of a PDF page that all readers take, in points."""


@dataclass(frozen=True)
class Plan:
    """The parts of a picture, in px at 100 %, that come on pages, row by row; how much smaller."""

    parts: tuple[QRect, ...]
    columns: int
    factor: float

    @property
    def rows(self) -> int:
        """How many pages lie one below the other."""
        return len(self.parts) // self.columns


def layout_of(paper: QPageSize.PageSizeId, orientation: Orientation) -> QPageLayout:
    """Return a page of paper with our margins."""
    turned = QPageLayout.Orientation.Landscape
    if orientation == "portrait":
        turned = QPageLayout.Orientation.Portrait
    edge = QMarginsF(EDGE_MM, EDGE_MM, EDGE_MM, EDGE_MM)
    return QPageLayout(QPageSize(paper), turned, edge, QPageLayout.Unit.Millimeter)


def layout_for(size: tuple[int, int]) -> QPageLayout:
    """Return a page without margins that is as large as a picture, or as large as a page may be."""
    points = QSizeF(*size) * 0.75
    points *= min(1.0, _LONGEST / max(points.width(), points.height()))
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(points, QPageSize.Unit.Point, "", exact)
    upright = QPageLayout.Orientation.Portrait
    return QPageLayout(page, upright, QMarginsF(), QPageLayout.Unit.Point)


def room_on(layout: QPageLayout, foot: float = 0.0) -> tuple[float, float]:
    """Return width and height inside the margins and above a foot, in px at 100 %."""
    inside = layout.paintRect(QPageLayout.Unit.Millimeter)
    return inside.width() * _PX_PER_MM, inside.height() * _PX_PER_MM - foot


def fitting(size: tuple[int, int], room: tuple[float, float]) -> float:
    """Return by how much a picture is scaled to fill a page; never larger than on the board."""
    return min(room[0] / size[0], room[1] / size[1], 1.0)


def better_orientation(size: tuple[int, int], paper: QPageSize.PageSizeId) -> Orientation:
    """Return the orientation on which a picture comes out larger."""
    upright = fitting(size, room_on(layout_of(paper, "portrait")))
    turned = fitting(size, room_on(layout_of(paper, "landscape")))
    return "landscape" if turned > upright else "portrait"


def one_page(size: tuple[int, int], room: tuple[float, float]) -> Plan:
    """Return the plan of a picture that is fitted to one page."""
    return Plan((QRect(0, 0, *size),), 1, fitting(size, room))


def tiles(size: tuple[int, int], room: tuple[float, float], scale: float) -> Plan:
    """Return the plan of a picture at a scale, over as many pages as that takes."""
    wide, high = max(int(room[0] / scale), 1), max(int(room[1] / scale), 1)
    columns, rows = ceil(size[0] / wide), ceil(size[1] / high)
    parts = (QRect(x * wide, y * high, wide, high) for y in range(rows) for x in range(columns))
    return Plan(tuple(part & QRect(0, 0, *size) for part in parts), columns, scale)
