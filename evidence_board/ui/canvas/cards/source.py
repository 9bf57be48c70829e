"""The source card: a square sheet, dashed when it is cited only."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import dress, parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_source(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a source: mark and grade, name, date and use."""
    path = outline("source", box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom)
    parts.shadow(ink, path)
    border, dash = ("border.strong", (4.0, 3.0)) if face.dashed else ("border.default", ())
    ink.shape(path, "surface.card", border, 1, dash)
    if ink.level == "middle":
        corner = parts.corner_of(face, box, warned=True)
        parts.middle_title(ink, "cardTitle", face.title, box.adjusted(8, 5, -6, -3), corner)
        dress.warning(ink, face, box)
        return
    inside = dress.body(ink, face, box).adjusted(12 * ink.zoom, 0, -10 * ink.zoom, 0)
    meta = ink.line("meta") if face.meta or face.lost else 0.0
    room = inside.height() - ink.line("mark") - meta - 10 * ink.zoom
    lines, title = parts.title_row(ink, "cardTitle", face.title, inside.width(), room)
    rows = [parts.header_row(ink), title, parts.Row(meta, 1)]
    places = parts.tops(rows, inside, ink.zoom)
    parts.header(ink, face, QRectF(inside.left(), places[0], inside.width(), 0))
    if len(places) > 1:
        ink.lines(
            "cardTitle", QRectF(inside.left(), places[1], inside.width(), 0), lines, "text.primary"
        )
    if len(places) > 2 and face.lost:
        foot = QRectF(inside.left(), places[2], inside.width(), 0)
        dress.told_off(ink, face.lost, foot, "error")
    elif len(places) > 2 and face.meta:
        words = ink.elide("meta", face.meta, inside.width())
        ink.lines(
            "meta", QRectF(inside.left(), places[2], inside.width(), 0), (words,), "text.tertiary"
        )
