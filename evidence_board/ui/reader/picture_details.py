"""The parts in sight of a picture that is shown larger than it is kept as a whole."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from evidence_board.ingest.pages import Part
from evidence_board.model.capture import Capture
from evidence_board.ui.picture_store import SIDES
from evidence_board.ui.reader.pages.parts import squares
from evidence_board.ui.reader.pages.store import PageStore


class PictureDetails:
    """Has them drawn and paints those that are there, pixel for pixel."""

    def __init__(self, store: PageStore, view: QWidget) -> None:
        """Draw what shows in ``view``."""
        self._store = store
        self._view = view
        store.arrived.connect(lambda _page: view.update())

    def ask(self, capture: Capture | None, place: QRect) -> None:
        """Have drawn what shows of a picture that lies at a place of the view."""
        parts = self._parts(place) if capture is not None and self._view.isVisible() else ()
        if parts:
            self._store.open(capture)
        if self._store.shows(capture):
            self._store.want(parts)

    def paint(self, painter: QPainter, capture: Capture | None, place: QRect) -> None:
        """Paint what there is of it."""
        if not self._store.shows(capture):
            return
        ratio = self._view.devicePixelRatioF()
        for part in self._parts(place):
            image = self._store.picture(part)
            if image is not None:
                shown = QRectF(part.left, part.top, part.width, part.height)
                box = QRectF(shown.topLeft() / ratio, shown.size() / ratio)
                painter.drawImage(box.translated(place.topLeft()), image)

    def _parts(self, place: QRect) -> tuple[Part, ...]:
        ratio = self._view.devicePixelRatioF()
        size = (round(place.width() * ratio), round(place.height() * ratio))
        if max(size) <= SIDES[-1]:
            return ()
        seen = self._view.rect().intersected(place).translated(-place.topLeft())
        edges = (seen.left(), seen.top(), seen.right() + 1, seen.bottom() + 1)
        left, top, right, bottom = (round(edge * ratio) for edge in edges)
        return squares(1, size, (left, top, right, bottom))
