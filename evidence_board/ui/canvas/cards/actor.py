"""The actor card: a person as an origin, round on the leading side, with a disc."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from evidence_board.ui.canvas.cards import dress, parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.cards.pills import paint_middle_name, paint_name
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_actor(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a person and their role."""
    path = outline("actor", box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom)
    parts.shadow(ink, path)
    ink.shape(path, "surface.card", "border.default", 1, (4.0, 3.0) if face.dashed else ())
    if ink.level == "middle":
        paint_middle_name(ink, face, box.adjusted(14, 2, -8, -2))
        return
    own = dress.body(ink, face, box)
    radius = min(18 * ink.zoom, own.height() / 2 - 4)
    middle = QPointF(own.left() + radius + 8 * ink.zoom, own.center().y())
    disc = QPainterPath()
    disc.addEllipse(middle, radius, radius)
    ink.shape(disc, "surface.sunken", "kind.actor", 1)
    side = radius * 1.05
    ink.icon("user-round", "kind.actor", middle.x() - side / 2, middle.y() - side / 2, side)
    name = QRectF(own)
    name.setLeft(middle.x() + radius + 10 * ink.zoom)
    paint_name(ink, face, name.adjusted(0, 0, -12 * ink.zoom, 0))
