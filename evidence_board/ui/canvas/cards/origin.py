"""The origin card: a pill with a coloured outline, dashed while the origin is not known."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import dress, parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.cards.pills import paint_middle_name, paint_name
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_origin(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw who first said or saw it."""
    path = outline("origin", box.adjusted(0.75, 0.75, -0.75, -0.75), ink.zoom)
    parts.shadow(ink, path)
    ink.shape(path, "surface.card", "kind.origin", 1.5, (4.0, 3.0) if face.dashed else ())
    if ink.level == "middle":
        paint_middle_name(ink, face, box.adjusted(14, 2, -12, -2))
        return
    side = 18 * ink.share("mark")
    own = dress.body(ink, face, box)
    left = own.left() + 14 * ink.zoom
    ink.icon("circle-dot", "kind.origin", left, own.center().y() - side / 2, side)
    name = QRectF(own)
    name.setLeft(left + side + 9 * ink.zoom)
    paint_name(ink, face, name.adjusted(0, 0, -15 * ink.zoom, 0))
