"""The image card: the picture on a white mat, its mark, grade and title below."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from evidence_board.ui.canvas.card_picture import MAT, CardPicture, fitted
from evidence_board.ui.canvas.cards import dress, parts
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink

MOST_LINES = 2
"""Lines of the title."""
STRIP_GAP, STRIP_END = 5.0, 8.0
"""What is left free over the strip under a picture, and under it."""
_LEAST_PICTURE = 12.0
_SIGN = 22.0
_INSET = 3.0


def paint_image(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw a picture with its strip; at the middle level the picture, and a title if it fits."""
    path = outline("image", box.adjusted(0.5, 0.5, -0.5, -0.5), ink.zoom)
    parts.shadow(ink, path)
    border, dash = ("border.strong", (4.0, 3.0)) if face.dashed else ("border.default", ())
    ink.shape(path, "surface.card", border, 1, dash)
    mat = MAT * ink.zoom
    inner = dress.body(ink, face, box).adjusted(mat, mat, -mat, -mat)
    strip = _middle_strip(ink, face, inner) if ink.level == "middle" else _strip(ink, face, inner)
    place = QRectF(inner)
    place.setBottom(max(inner.bottom() - strip, inner.top()))
    if place.height() >= _LEAST_PICTURE * ink.zoom:
        _picture(ink, face.picture, place)
    if ink.level == "middle":
        dress.warning(ink, face, box)


def _strip(ink: Ink, face: Face, box: QRectF) -> float:
    """Draw header and title at the foot of a box; returns the room they took."""
    zoom = ink.zoom
    inside = box.adjusted(5 * zoom, 0, -5 * zoom, 0)
    lines = ink.wrap("cardTitle", face.title, inside.width(), MOST_LINES)
    title = len(lines) * ink.line("cardTitle")
    end = (STRIP_END - MAT) * zoom
    height = ink.line("mark") + parts.HEADER_GAP * zoom + title + end
    top = box.bottom() - height
    head = QRectF(inside.left(), top, inside.width(), 0)
    parts.header(ink, replace(face, aside="") if face.lost else face, head)
    if face.lost:
        left = (parts.KIND_MARK + 14) * ink.share("mark") + ink.width("mark", face.mark)
        dress.told_off(ink, face.lost, head.adjusted(left, 0, -20 * ink.share("mark"), 0), "error")
    under = top + ink.line("mark") + parts.HEADER_GAP * zoom
    words = QRectF(inside.left(), under, inside.width(), 0)
    ink.lines("cardTitle", words, lines, "text.primary")
    return height + STRIP_GAP * zoom


def _middle_strip(ink: Ink, face: Face, box: QRectF) -> float:
    """Draw one line of the title where the picture leaves room for it; returns what it took."""
    line = ink.line("cardTitle")
    size = face.picture.size if face.picture is not None else (4, 3)
    if box.height() - fitted(size, box).height() < line:
        return 0.0
    inside = box.adjusted(_INSET, 0, -_INSET, 0)
    words = ink.elide("cardTitle", face.title, inside.width())
    spot = QRectF(inside.left(), box.bottom() - line, inside.width(), 0)
    ink.lines("cardTitle", spot, (words,), "text.primary")
    return line


def _picture(ink: Ink, picture: CardPicture | None, box: QRectF) -> None:
    if picture is None or picture.image is None:
        broken = picture is not None and picture.broken
        _place(ink, fitted(picture.size, box) if picture is not None else box, broken=broken)
        return
    spot = fitted(picture.size, box)
    if ink.level == "near":
        ink.painter.fillRect(box, ink.color("surface.sunken"))
    else:
        spot.moveTop(box.top())
    ink.painter.drawImage(spot, picture.image, QRectF(picture.image.rect()))
    # So that a picture with a white sky ends somewhere.
    edge = QPainterPath()
    edge.addRect(spot)
    ink.shape(edge, None, "border.default", 0.5)


def _place(ink: Ink, box: QRectF, *, broken: bool) -> None:
    """Draw the empty place of a picture with a sign."""
    ink.painter.fillRect(box, ink.color("surface.sunken"))
    side = min(_SIGN * ink.zoom, box.height() - 4, box.width() - 4)
    if side >= 6:
        left, top = box.center().x() - side / 2, box.center().y() - side / 2
        ink.icon("file-warning" if broken else "image", "text.tertiary", left, top, side)
