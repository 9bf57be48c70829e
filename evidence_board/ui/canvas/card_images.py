"""Pictures of cards kept for a moment: a card that lies on several tiles is drawn once."""

from collections import OrderedDict

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from evidence_board.ui.canvas.cards.single import card_image, picture_box
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.canvas.tiles import places_in

Key = tuple[int, float, float, float, float, str]
_MOST_BYTES, _LEAST = 4_000_000, 2
"""What the pictures may take, and how many are kept however large they are."""


class CardImages:
    """The pictures of cards that other tiles show too, of one thread and one look.

    Each is kept until all the tiles that it lies on have asked for it, or until it is the oldest
    of too many: some of these tiles may never be painted.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, tuple[Face, QImage, int]] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def image(self, face: Face, box: QRectF, ink: Ink) -> QImage:
        """Return the picture of a card, as `card_image` draws it.

        The box is that of the card in device pixels of a tile.
        """
        key = (id(face), box.width(), box.height(), ink.zoom, ink.ratio, ink.level)
        kept = self._kept.pop(key, None)
        if kept is None:
            image, asked = card_image(face, box, ink), len(places_in(picture_box(box, ink)))
        else:
            image, asked = kept[1:]
            self._bytes -= image.sizeInBytes()
        if asked > 1:
            self._keep(key, face, image, asked - 1)
        return image

    def _keep(self, key: Key, face: Face, image: QImage, asked: int) -> None:
        """Keep a picture; holding the face keeps its id its own."""
        self._kept[key] = face, image, asked
        self._bytes += image.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._kept) > _LEAST:
            self._bytes -= self._kept.popitem(last=False)[1][1].sizeInBytes()
