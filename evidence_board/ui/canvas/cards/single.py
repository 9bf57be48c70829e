"""Painting one card with the painter of its kind."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from evidence_board.ui.canvas.cards import CARD_PAINTERS, SHEETS
from evidence_board.ui.canvas.cards.dress import WARNED
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.cards.parts import middle_padlock
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink

MARGIN = 3.0
"""How much the picture of a card is larger than it on every side, px at 100 % scale."""

ImageOf = Callable[[Face, QRectF, Ink], QImage]
"""Gives the picture of a card of the size of a box: `card_image`, or one kept from before."""


def paint_card(painter: QPainter, face: Face, box: QRectF, ink: Ink, image_of: ImageOf) -> None:
    """Draw a card into a box of whole device pixels of a painter without a transform.

    It is drawn as a picture, unless for files that scale: Qt draws some strokes otherwise where
    it cuts them, and a card must look the same wherever a tile ends.
    """
    if ink.vector:
        _within(painter, box, ink, lambda own, area: _face(own, face, area))
    else:
        painter.drawImage(picture_box(box, ink).topLeft(), image_of(face, box, ink))


def picture_box(box: QRectF, ink: Ink) -> QRect:
    """Return the pixels that the picture of a card takes, with its margin."""
    margin = round(MARGIN * ink.ratio)
    return box.toRect().adjusted(-margin, -margin, margin, margin)


def card_image(face: Face, box: QRectF, ink: Ink) -> QImage:
    """Return the picture of a card of the size of a box, with its margin."""
    paint = SHEETS.get(face.kind)
    if paint is None:
        return _drawn(_bare(box, ink), box, ink, lambda own, area: _face(own, face, area))
    key = (face.kind, box.width(), box.height(), ink.zoom, ink.ratio)
    sheet = ink.look.sheets.image(key, lambda: _drawn(_bare(box, ink), box, ink, paint))
    laid = replace(ink, laid=True)
    return _drawn(QImage(sheet), box, laid, lambda own, area: _face(own, face, area))


def _bare(box: QRectF, ink: Ink) -> QImage:
    """Return the picture of a card of the size of a box with nothing on it."""
    margin = round(MARGIN * ink.ratio)
    size = QSize(round(box.width()) + 2 * margin, round(box.height()) + 2 * margin)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _drawn(image: QImage, box: QRectF, ink: Ink, draw: Callable[[Ink, QRectF], None]) -> QImage:
    """Draw on the picture of a card, and return it."""
    margin = round(MARGIN * ink.ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    try:
        _within(painter, QRectF(margin, margin, box.width(), box.height()), ink, draw)
    finally:
        painter.end()
    return image


def _within(painter: QPainter, box: QRectF, ink: Ink, draw: Callable[[Ink, QRectF], None]) -> None:
    """Draw into a box of device pixels, in px of the screen."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(ink.ratio, ink.ratio)
    area = QRectF(0, 0, box.width() / ink.ratio, box.height() / ink.ratio)
    draw(replace(ink, painter=painter), area)
    painter.restore()


def _face(ink: Ink, face: Face, area: QRectF) -> None:
    CARD_PAINTERS[face.kind](ink, face, area)
    if face.locked and ink.level == "middle":
        shown = face.signs * (face.kind in WARNED)
        middle_padlock(ink, area, warnings=shown)


def paint_plain(painter: QPainter, kind: str, box: QRectF, ink: Ink) -> None:
    """Draw a card as an empty sheet in its outline, while there is no time for more."""
    painter.setPen(ink.color("border.default"))
    painter.setBrush(ink.color("surface.note" if kind == "note" else "surface.card"))
    painter.drawPath(outline(kind, box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom * ink.ratio))
