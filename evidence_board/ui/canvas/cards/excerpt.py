"""The excerpt card: the exact words in serif italic behind a bar."""

from dataclasses import replace

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import dress, parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink, rounded


def paint_excerpt(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw marked words and where they stand."""
    path = outline("excerpt", box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom)
    parts.shadow(ink, path)
    border, dash = ("kind.excerpt", (4.0, 3.0)) if face.lost else ("border.default", ())
    ink.shape(path, "surface.excerpt", border, 1, dash)
    inset = 8 * max(ink.zoom, 0.5)
    bar = QRectF(box.left() + inset * 0.8, box.top() + inset, 3 * max(ink.zoom, 0.66), 0)
    bar.setBottom(box.bottom() - inset)
    ink.painter.fillRect(bar, ink.color("kind.excerpt"))
    if ink.level == "middle":
        corner = parts.corner_of(face, box, warned=True)
        parts.middle_title(ink, "excerpt", face.title, box.adjusted(13, 5, -6, -3), corner)
        dress.warning(ink, face, box)
        return
    inside = dress.body(ink, face, box).adjusted(17 * ink.zoom, 0, -parts.PAD_RIGHT * ink.zoom, 0)
    boxed = bool(face.lost) and _has_room(ink, inside)
    if boxed:
        inside = _lost(ink, face, inside)
    room = inside.height() - ink.line("mark") - 12 * ink.zoom
    lines, title = parts.title_row(ink, "excerpt", face.title, inside.width(), room)
    places = parts.tops([parts.header_row(ink), title], inside, ink.zoom)
    head = QRectF(inside.left(), places[0], inside.width(), 0)
    parts.header(ink, face if boxed or not face.lost else replace(face, aside=""), head)
    if face.lost and not boxed:
        _lost_in_header(ink, face, head)
    if len(places) > 1:
        words = QRectF(inside.left(), places[1], inside.width(), 0)
        ink.lines("excerpt", words, lines, "text.primary")


def _has_room(ink: Ink, inside: QRectF) -> bool:
    """Whether a box of its own leaves room for a line of the words."""
    rows = ink.line("mark") + ink.line("excerpt") + ink.line("meta") + 8 * ink.share("meta")
    return inside.height() >= rows + 14 * ink.zoom


def _lost_in_header(ink: Ink, face: Face, head: QRectF) -> None:
    """Draw behind the mark that the words are not found any more."""
    share = ink.share("mark")
    x = head.left() + (parts.KIND_MARK + 14) * share + ink.width("mark", face.mark)
    top = head.top() + (ink.line("mark") - ink.line("meta")) / 2
    dress.told_off(ink, face.lost, QRectF(x, top, head.right() - x, 0), "error")


def _lost(ink: Ink, face: Face, inside: QRectF) -> QRectF:
    """Draw at the foot that the words are not found any more; returns the room above."""
    share = ink.share("meta")
    width = inside.width() - 22 * share
    lines = ink.wrap("meta", face.lost, width, 2)
    height = len(lines) * ink.line("meta") + 8 * share
    top = inside.bottom() - height - 6 * ink.zoom
    box = QRectF(inside.left() - 5 * share, top, inside.width() + 8 * share, height)
    ink.shape(rounded(box, 3 * share), "status.error.bg", "status.error.border")
    side = 13 * share
    first = top + 4 * share + (ink.line("meta") - side) / 2
    ink.icon("triangle-alert", "status.error.text", box.left() + 5 * share, first, side)
    words = QRectF(inside.left() + 18 * share, top + 4 * share, width, 0)
    ink.lines("meta", words, lines, "status.error.text")
    return inside.adjusted(0, 0, 0, -height)
