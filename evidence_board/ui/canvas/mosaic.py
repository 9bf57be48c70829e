"""Laying pictures of the board side by side into a window: sharp ones first, others to fill."""

from collections.abc import Iterable, Sequence
from math import log

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QRegion

from evidence_board.ui.canvas.tiles import Patch, Scale


def lay(
    painter: QPainter,
    scale: Scale,
    window: QRect,
    part: QRect,
    sharp: Sequence[Patch],
    others: Iterable[Patch],
    ground: QColor,
) -> None:
    """Fill a part of the window; the painter draws its device pixels.

    ``sharp`` pictures are of this scale; what they leave is filled from ``others``, scaled, those
    of the nearest zoom first. ``window`` and the places of pictures are pixels of the scaled
    board, ``part`` of the window.
    """
    left = QRegion(part)
    for patch in sharp:
        spot = patch.place.translated(-window.topLeft())
        shown = spot.intersected(part)
        if not shown.isEmpty():
            painter.drawImage(shown, patch.image, shown.translated(-spot.topLeft()))
            left -= QRegion(shown)
    if left.isEmpty():
        return
    painter.save()
    for patch in sorted(others, key=lambda one: _away(one, scale)):
        left = _fill(painter, scale, window, left, patch)
        if left.isEmpty():
            break
    painter.restore()
    for rect in _rects(left):
        painter.fillRect(rect, ground)


def _away(patch: Patch, scale: Scale) -> tuple[float, bool]:
    return abs(log(patch.scale.factor / scale.factor)), not patch.fresh


def _fill(painter: QPainter, scale: Scale, window: QRect, left: QRegion, patch: Patch) -> QRegion:
    """Draw what a picture has of the bare part of a window; returns what stays bare."""
    grown = scale.factor / patch.scale.factor
    spot = _scaled(patch.place, grown).translated(-window.topLeft())
    shown = QRegion(spot).intersected(left)
    if shown.isEmpty():
        return left
    painter.setClipRegion(shown)
    bounds = shown.boundingRect()
    source = QRectF(
        (bounds.x() - spot.x()) * patch.place.width() / max(spot.width(), 1),
        (bounds.y() - spot.y()) * patch.place.height() / max(spot.height(), 1),
        bounds.width() * patch.place.width() / max(spot.width(), 1),
        bounds.height() * patch.place.height() / max(spot.height(), 1),
    )
    painter.drawImage(QRectF(bounds), patch.image, source)
    return left - shown


def _scaled(place: QRect, by: float) -> QRect:
    """Return a rectangle at another scale; neighbours keep a common edge."""
    left, top = round(place.x() * by), round(place.y() * by)
    right = round((place.x() + place.width()) * by)
    bottom = round((place.y() + place.height()) * by)
    return QRect(left, top, right - left, bottom - top)


def _rects(region: QRegion) -> list[QRect]:
    return [QRect(part) for part in region]  # type: ignore[attr-defined]  # absent in Qt's stubs
