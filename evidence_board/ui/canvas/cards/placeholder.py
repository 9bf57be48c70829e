"""The card of a record that this version does not know: it says so and lets it be."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_placeholder(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a dashed sheet with one sentence."""
    path = outline("placeholder", box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom)
    ink.shape(path, "surface.card", "border.strong", 1, (4.0, 3.0))
    parts.middle_title(ink, "small", face.title, parts.inner(box, ink.zoom).adjusted(0, 6, 0, -6))
