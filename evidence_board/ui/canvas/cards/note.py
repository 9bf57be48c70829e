"""The note card: a tinted sheet without a border."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import dress, parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_note(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a note or an indicator."""
    border = "kind.note" if face.kind == "indicator" or ink.look.plain else None
    path = outline(face.kind, box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom)
    ink.shape(path, "surface.note", border)
    if ink.level == "middle":
        corner = parts.corner_of(face, box)
        parts.middle_title(ink, "small", face.title, box.adjusted(8, 5, -6, -3), corner)
        return
    inside = dress.body(ink, face, box).adjusted(13 * ink.zoom, 0, -parts.PAD_RIGHT * ink.zoom, 0)
    room = inside.height() - ink.line("mark") - 12 * ink.zoom
    lines, title = parts.title_row(ink, "body", face.title, inside.width(), room)
    places = parts.tops([parts.header_row(ink), title], inside, ink.zoom)
    parts.header(ink, face, QRectF(inside.left(), places[0], inside.width(), 0))
    if len(places) > 1:
        words = QRectF(inside.left(), places[1], inside.width(), 0)
        ink.lines("body", words, lines, "text.primary")
