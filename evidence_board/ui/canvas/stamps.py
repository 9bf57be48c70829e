"""Cards as pictures, painted once per face, size and zoom and then only copied."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from time import perf_counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from evidence_board.ui.canvas.cards import CARD_PAINTERS
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.cards.parts import middle_padlock
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.viewport import Level

MARGIN = 3.0
"""How much a picture is larger than its card on every side, for the shadow."""
_MOST_BYTES = 96_000_000
_ROUGH_SECONDS = 0.006
"""How long a frame of a zoom may spend on new pictures of cards."""


@dataclass(frozen=True)
class Stamp:
    """The picture of a card and what it was painted for."""

    pixmap: QPixmap
    face: Face
    level: Level
    zoom: float
    size: tuple[int, int]

    @property
    def bytes(self) -> int:
        """Memory that it takes."""
        return self.pixmap.width() * self.pixmap.height() * 4


class Stamps:
    """The pictures of cards of one look and one screen, least recently used dropped first."""

    def __init__(self, look: Look, ratio: float) -> None:
        self._look = look
        self._ratio = ratio
        self._kept: OrderedDict[str, Stamp] = OrderedDict()
        self._bytes = 0
        self._until = 0.0

    def draw(
        self, painter: QPainter, card: str, face: Face, box: QRectF, ink: Ink, *, rough: bool
    ) -> None:
        """Draw a card into a box of device pixels; ``rough`` lets another zoom stand in."""
        size = (round(box.width()), round(box.height()))
        kept = self._kept.get(card)
        fits = kept is not None and kept.face is face and kept.level == ink.level
        if rough and not fits and perf_counter() > self._until:
            paint_plain(painter, face, box, ink)
            return
        if kept is None or not fits or (kept.size != size and not rough):
            kept = self._paint(card, face, size, ink)
        else:
            self._kept.move_to_end(card)
        grown = round(MARGIN * self._ratio) * box.width() / max(kept.size[0], 1)
        target = box.adjusted(-grown, -grown, grown, grown)
        painter.drawPixmap(target, kept.pixmap, QRectF(kept.pixmap.rect()))

    def begin(self) -> None:
        """Start a frame: what a rough one cannot paint in time stays plain until the rest."""
        self._until = perf_counter() + _ROUGH_SECONDS

    def forget(self, cards: list[str]) -> None:
        """Drop the pictures of cards."""
        for card in cards:
            stamp = self._kept.pop(card, None)
            self._bytes -= stamp.bytes if stamp else 0

    def _paint(self, card: str, face: Face, size: tuple[int, int], ink: Ink) -> Stamp:
        margin = round(MARGIN * self._ratio)
        pixmap = QPixmap(size[0] + 2 * margin, size[1] + 2 * margin)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_card(painter, face, QRectF(margin, margin, *size), ink)
        painter.end()
        self.forget([card])
        stamp = Stamp(pixmap, face, ink.level, ink.zoom, size)
        self._kept[card] = stamp
        self._bytes += stamp.bytes
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.bytes
        return stamp


def paint_card(painter: QPainter, face: Face, box: QRectF, ink: Ink) -> None:
    """Draw a card into a box of device pixels of a painter without a transform."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(box.topLeft())
    painter.scale(ink.ratio, ink.ratio)
    own = replace(ink, painter=painter)
    sheet = QRectF(0, 0, box.width() / ink.ratio, box.height() / ink.ratio)
    CARD_PAINTERS[face.kind](own, face, sheet)
    if face.locked and ink.level == "middle":
        middle_padlock(own, sheet, warned=face.warning)
    painter.restore()


def paint_plain(painter: QPainter, face: Face, box: QRectF, ink: Ink) -> None:
    """Draw a card as an empty sheet in its outline, while there is no time for more."""
    painter.setPen(ink.color("border.default"))
    painter.setBrush(ink.color("surface.note" if face.kind == "note" else "surface.card"))
    painter.drawPath(outline(face.kind, box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom * ink.ratio))
