"""The question card: what is not known, in a dashed outline."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import dress, parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_question(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a gap: its question and how far it has come."""
    path = outline("gap", box.adjusted(0.75, 0.75, -0.75, -0.75), ink.zoom)
    ink.shape(path, "surface.card", "kind.question", 1.5, (3.5, 2.5))
    if ink.level == "middle":
        corner = parts.corner_of(face, box)
        parts.middle_title(ink, "cardTitle", face.title, box.adjusted(8, 5, -6, -3), corner)
        return
    inside = parts.inner(dress.body(ink, face, box), ink.zoom)
    room = inside.height() - ink.line("mark") - 12 * ink.zoom
    lines, title = parts.title_row(ink, "cardTitle", face.title, inside.width(), room)
    places = parts.tops([parts.header_row(ink), title], inside, ink.zoom)
    parts.header(ink, face, QRectF(inside.left(), places[0], inside.width(), 0))
    if len(places) > 1:
        words = QRectF(inside.left(), places[1], inside.width(), 0)
        ink.lines("cardTitle", words, lines, "text.primary")
