"""Hand and keys on a picture: marking a part of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from evidence_board.model.region import Region

if TYPE_CHECKING:
    from evidence_board.ui.reader.pages.view import PagesView
    from evidence_board.ui.reader.picture_page import PicturePage

_STEP, _FIRST = 0.02, 0.25
_WAYS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RegionHand:
    """What the hand does on a picture: nothing, or marking from a corner on."""

    def __init__(self, page: "PicturePage | PagesView") -> None:
        """Mark parts of ``page``."""
        self._page = page
        self._from: QPointF | None = None

    def press(self, event: QMouseEvent) -> None:
        """Begin at a corner."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._page.begin_at(event.position())
            self._from = event.position()

    def move(self, event: QMouseEvent) -> None:
        """Mark what lies between the corner and the pointer."""
        if self._from is not None and self._is_far(event.position()):
            page = self._page
            page.mark(Region.between(page.spot(self._from), page.spot(event.position())))

    def release(self, event: QMouseEvent) -> None:
        """End; a click marks nothing, and selects the excerpt it is on."""
        if self._from is None or event.button() != Qt.MouseButton.LeftButton:
            return
        clicked = not self._is_far(event.position())
        self._from = None
        if clicked:
            self._page.mark(None)
            excerpt = self._page.excerpt_at(event.position())
            if excerpt is not None:
                self._page.excerpt_clicked.emit(excerpt)
        self._page.settled.emit()

    def key(self, event: QKeyEvent) -> bool:
        """Mark by a key; return whether it means anything here."""
        page, region = self._page, self._page.region
        if event.key() in _ENTER and region is None:
            page.begin_at(QPointF(page.viewport().rect().center()))
            page.mark(self._in_sight())
        elif event.key() in _WAYS and region is not None:
            across, down = _WAYS[Qt.Key(event.key())]
            grows = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            page.mark(_grown(region, across, down) if grows else _moved(region, across, down))
        else:
            return False
        if page.region is not None:
            page.reveal_part(page.region)
        page.settled.emit()
        return True

    def _in_sight(self) -> Region | None:
        """Return a part in the middle of what shows."""
        x, y = self._page.spot(QPointF(self._page.viewport().rect().center()))
        half = _FIRST / 2
        return Region.between((x - half, y - half), (x + half, y + half))

    @property
    def marks(self) -> bool:
        """Whether a part is being marked by the mouse."""
        return self._from is not None

    def _is_far(self, spot: QPointF) -> bool:
        assert self._from is not None
        return (spot - self._from).manhattanLength() >= QApplication.startDragDistance()


def _moved(region: Region, across: float, down: float) -> Region | None:
    x = min(max(region.x + across, 0.0), 1 - region.width)
    y = min(max(region.y + down, 0.0), 1 - region.height)
    return Region.between((x, y), (x + region.width, y + region.height))


def _grown(region: Region, across: float, down: float) -> Region | None:
    width = min(max(region.width + across, _STEP), 1 - region.x)
    height = min(max(region.height + down, _STEP), 1 - region.y)
    return Region.between((region.x, region.y), (region.x + width, region.y + height))
