"""Cards at the far level: blocks in the colour of their kind, with its mark where it fits."""

from collections.abc import Callable
from math import floor
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from evidence_board.model.colours import COLOURS
from evidence_board.ui.canvas.cards.outlines import KIND_COLORS, KIND_ICONS, outline
from evidence_board.ui.canvas.faces import CARD_KINDS, Face
from evidence_board.ui.canvas.geometry import Flags, Floats, Ints
from evidence_board.ui.canvas.ink import Ink, nothing
from evidence_board.ui.icons import tinted_image

if TYPE_CHECKING:
    from evidence_board.ui.canvas.scene import Scene

MARK, STRIP = 15.0, 3.0
_ROOM_FOR_MARK = (20.0, 11.0)
_ROOM_FOR_DRESS = 14.0
_AT_ONCE = 200


def paint_blocks(
    painter: QPainter, ink: Ink, scene: "Scene", rows: Ints, boxes: Floats, *, shapes: bool
) -> None:
    """Draw cards into boxes of device pixels; ``shapes`` draws their silhouettes and marks."""
    kinds = scene.layout.kinds[rows]
    for number in np.unique(kinds).tolist():
        chosen = boxes[kinds == number]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.color(KIND_COLORS[CARD_KINDS[number]]))
        if shapes:
            _silhouettes(painter, ink, CARD_KINDS[number], chosen)
        else:
            draw_boxes(painter, chosen, ink.breathe)
    if shapes:
        high = faced_from(boxes, ink.ratio)
        for row, box in zip(rows[high].tolist(), boxes[high].tolist(), strict=True):
            _dress(painter, ink, scene.face(row), QRectF(*box))


def draw_boxes(painter: QPainter, boxes: Floats, breathe: Callable[[], None] = nothing) -> None:
    """Draw rectangles.

    A few at a time: Qt keeps Python's lock while it draws, and another thread waits for it.
    """
    for start in range(0, len(boxes), _AT_ONCE):
        painter.drawRects(list(map(QRectF, *boxes[start : start + _AT_ONCE].T.tolist())))
        breathe()


def _silhouettes(painter: QPainter, ink: Ink, kind: str, boxes: Floats) -> None:
    paths: dict[tuple[float, float], QPainterPath] = {}
    for x, y, width, height in boxes.tolist():
        path = paths.get((width, height))
        if path is None:
            path = outline(kind, QRectF(0, 0, width, height), ink.zoom * ink.ratio)
            paths[width, height] = path
        painter.translate(x, y)
        painter.drawPath(path)
        painter.translate(-x, -y)
        ink.breathe()
    wide, high = (size * ink.ratio for size in _ROOM_FOR_MARK)
    roomy = boxes[(boxes[:, 2] >= wide) & (boxes[:, 3] >= high)]
    if not len(roomy):
        return
    color = ink.look.tokens.color("kind.onFill")
    image = tinted_image(KIND_ICONS[kind], color, round(MARK), ink.ratio)
    whole = QRectF(image.rect())
    for x, y, width, height in roomy.tolist():
        side = min(whole.width(), height - 2)
        spot = (floor(x + (width - side) / 2), floor(y + (height - side) / 2))
        painter.drawImage(QRectF(*spot, side, side), image, whole)


def faced_from(boxes: Floats, ratio: float) -> Flags:
    """Return which of the cards with these boxes are high enough to show colour and warning."""
    return boxes[:, 3] >= _ROOM_FOR_DRESS * ratio


def _dress(painter: QPainter, ink: Ink, face: Face, box: QRectF) -> None:
    """Keep the colour that a person gave, and the warning mark: both must be seen from afar."""
    if face.colour in COLOURS:
        _strip(painter, ink, face, box)
    if face.warning:
        side = 11 * ink.ratio
        name = "kind.onFill" if ink.look.plain else "status.warn.border"
        sign = tinted_image("triangle-alert", ink.look.tokens.color(name), 11, ink.ratio)
        spot = QRectF(box.right() - side - 2, box.bottom() - side - 2, side, side)
        painter.drawImage(spot, sign, QRectF(sign.rect()))


def _strip(painter: QPainter, ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a colour along the top edge, parted by a line from that of the kind."""
    shape = outline(face.kind, box, ink.zoom * ink.ratio)
    painter.setPen(Qt.PenStyle.NoPen)
    for depth, color in ((STRIP + 1, "surface.board"), (STRIP, f"colour.{face.colour}")):
        band = QPainterPath()
        band.addRect(QRectF(box.left(), box.top(), box.width(), round(depth * ink.ratio)))
        painter.fillPath(shape.intersected(band), ink.color(color))
