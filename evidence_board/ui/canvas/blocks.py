"""Cards at the far level: blocks in the colour of their kind, with its mark where it fits."""

from math import floor
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from evidence_board.ui.canvas.cards.outlines import KIND_COLORS, KIND_ICONS, outline
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Flags, Floats, Ints
from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.icons import tinted_image

if TYPE_CHECKING:
    from evidence_board.ui.canvas.scene import Scene

MARK = 15.0
_ROOM_FOR_MARK = (20.0, 11.0)
_ROOM_FOR_WARNING = 14.0
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
            draw_boxes(painter, chosen)
    if shapes:
        _warnings(painter, ink, scene, rows, boxes)


def draw_boxes(painter: QPainter, boxes: Floats) -> None:
    """Draw rectangles.

    A few at a time: thousands of new objects at once would set off a collection of garbage
    that looks at all records of a large project, and costs ten frames.
    """
    for start in range(0, len(boxes), _AT_ONCE):
        painter.drawRects([QRectF(*box) for box in boxes[start : start + _AT_ONCE].tolist()])


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
    """Return which of the cards with these boxes are high enough to show a warning."""
    return boxes[:, 3] >= _ROOM_FOR_WARNING * ratio


def _warnings(painter: QPainter, ink: Ink, scene: "Scene", rows: Ints, boxes: Floats) -> None:
    """Keep the warning mark: it must be seen from afar."""
    side = 11 * ink.ratio
    image = tinted_image(
        "triangle-alert", ink.look.tokens.color("status.warn.border"), 11, ink.ratio
    )
    high = faced_from(boxes, ink.ratio)
    for row, (x, y, width, height) in zip(rows[high].tolist(), boxes[high].tolist(), strict=True):
        if scene.face(row).warning:
            spot = QRectF(x + width - side - 2, y + height - side - 2, side, side)
            painter.drawImage(spot, image, QRectF(image.rect()))
