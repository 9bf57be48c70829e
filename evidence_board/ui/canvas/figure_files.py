"""A picture of a board as a file: PNG, SVG or PDF. Each is a generator, for a job in a thread."""

import re
from collections.abc import Generator
from contextlib import closing
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPageLayout, QPainter, QPdfWriter

from evidence_board.ui.canvas.figure import Figure
from evidence_board.ui.canvas.page_painting import paint_pages
from evidence_board.ui.canvas.pages import Plan

Making: TypeAlias = Generator[tuple[int, int], None, bytes]

SCALES = (0.25, 0.5, 1.0, 2.0, 3.0, 4.0)
"""Device pixels that a px of the board may take in a PNG."""
MOST_PIXELS = 120_000_000
"""The largest PNG: while it is made it takes four bytes a pixel."""
LONGEST_SIDE = 32_000
"""Qt's painter counts no further."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML may hold, and that a text may."""
_TITLE_KEY = "Title"  # a word of the PNG standard
_BAND = 512
_CREATOR = "Evidence Board"
_RESOLUTION = 1200
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
    picture.setText(_TITLE_KEY, figure.title)
    height, board = picture.height(), figure.painter(scale)
    painter = QPainter(picture)
    try:
        for top in range(0, height, _BAND):
            band = QRect(0, top, picture.width(), min(_BAND, height - top))
            with closing(board.steps(painter, band)) as steps:
                for _ in steps:
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
        with closing(figure.painter(vector=True).steps(painter, figure.whole())) as steps:
            for done in steps:
                yield done, figure.cards
    finally:
        painter.end()
    words = bytes(buffer.data().data()).decode()
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", words).encode()


def pdf(figure: Figure, layout: QPageLayout, plan: Plan, foot: str = "") -> Making:
    """Draw a PDF whose words stay words and whose fonts are embedded."""
    buffer = _opened()
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(layout)
    writer.setTitle(figure.title)
    writer.setCreator(_CREATOR)
    yield from paint_pages(writer, figure, plan, foot)
    return bytes(buffer.data().data())


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _encoded(picture: QImage) -> bytes:
    buffer = _opened()
    if not picture.save(buffer, "PNG"):  # type: ignore[call-overload]  # Qt's stubs want bytes
        raise ValueError("There is not enough memory for a picture of this size.")
    return bytes(buffer.data().data())
