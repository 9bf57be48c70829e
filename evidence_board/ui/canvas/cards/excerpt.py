"""The excerpt card: the exact words in serif italic behind a bar."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_excerpt(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw marked words and where they stand."""
    path = outline("excerpt", box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom)
    parts.shadow(ink, path)
    ink.shape(path, "surface.excerpt", "border.default")
    inset = 8 * max(ink.zoom, 0.5)
    bar = QRectF(box.left() + inset * 0.8, box.top() + inset, 3 * max(ink.zoom, 0.66), 0)
    bar.setBottom(box.bottom() - inset)
    ink.painter.fillRect(bar, ink.color("kind.excerpt"))
    if ink.level == "middle":
        parts.middle_title(ink, "excerpt", face.title, box.adjusted(13, 5, -6, -3))
        return
    inside = box.adjusted(17 * ink.zoom, 0, -parts.PAD_RIGHT * ink.zoom, 0)
    room = inside.height() - ink.line("mark") - 12 * ink.zoom
    lines, title = parts.title_row(ink, "excerpt", face.title, inside.width(), room)
    places = parts.tops([parts.header_row(ink), title], inside, ink.zoom)
    parts.header(ink, face, QRectF(inside.left(), places[0], inside.width(), 0))
    if len(places) > 1:
        words = QRectF(inside.left(), places[1], inside.width(), 0)
        ink.lines("excerpt", words, lines, "text.primary")
