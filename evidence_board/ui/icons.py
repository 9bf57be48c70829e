"""Lucide icons in the colours of the theme."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QImageReader, QPainter, QPixmap

from evidence_board.paths import resource
from evidence_board.ui.tokens import Tokens

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer


def tinted_icon(tokens: Tokens, name: str, color_token: str, size: int, margin: int = 0) -> QIcon:
    """Return a Lucide icon of ``size`` pixels: plain, disabled and, in accent, checked.

    ``margin`` is left free at either side: Qt sets the text of a tool button too close.
    """
    ratio = _screen_ratio()
    plain = tokens.color(color_token)
    on_fill = color_token in {"text.onAccent", "kind.onFill"}
    chosen = plain if on_fill else tokens.color("accent.default")
    faint = tokens.color("text.disabled")
    icon = QIcon()
    for color, mode, state in (
        (plain, QIcon.Mode.Normal, QIcon.State.Off),
        (plain, QIcon.Mode.Selected, QIcon.State.Off),
        (faint, QIcon.Mode.Disabled, QIcon.State.Off),
        (chosen, QIcon.Mode.Normal, QIcon.State.On),
        (faint, QIcon.Mode.Disabled, QIcon.State.On),
    ):
        icon.addPixmap(tinted_pixmap(name, color, size, ratio, margin), mode, state)
    return icon


@lru_cache(maxsize=1024)
def tinted_pixmap(name: str, color: str, size: int, ratio: float = 1.0, margin: int = 0) -> QPixmap:
    """Return one icon in one colour, of ``size`` logical pixels, for a screen of ``ratio``."""
    return QPixmap.fromImage(tinted_image(name, color, size, ratio, margin))


@lru_cache(maxsize=1024)
def tinted_image(name: str, color: str, size: int, ratio: float = 1.0, margin: int = 0) -> QImage:
    """Return the same as an image, which any thread may draw."""
    side = max(1, round(size * ratio))
    free = round(margin * ratio)
    image = QImage(side + 2 * free, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.drawImage(QPoint(free, 0), _drawing(name, _stroke(size), side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor(color))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon_drawing(name: str, color: str, size: int) -> bytes:
    """Return one icon in one colour as SVG, with the stroke that looks even at ``size``."""
    return _inked(name, _stroke(size), color)


def own_drawing(drawing: bytes) -> "QSvgRenderer":
    """Return what paints an SVG of ours, ``own_drawing(svg).render(painter)``.

    The one way to Qt's SVG reader, which a hostile file can hang: never for imported bytes.
    """
    from PySide6.QtSvg import QSvgRenderer  # 30 ms, and no icon of the first window needs it

    return QSvgRenderer(QByteArray(drawing))


def application_icon() -> QIcon:
    """Return the icon of the program in the sizes a desktop asks for."""
    icon = QIcon()
    for side in (16, 32, 48, 128):
        icon.addFile(str(resource("icons", "app", f"{side}x{side}", "evidence-board.png")))
    return icon


def _drawing(name: str, stroke: float, side: int) -> QImage:
    """Return the icon in black; it takes its colour in ``tinted_image``.

    Drawn by Qt's picture reader, which starts quicker than its SVG module.
    """
    buffer = QBuffer()
    buffer.setData(_inked(name, stroke, "#000000"))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return reader.read()


def _inked(name: str, stroke: float, color: str) -> bytes:
    drawing = _icon_bytes(name).replace(b'stroke-width="2"', b'stroke-width="%.2f"' % stroke)
    return drawing.replace(b"currentColor", color.encode())


def _icon_bytes(name: str) -> bytes:
    lucide = resource("icons", "lucide", f"{name}.svg")
    return (lucide if lucide.is_file() else resource("icons", "own", f"{name}.svg")).read_bytes()


def _stroke(size: int) -> float:
    """Return the stroke, on the grid of 24, that looks even at ``size``."""
    return 1.75 if size < 20 else 1.6


def _screen_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
