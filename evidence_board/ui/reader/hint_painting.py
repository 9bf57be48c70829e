"""Painting what has hints: each kind has a ground and a line, so that colour is never alone."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from evidence_board.ui.tokens import Tokens

Span = tuple[int, int]
Hinted = Sequence[tuple[Span, str]]
HintBoxes = Sequence[tuple[QRectF, str]]
"""The boxes of words, each with the kind of the hint that they have."""

_LONGEST = 6_000
"""No words of a hint are longer: one that reaches into view begins no farther before it."""


@dataclass(frozen=True)
class HintLook:
    """Grounds by kind (none in high contrast) and the colours of the lines."""

    scale: float
    grounds: Mapping[str, QColor]
    lines: Mapping[str, QColor]

    @classmethod
    def of(cls, tokens: Tokens, scale: float) -> "HintLook":
        """Return the look of hints in the colours of a theme."""
        tints = {"attribution": "attribution", "hedge": "hedge", "figure": "figure"}
        plain = tokens.scheme == "highContrast"
        grounds = (
            {} if plain else {k: QColor(tokens.color(f"reader.{v}")) for k, v in tints.items()}
        )
        if not plain:
            grounds["date"] = grounds["figure"]
        ink = {
            "attribution": "kind.origin",
            "hedge": "status.warn.text",
            "figure": "accent.default",
            "date": "accent.default",
            "shared": "reader.shared",
        }
        return cls(scale, grounds, {k: QColor(tokens.color(v)) for k, v in ink.items()})


def hinted_inside(hinted: Hinted, seen: Span) -> list[tuple[Span, str]]:
    """Return the part of each hint's words that is seen."""
    first = bisect_right(hinted, seen[0] - _LONGEST, key=lambda one: one[0][0])
    found = []
    for (start, end), layer in hinted[first:]:
        if start >= seen[1]:
            break
        if end > seen[0]:
            found.append(((max(start, seen[0]), min(end, seen[1])), layer))
    return found


def fill_hinted(painter: QPainter, boxes: HintBoxes, look: HintLook) -> None:
    """Paint the grounds, before the words."""
    for box, layer in boxes:
        if layer in look.grounds:
            painter.fillRect(box, look.grounds[layer])


def line_hinted(painter: QPainter, boxes: HintBoxes, look: HintLook) -> None:
    """Paint the lines: who says it dotted, hedges wavy, figures boxed; what is shared has a bar."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box, layer in boxes:
        if layer == "attribution":
            _dots(painter, box, look)
        elif layer == "hedge":
            _wave(painter, box, look)
        elif layer in ("figure", "date"):
            painter.setPen(QPen(look.lines[layer], look.scale))
            painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), 2, 2)
        else:
            _double_bar(painter, box, look)
    painter.restore()


def _dots(painter: QPainter, box: QRectF, look: HintLook) -> None:
    pen = QPen(look.lines["attribution"], 1.6 * look.scale, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def _wave(painter: QPainter, box: QRectF, look: HintLook) -> None:
    painter.setPen(QPen(look.lines["hedge"], 1.2 * look.scale))
    step, high = 3.0 * look.scale, 1.6 * look.scale
    path = QPainterPath(box.bottomLeft())
    x, up = box.left(), True
    while x < box.right():
        end = min(x + step, box.right())
        peak = QPointF((x + end) / 2, box.bottom() + (-high if up else high))
        path.quadTo(peak, QPointF(end, box.bottom()))
        x, up = end, not up
    painter.drawPath(path)


def _double_bar(painter: QPainter, box: QRectF, look: HintLook) -> None:
    """Paint the bar beside the lines of words: their box tells its place."""
    painter.setPen(QPen(look.lines["shared"], 1.4 * look.scale))
    for x in (box.left() - 7 * look.scale, box.left() - 4 * look.scale):
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
