"""Paper: its sizes, and which part of a picture comes where on which page."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Literal

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from evidence_board.ui.wording import QT_TRANSLATE_NOOP

Orientation = Literal["portrait", "landscape"]

PAPERS: Mapping[str, QPageSize.PageSizeId] = {
    QT_TRANSLATE_NOOP("Paper", "A4"): QPageSize.PageSizeId.A4,
    QT_TRANSLATE_NOOP("Paper", "A3"): QPageSize.PageSizeId.A3,
    QT_TRANSLATE_NOOP("Paper", "Letter"): QPageSize.PageSizeId.Letter,
}
EDGE_MM = 10.0
"""What stays free at the edges of a page."""
FOOT = 20.0
"""What stays free for the line at the foot of a page, px at 100 %."""
_PX_PER_MM = 96 / 25.4
_LONGEST = 14_400.0
"""The longest side of a PDF page that all readers take, in points."""


@dataclass(frozen=True)
class Page:
    """A part of a picture, in px at 100 %, and its column and row among the pages, from 0."""

    part: QRect
    column: int
    row: int


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


def room_on(layout: QPageLayout) -> tuple[float, float]:
    """Return width and height inside the margins, in px at 100 %."""
    inside = layout.paintRect(QPageLayout.Unit.Millimeter)
    return inside.width() * _PX_PER_MM, inside.height() * _PX_PER_MM


def fitting(size: tuple[int, int], room: tuple[float, float]) -> float:
    """Return by how much a picture is scaled to fill a page; never larger than on the board."""
    return min(room[0] / size[0], room[1] / size[1], 1.0)


def better_orientation(size: tuple[int, int], paper: QPageSize.PageSizeId) -> Orientation:
    """Return the orientation on which a picture comes out larger."""
    upright = fitting(size, room_on(layout_of(paper, "portrait")))
    turned = fitting(size, room_on(layout_of(paper, "landscape")))
    return "landscape" if turned > upright else "portrait"


def tiles(size: tuple[int, int], room: tuple[float, float], scale: float) -> tuple[Page, ...]:
    """Return the pages that a picture takes at a scale, row by row."""
    wide, high = max(int(room[0] / scale), 1), max(int(room[1] / scale), 1)
    columns, rows = ceil(size[0] / wide), ceil(size[1] / high)
    return tuple(
        Page(QRect(x * wide, y * high, wide, high) & QRect(0, 0, *size), x, y)
        for y in range(rows)
        for x in range(columns)
    )
