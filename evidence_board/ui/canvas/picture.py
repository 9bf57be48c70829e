"""The painted board behind what moves: shifted when the window pans, painted where it must be."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from evidence_board.ui.canvas.painting import BoardPainter, Detail
from evidence_board.ui.canvas.viewport import Viewport


class Picture:
    """A picture of the window in device pixels, and what part of it is out of date."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._viewport: Viewport | None = None
        self._detail: Detail | None = None
        self._due = QRegion()

    def damage(self, part: QRect | None = None) -> None:
        """Call for a new painting of a part, in device pixels, or of all."""
        whole = QRect(0, 0, self._pixmap.width(), self._pixmap.height())
        self._due = self._due.united(part.intersected(whole) if part else whole)

    def bring_up_to(self, board: BoardPainter) -> None:
        """Show what the painter would paint, painting as little as possible."""
        viewport = board.viewport
        size = QSize(
            max(round(viewport.width * viewport.ratio), 1),
            max(round(viewport.height * viewport.ratio), 1),
        )
        if self._pixmap.size() != size:
            self._pixmap = QPixmap(size)
            self._viewport = None
        self._pixmap.setDevicePixelRatio(1.0)
        self._shift_to(board)
        if self._due.isEmpty():
            return
        painter = QPainter(self._pixmap)
        for part in _joined(self._due):
            board.paint(painter, part)
        painter.end()
        self._due = QRegion()

    def draw(self, painter: QPainter, part: QRectF) -> None:
        """Copy a part, in px of the widget, to a painter of the widget."""
        if self._viewport is None:
            return
        ratio = self._viewport.ratio
        self._pixmap.setDevicePixelRatio(ratio)
        source = QRectF(
            part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio
        )
        painter.drawPixmap(part, self._pixmap, source)

    def _shift_to(self, board: BoardPainter) -> None:
        """Move the picture with the window where that is a mere shift; else all is due."""
        before, self._viewport = self._viewport, board.viewport
        detail, self._detail = self._detail, board.detail
        whole = QRect(0, 0, self._pixmap.width(), self._pixmap.height())
        if before is None or detail != board.detail or not _same_scale(before, board.viewport):
            self._due = QRegion(whole)
            return
        dx = round((before.left - board.viewport.left) * before.ratio)
        dy = round((before.top - board.viewport.top) * before.ratio)
        if dx == dy == 0:
            return
        if abs(dx) >= whole.width() or abs(dy) >= whole.height():
            self._due = QRegion(whole)
            return
        self._pixmap.scroll(dx, dy, whole)
        bare = QRegion(whole).subtracted(QRegion(whole.translated(dx, dy)))
        self._due = self._due.translated(dx, dy).united(bare).intersected(whole)


def _same_scale(one: Viewport, other: Viewport) -> bool:
    return (one.zoom, one.scale, one.ratio) == (other.zoom, other.scale, other.ratio)


def _joined(region: QRegion) -> list[QRect]:
    """Return the rectangles of a region, as one where they are many."""
    if region.rectCount() > 4:
        return [region.boundingRect()]
    return [QRect(part) for part in region]  # type: ignore[attr-defined]  # absent in Qt's stubs
