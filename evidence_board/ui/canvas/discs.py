"""The discs on lines: the glyph of their type, and the reason beside it."""

from functools import lru_cache
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.canvas.line_labels import LEAST, WIDEST, Room
from evidence_board.ui.icons import own_drawing
from evidence_board.ui.tokens import LinkLook

DISC = 8.0
_ROOMY = Room()


def paint_disc(
    ink: Ink,
    look: LinkLook,
    spot: tuple[float, float],
    label: str = "",
    room: Room = _ROOMY,
) -> None:
    """Draw the glyph disc of a line, and its label beside it as far as there is room."""
    size, fill = min(max(ink.zoom, 0.75), 1.5), ink.look.tokens.color("surface.card")
    if ink.vector:
        side = 18 * size
        place = QRectF(spot[0] - side / 2, spot[1] - side / 2, side, side)
        own_drawing(_disc_drawing(look.path, look.color, fill)).render(ink.painter, place)
    else:
        image = _disc(look.path, look.color, fill, ink.ratio * size)
        side = image.width() / ink.ratio
        x = floor((spot[0] - side / 2) * ink.ratio + 0.5) / ink.ratio
        y = floor((spot[1] - side / 2) * ink.ratio + 0.5) / ink.ratio
        ink.painter.drawImage(QRectF(x, y, side, side), image, QRectF(image.rect()))
    if label and ink.level == "near" and room.width >= LEAST:
        label = ink.elide("meta", label, min(room.width, WIDEST * max(ink.zoom, 1.0)))
        away = side / 2 + 3
        width = ink.width("meta", label)
        left = spot[0] - away - width if room.left else spot[0] + away
        _label(ink, QPointF(left, spot[1] - ink.line("meta") / 2), width, label)


def _label(ink: Ink, spot: QPointF, width: float, label: str) -> None:
    """Draw words beside a disc on a patch of the board, so that lines do not strike them out."""
    patch = QRectF(spot.x() - 2, spot.y(), width + 4, ink.line("meta"))
    if not ink.shows(patch):
        return  # Qt would set the words before it leaves them out
    ground = ink.color("surface.board")
    ink.painter.fillRect(patch, QColor(ground.red(), ground.green(), ground.blue(), 240))
    ink.text("meta", spot.x(), spot.y(), label, "text.secondary")


@lru_cache(maxsize=256)
def _disc(path: str, color: str, fill: str, ratio: float) -> QImage:
    """Return the picture of the disc of a glyph, which any thread may draw."""
    side = max(round(18 * ratio), 4)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    own_drawing(_disc_drawing(path, color, fill)).render(painter)
    painter.end()
    return image


def _disc_drawing(path: str, color: str, fill: str) -> bytes:
    """Return the disc of a glyph; the glyph comes as SVG path data, perhaps behind a circle."""
    ring = ""
    if path.startswith("circle r"):
        radius, _, path = path.removeprefix("circle r").partition(";")
        ring = f'<circle r="{radius}" fill="{"none" if path else color}"/>'
    glyph = f'<path d="{path.strip()}"/>' if path.strip() else ""
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-9 -9 18 18" stroke="{color}" '
        f'fill="none" stroke-width="1.6" stroke-linecap="round">'
        f'<circle r="{DISC}" fill="{fill}" stroke-width="1.4"/>{ring}{glyph}</svg>'
    )
    return drawing.encode()
