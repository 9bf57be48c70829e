"""Cards in the hand: kept pictures of what is dragged, so that a frame only copies them."""

from dataclasses import dataclass, field
from math import ceil
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from evidence_board.ui.canvas.cards.single import MARGIN, card_image, paint_plain
from evidence_board.ui.canvas.faces import CARD_KINDS, Face
from evidence_board.ui.canvas.geometry import Floats, Ints
from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.canvas.painting import BoardPainter

_SECONDS = 0.006
"""How long a frame may spend on new pictures."""
_SHADOW = ((5, 8), (3, 10), (1, 14))
"""How far each layer of a shadow spreads, px, and how dark it is, of 255."""
_AROUND, _BELOW = 12, 4


@dataclass
class InHand:
    """Pictures of dragged cards at one zoom; ``complete`` once the last frame had all it needs."""

    complete: bool = True
    _zoom: float = 0.0
    _kept: dict[int, tuple[Face, QImage]] = field(default_factory=dict)
    _left: float = 0.0
    _shadows: dict[tuple[float, float], QImage] = field(default_factory=dict)

    def begin(self, zoom: float, *, empty: bool) -> None:
        """Start a frame at a zoom; an empty hand needs no pictures."""
        if empty or zoom != self._zoom:
            self._kept.clear()
            self._shadows.clear()
        self._zoom, self.complete = zoom, True
        self._left = _SECONDS

    def draw(self, board: BoardPainter, ink: Ink, rows: Ints, boxes: Floats) -> None:
        """Draw cards into boxes of device pixels; those there is no time for as empty sheets."""
        for row, box in zip(rows.tolist(), boxes.tolist(), strict=True):
            self._draw(board, ink, row, QRectF(*box))

    def draw_shadow(self, ink: Ink, box: QRectF) -> None:
        """Draw the shadow of a card into whose box of device pixels it will be drawn."""
        size = box.width(), box.height()
        if size not in self._shadows:
            self._shadows[size] = _shadow(*size, ink.ratio)
        around = QPointF(_AROUND, _AROUND) * ink.ratio
        ink.painter.drawImage(box.topLeft() - around, self._shadows[size])

    def _draw(self, board: BoardPainter, ink: Ink, row: int, box: QRectF) -> None:
        face = board.scene.face(row)
        kept = self._kept.get(row)
        margin = round(MARGIN * ink.ratio)
        if kept is None or kept[0] is not face or kept[1].width() != box.width() + 2 * margin:
            if self._left <= 0:
                self.complete = False
                kind = CARD_KINDS[board.scene.layout.kinds[row]]
                paint_plain(ink.painter, kind, box, ink)
                return
            begun = perf_counter()
            kept = face, card_image(face, box, ink)
            self._left -= perf_counter() - begun
            self._kept[row] = kept
        ink.painter.drawImage(box.topLeft() - QPointF(margin, margin), kept[1])


def _shadow(width: float, height: float, ratio: float) -> QImage:
    """Return the shadow of a lifted card of this size, with room around it."""
    around = _AROUND * ratio
    size = QSize(ceil(width + 2 * around), ceil(height + 2 * around))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, dark in _SHADOW:
        painter.setBrush(QColor(20, 22, 26, dark))
        box = QRectF(around, around + _BELOW * ratio, width, height)
        grown = box.adjusted(-spread, -spread, spread, spread)
        painter.drawRoundedRect(grown, 9 * ratio, 9 * ratio)
    painter.end()
    return image
