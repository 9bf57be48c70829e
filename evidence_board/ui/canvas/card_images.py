"""Pictures of cards kept for a moment: a card that lies on several tiles is drawn once."""

from collections import OrderedDict

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from evidence_board.ui.canvas.cards.single import card_image
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink

Key = tuple[int, float, float, float, float, str]
_MOST_BYTES, _LEAST = 4_000_000, 2
"""What the pictures may take, and how many are kept however large they are."""


class CardImages:
    """The pictures drawn last, of one thread and one look."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, tuple[Face, QImage]] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def image(self, face: Face, box: QRectF, ink: Ink) -> QImage:
        """Return the picture of a card of the size of a box, as `card_image` draws it."""
        key = (id(face), box.width(), box.height(), ink.zoom, ink.ratio, ink.level)
        kept = self._kept.get(key)
        if kept is None:
            kept = face, card_image(face, box, ink)  # holding the face keeps its id its own
            self._kept[key] = kept
            self._bytes += kept[1].sizeInBytes()
            while self._bytes > _MOST_BYTES and len(self._kept) > _LEAST:
                self._bytes -= self._kept.popitem(last=False)[1][1].sizeInBytes()
        return kept[1]
