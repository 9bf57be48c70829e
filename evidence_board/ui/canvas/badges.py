"""The origin badges of a board as something to press: which one lies at a place."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from evidence_board.ui.canvas.camera import Camera
from evidence_board.ui.canvas.cards.claim import badge_box
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.sheet import Sheet


def badge_at(sheet: Sheet, camera: Camera, look: Look, x: float, y: float) -> str | None:
    """Return the claim whose badge lies at a place of the board, None where there is none."""
    row = sheet.layout.card_at(x, y)
    if row is None or camera.level != "near":
        return None
    zoom = camera.viewport.zoom
    left, top, width, height = (part * zoom for part in sheet.layout.boxes[row].tolist())
    ink = Ink(QPainter(), look, "near", zoom, 1.0)  # it only measures
    box = badge_box(ink, sheet.face(row), QRectF(left, top, width, height))
    if box is None or not box.contains(QPointF(x * zoom, y * zoom)):
        return None
    return sheet.layout.records[row]
