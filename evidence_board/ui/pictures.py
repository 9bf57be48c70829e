"""Thumbnails of boards: the cards of the first board as small blocks, kept beside the settings."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from evidence_board.ui.theme import current_theme

SIZE = (124, 92)
"""Width and height in px at 100 %."""
_SHARPNESS = 2


@dataclass(frozen=True)
class Block:
    """A card or frame of a thumbnail: its place on the board and the token of its colour."""

    x: float
    y: float
    width: float
    height: float
    color_token: str
    is_frame: bool = False


def draw(blocks: Iterable[Block]) -> QImage:
    """Return the thumbnail of a board, in the colours of the present theme."""
    drawn = tuple(blocks)
    image = QImage(
        SIZE[0] * _SHARPNESS, SIZE[1] * _SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied
    )
    tokens = current_theme().tokens
    image.fill(QColor(tokens.color("surface.board")))
    if not drawn:
        return image
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _fit(painter, drawn, image)
    for block in sorted(drawn, key=lambda one: not one.is_frame):
        place = QRectF(block.x, block.y, block.width, block.height)
        if block.is_frame:
            painter.setPen(QColor(tokens.color("border.strong")))
            painter.setBrush(QColor(tokens.color("surface.panel")))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.color(block.color_token)))
        painter.drawRoundedRect(place, 12, 12)
    painter.end()
    return image


def path_of(folder: Path, project: str) -> Path:
    """Return where the thumbnail of a project lies in the settings folder."""
    place = project.encode("utf-8", "surrogatepass")
    name = f"{zlib.crc32(place):08x}{zlib.adler32(place):08x}"
    return folder / "thumbnails" / f"{name}.png"


def keep(folder: Path, project: str, image: QImage) -> None:
    """Store a thumbnail; a disk that refuses costs the picture only."""
    path = path_of(folder, project)
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return
    image.save(str(path))


def _fit(painter: QPainter, blocks: tuple[Block, ...], image: QImage) -> None:
    """Let all blocks show, in the middle, with a margin; small boards are not blown up."""
    left = min(block.x for block in blocks)
    top = min(block.y for block in blocks)
    width = max(block.x + block.width for block in blocks) - left
    height = max(block.y + block.height for block in blocks) - top
    margin = 8 * _SHARPNESS
    scale = min((image.width() - 2 * margin) / width, (image.height() - 2 * margin) / height, 0.3)
    painter.translate(image.width() / 2, image.height() / 2)
    painter.scale(scale, scale)
    painter.translate(-(left + width / 2), -(top + height / 2))
