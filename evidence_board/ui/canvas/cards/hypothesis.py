"""The hypothesis card: a sheet with cut corners, otherwise as a claim."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import parts
from evidence_board.ui.canvas.cards.claim import paint_statement
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_hypothesis(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a hypothesis."""
    if not ink.laid:
        paint_sheet(ink, box)
    paint_statement(ink, face, box)


def paint_sheet(ink: Ink, box: QRectF) -> None:
    """Draw what lies under the words of such a card."""
    path = outline("hypothesis", box.adjusted(0.75, 0.75, -0.75, -0.75), ink.zoom)
    parts.shadow(ink, path)
    ink.shape(path, "surface.card", "kind.hypothesis", 1.5)
