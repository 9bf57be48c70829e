"""Painting pages: their pictures, and over them what is marked, found and selected."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from evidence_board.ui.reader.hint_painting import HintLook
from evidence_board.ui.theme import Theme
from evidence_board.ui.tokens import Tokens, load_tokens


@dataclass(frozen=True)
class PagesLook:
    """The colours of pages: paper stays white in every theme, and so do the marks on it."""

    scale: float
    framed: bool
    ground: QColor
    edge: QColor
    paper: QColor
    told: QColor
    text: QColor
    marked: QColor
    bar: QColor
    found: QColor
    current: QColor
    selected: QColor
    accent: QColor
    halo: QColor
    tag: QColor
    hints: HintLook
    font: QFont

    @classmethod
    def of(cls, theme: Theme) -> "PagesLook":
        """Return the look of pages in a theme."""
        tokens = theme.tokens
        framed = tokens.scheme == "highContrast"
        paper = tokens if framed else _light()
        return cls(
            scale=theme.scale,
            framed=framed,
            ground=QColor(tokens.color("surface.sunken")),
            edge=QColor(tokens.color("border.strong")),
            paper=QColor(Qt.GlobalColor.white),
            text=QColor(tokens.color("text.secondary")),
            told=QColor(_light().color("text.secondary")),
            marked=QColor(paper.color("reader.excerpt")),
            bar=QColor(paper.color("kind.excerpt")),
            found=QColor(paper.color("reader.figure")),
            current=QColor(paper.color("reader.hedge")),
            selected=QColor(paper.color("reader.selection")),
            accent=QColor(paper.color("accent.default")),
            halo=QColor(Qt.GlobalColor.white),
            tag=QColor(tokens.color("kind.excerpt")),
            hints=HintLook.of(paper, theme.scale),
            font=theme.font("caption"),
        )


def _light() -> Tokens:
    return load_tokens("light")


def fill(painter: QPainter, look: PagesLook, boxes: Iterable[QRectF], color: QColor) -> None:
    """Tint words like a marker, so that they stay as dark as they are; or frame them."""
    if look.framed:
        frame_all(painter, look, boxes, 1.0)
        return
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box in boxes:
        painter.fillRect(box, color)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def underline(painter: QPainter, look: PagesLook, boxes: Iterable[QRectF], active: bool) -> None:
    """Draw a bar below marked words, so that colour is not their only sign."""
    high = (3.0 if active else 1.5) * look.scale
    for box in boxes:
        painter.fillRect(QRectF(box.left(), box.bottom() - high / 2, box.width(), high), look.bar)


def frame_all(painter: QPainter, look: PagesLook, boxes: Iterable[QRectF], width: float) -> None:
    """Frame boxes in the accent."""
    painter.setPen(QPen(look.accent, width * look.scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects(list(boxes))


def frame_part(
    painter: QPainter, look: PagesLook, box: QRectF, color: QColor, width: float
) -> None:
    """Frame a part in a colour, with a light line on both sides that shows on any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, thick in ((look.halo, width + 2), (color, width)):
        painter.setPen(QPen(ink, thick * look.scale))
        painter.drawRect(box)


def tell(
    painter: QPainter, look: PagesLook, box: QRectF, sentence: str, *, on_paper: bool = True
) -> None:
    """Write a sentence in the middle of an empty page, or of a window without pages."""
    painter.setPen(look.told if on_paper else look.text)
    painter.setFont(look.font)
    inside = box.adjusted(box.width() / 8, 0, -box.width() / 8, 0)
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, sentence)
