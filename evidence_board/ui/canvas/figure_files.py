"""A picture of a board as a file: PNG, SVG or PDF. Each is a generator, for a job in a thread."""

from collections.abc import Generator
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPageLayout, QPainter, QPdfWriter

from evidence_board.ui.canvas.figure import Figure
from evidence_board.ui.canvas.pages import fitting, room_on

Making: TypeAlias = Generator[tuple[int, int], None, bytes]

SCALES = (0.25, 0.5, 1.0, 2.0, 3.0, 4.0)
"""Device pixels that a px of the board may take in a PNG."""
MOST_PIXELS = 120_000_000
"""The largest PNG: while it is made it takes four bytes a pixel."""
LONGEST_SIDE = 32_000
"""Qt's painter counts no further."""
_BAND = 512
_CREATOR = "Evidence Board"
_DOTS_PER_METRE = 96 / 0.0254


def bearable(size: tuple[int, int]) -> bool:
    """Whether a PNG of this size can be made."""
    return size[0] * size[1] <= MOST_PIXELS and max(size) <= LONGEST_SIDE


def png(figure: Figure, scale: float) -> Making:
    """Paint a PNG, in bands of the reference painter."""
    picture = QImage(QSize(*figure.size(scale)), QImage.Format.Format_RGB32)
    if picture.isNull():
        raise ValueError("There is not enough memory for a picture of this size.")
    picture.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    picture.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    picture.setText("Title", figure.title)
    height, board = picture.height(), figure.painter(scale)
    painter = QPainter(picture)
    try:
        for top in range(0, height, _BAND):
            band = QRect(0, top, picture.width(), min(_BAND, height - top))
            for _ in board.steps(painter, band):
                yield top, height
    finally:
        painter.end()
    yield height, height
    return _encoded(picture)


def svg(figure: Figure) -> Making:
    """Draw an SVG whose words stay words."""
    from PySide6.QtSvg import QSvgGenerator  # 30 ms, and few people export

    buffer = _opened()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(QSize(*figure.size()))
    generator.setViewBox(figure.whole())
    generator.setTitle(figure.title)
    generator.setDescription("")
    painter = QPainter(generator)
    try:
        for done in figure.painter(vector=True).steps(painter, figure.whole()):
            yield done, figure.cards
    finally:
        painter.end()
    return bytes(buffer.data().data())


def pdf(figure: Figure, layout: QPageLayout) -> Making:
    """Draw a PDF of one page, in the middle of the room that its margins leave."""
    buffer = _opened()
    writer = pdf_writer(buffer, figure.title, layout)
    painter = QPainter(writer)
    try:
        place(painter, figure.size(), layout)
        for done in figure.painter(vector=True).steps(painter, figure.whole()):
            yield done, figure.cards
    finally:
        painter.end()
    return bytes(buffer.data().data())


def pdf_writer(device: QIODevice, title: str, layout: QPageLayout) -> QPdfWriter:
    """Return a writer of pages on which one unit is a px at 100 %."""
    writer = QPdfWriter(device)
    writer.setResolution(96)
    writer.setPageLayout(layout)
    writer.setTitle(title)
    writer.setCreator(_CREATOR)
    return writer


def place(painter: QPainter, size: tuple[int, int], layout: QPageLayout) -> None:
    """Let a painter of a page draw a picture of this size as large as fits, in the middle."""
    room = room_on(layout)
    factor = fitting(size, room)
    painter.translate((room[0] - size[0] * factor) / 2, (room[1] - size[1] * factor) / 2)
    painter.scale(factor, factor)


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _encoded(picture: QImage) -> bytes:
    buffer = _opened()
    if not picture.save(buffer, "PNG"):  # type: ignore[call-overload]  # Qt's stubs want bytes
        raise ValueError("There is not enough memory for a picture of this size.")
    return bytes(buffer.data().data())
