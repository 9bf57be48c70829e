"""Cards in the hand: kept pictures of what is dragged, so that a frame only copies them."""

from dataclasses import dataclass, field
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from evidence_board.ui.canvas.cards.single import MARGIN, card_image, paint_plain
from evidence_board.ui.canvas.faces import CARD_KINDS, Face
from evidence_board.ui.canvas.geometry import Floats, Ints
from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.canvas.painting import BoardPainter

_SECONDS = 0.006
"""How long a frame may spend on new pictures."""


@dataclass
class InHand:
    """Pictures of dragged cards at one zoom; ``complete`` once the last frame had all it needs."""

    complete: bool = True
    _zoom: float = 0.0
    _kept: dict[int, tuple[Face, QImage]] = field(default_factory=dict)
    _left: float = 0.0

    def begin(self, zoom: float, *, empty: bool) -> None:
        """Start a frame at a zoom; an empty hand needs no pictures."""
        if empty or zoom != self._zoom:
            self._kept.clear()
        self._zoom, self.complete = zoom, True
        self._left = _SECONDS

    def draw(self, board: BoardPainter, ink: Ink, rows: Ints, boxes: Floats) -> None:
        """Draw cards into boxes of device pixels; those there is no time for as empty sheets."""
        for row, box in zip(rows.tolist(), boxes.tolist(), strict=True):
            self._draw(board, ink, row, QRectF(*box))

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
