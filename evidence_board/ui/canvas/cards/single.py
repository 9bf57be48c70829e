"""Painting one card with the painter of its kind."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from evidence_board.ui.canvas.cards import CARD_PAINTERS
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.cards.parts import middle_padlock
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_card(painter: QPainter, face: Face, box: QRectF, ink: Ink) -> None:
    """Draw a card into a box of device pixels of a painter without a transform."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(ink.ratio, ink.ratio)
    own = replace(ink, painter=painter)
    sheet = QRectF(0, 0, box.width() / ink.ratio, box.height() / ink.ratio)
    CARD_PAINTERS[face.kind](own, face, sheet)
    if face.locked and ink.level == "middle":
        middle_padlock(own, sheet, warned=face.warning)
    painter.restore()


def paint_plain(painter: QPainter, kind: str, box: QRectF, ink: Ink) -> None:
    """Draw a card as an empty sheet in its outline, while there is no time for more."""
    painter.setPen(ink.color("border.default"))
    painter.setBrush(ink.color("surface.note" if kind == "note" else "surface.card"))
    painter.drawPath(outline(kind, box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom * ink.ratio))
