"""Pictures of cards kept for a moment: a card that lies on several tiles is drawn once."""

from collections import OrderedDict

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from evidence_board.ui.canvas.cards.single import card_image
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink

Key = tuple[int, float, float, float, float, str]
_MOST = 64


class CardImages:
    """The pictures drawn last, of one thread and one look."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, tuple[Face, QImage]] = OrderedDict()

    def image(self, face: Face, box: QRectF, ink: Ink) -> QImage:
        """Return the picture of a card of the size of a box, as `card_image` draws it."""
        key = (id(face), box.width(), box.height(), ink.zoom, ink.ratio, ink.level)
        kept = self._kept.get(key)
        if kept is None:
            kept = face, card_image(face, box, ink)  # holding the face keeps its id its own
            self._kept[key] = kept
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return kept[1]
