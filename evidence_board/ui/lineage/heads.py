"""What is written over the columns of a chart: what stands in each, and where the claim falls."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from evidence_board.analysis.chart_places import HEAD, Placed
from evidence_board.ui.canvas.ink import Ink, rounded

HEADS_HEIGHT = HEAD + 12.0
"""How far down they reach, with the tag of the smallest cut, px at 100 %."""


@dataclass(frozen=True)
class Heads:
    """Per part of the chart its title and a remark; ``cut`` is what is said of the smallest cut.

    ``cut_keys`` are the stations of which it consists.
    """

    titles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    cut: str = ""
    cut_keys: frozenset[str] = frozenset()


def paint_heads(ink: Ink, placed: Placed, heads: Heads, shift: float, width: float) -> None:
    """Draw the heads along the top of the window; they scroll to the side only."""
    at_once = Ink(ink.painter, ink.look, "near", 1.0, ink.ratio)
    band = QRectF(0, 0, width, HEAD - 10)
    ink.painter.fillRect(band, ink.color("surface.board"))
    told: set[str] = set()
    for place, column in enumerate(placed.columns):
        left = column.left * ink.zoom + shift
        room = (column.width + 60) * ink.zoom
        if column.part not in told and column.part in heads.titles:
            told.add(column.part)
            same = [one for one in placed.columns if one.part == column.part]
            room = (same[-1].left + same[-1].width - column.left) * ink.zoom + 50 * ink.zoom
            _title(at_once, heads.titles[column.part], left, room)
        if place:
            _rule(ink, left - 42 * ink.zoom)
        if heads.cut and heads.cut_keys and heads.cut_keys <= set(column.keys):
            _cut(at_once, heads.cut, left, column.width * ink.zoom)


def _title(ink: Ink, title: tuple[str, str], left: float, room: float) -> None:
    words, remark = title
    told = ink.elide("cardTitle", words, room)
    ink.text("cardTitle", left, 12, told, "text.primary")
    left_over = room - ink.width("cardTitle", told) - 6
    if remark and left_over > 30:
        top = 12 + (ink.line("cardTitle") - ink.line("meta")) / 2
        x = left + ink.width("cardTitle", told) + 6
        ink.text("meta", x, top, ink.elide("meta", remark, left_over), "text.tertiary")


def _rule(ink: Ink, x: float) -> None:
    ink.painter.setPen(QPen(ink.color("border.default"), 1))
    bottom = ink.painter.viewport().height()
    ink.painter.drawLine(QPointF(x, 8), QPointF(x, bottom))


def _cut(ink: Ink, words: str, left: float, width: float) -> None:
    """Draw the tag of the smallest cut over its column."""
    wide = ink.width("badge", words) + 34
    box = QRectF(left + (width - wide) / 2, HEAD - 14, wide, 24)
    ink.shape(rounded(box, 5), "status.warn.bg", "status.warn.border")
    ink.icon("split", "status.warn.text", box.left() + 8, box.top() + 5, 14)
    top = box.top() + (24 - ink.line("badge")) / 2
    ink.text("badge", box.left() + 27, top, words, "status.warn.text")
