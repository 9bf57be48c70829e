"""Painting the page: the lines that show, with what is marked, found and selected in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from evidence_board.ui.reader.column import Column
from evidence_board.ui.reader.hint_painting import (
    HintLook,
    fill_hinted,
    hinted_inside,
    line_hinted,
)
from evidence_board.ui.theme import Theme

Span = tuple[int, int]


@dataclass(frozen=True)
class Shown:
    """What is drawn besides the words: spans by offsets, and the caret where there is focus.

    `active` are the marked spans that belong to the selected records, `found` what the find bar
    found and `current` the one of these that it stands at.
    """

    marked: tuple[Span, ...] = ()
    active: frozenset[Span] = frozenset()
    hinted: tuple[tuple[Span, str], ...] = ()
    """Words with the kind of the hint they have, in the order of the text."""
    found: tuple[Span, ...] = ()
    current: Span | None = None
    selected: Span | None = None
    caret: int | None = None


@dataclass(frozen=True)
class Tie:
    """A line from words, below those that follow, past the edge of the text to a card.

    `fresh` leads to the claim that is being made.
    """

    start: QPointF
    edge: float
    end: QPointF
    fresh: bool = False


@dataclass(frozen=True)
class Tag:
    """A short mark beside a line, where there is no room for cards."""

    place: QPointF
    words: str


@dataclass(frozen=True)
class Look:
    """The colours of the page; `framed` draws the selection as a frame (high contrast)."""

    scale: float
    framed: bool
    text: QColor
    number: QColor
    marked: QColor
    bar: QColor
    found: QColor
    current: QColor
    selected: QColor
    accent: QColor
    hints: HintLook
    numbers: QFont = field(compare=False)

    @classmethod
    def of(cls, theme: Theme) -> "Look":
        """Return the look of the page in a theme."""
        tokens = theme.tokens
        return cls(
            scale=theme.scale,
            framed=tokens.scheme == "highContrast",
            text=QColor(tokens.color("text.primary")),
            number=QColor(tokens.color("text.tertiary")),
            marked=QColor(tokens.color("reader.excerpt")),
            bar=QColor(tokens.color("kind.excerpt")),
            found=QColor(tokens.color("reader.figure")),
            current=QColor(tokens.color("reader.hedge")),
            selected=QColor(tokens.color("reader.selection")),
            accent=QColor(tokens.color("accent.default")),
            hints=HintLook.of(tokens, theme.scale),
            numbers=theme.font("caption"),
        )


def paint_page(painter: QPainter, column: Column, look: Look, shown: Shown, area: QRectF) -> None:
    """Paint what lies in `area`; the painter's origin is the top left corner of the text."""
    first, last = column.place_at(area.top()), column.place_at(area.bottom())
    seen = (column.paragraphs.starts[first], column.paragraphs.ends[last])
    marked = list(_inside(shown.marked, seen))
    hinted = _hint_boxes(column, hinted_inside(shown.hinted, seen))
    fill_hinted(painter, hinted, look.hints)
    for span in marked:
        _fill(painter, column, span, look.marked)
    for span in _inside(shown.found, seen):
        _fill(painter, column, span, look.current if span == shown.current else look.found)
    if shown.current:
        _frame(painter, column, look, list(_inside((shown.current,), seen)))
    if shown.selected:
        _select(painter, column, look, list(_inside((shown.selected,), seen)))
    painter.setPen(look.text)
    for place in range(first, last + 1):
        column.layout(place).draw(painter, QPointF(0, column.top(place)))
    line_hinted(painter, hinted, look.hints)
    active = list(_inside(shown.active, seen))
    for span in marked:
        _underline(painter, column, span, look, 3.0 if span in active else 1.5)
    _number(painter, column, look, range(first, last + 1))
    if shown.caret is not None and seen[0] <= shown.caret <= seen[1]:
        _caret(painter, column.caret(shown.caret), look)


def paint_ties(
    painter: QPainter, ties: Iterable[Tie], color: QColor, fresh: QColor, scale: float
) -> None:
    """Paint the lines between words and what stands beside them, in the viewport."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tie in ties:
        painter.setPen(QPen(fresh if tie.fresh else color, (2.0 if tie.fresh else 1.25) * scale))
        corner = QPointF(tie.edge, tie.start.y())
        reach = QPointF((tie.end.x() - tie.edge) / 2, 0)
        path = QPainterPath(tie.start)
        path.lineTo(corner)
        path.cubicTo(corner + reach, tie.end - reach, tie.end)
        painter.drawPath(path)


def paint_tags(painter: QPainter, tags: Iterable[Tag], color: QColor, font: QFont) -> None:
    """Paint the marks beside the text, in the viewport."""
    painter.setFont(font)
    painter.setPen(color)
    for tag in tags:
        painter.drawText(tag.place, tag.words)


def _hint_boxes(column: Column, hinted: Iterable[tuple[Span, str]]) -> list[tuple[QRectF, str]]:
    """Return the boxes of words with hints; of shared words those at the start of the lines."""
    return [
        (_line_start(box) if layer == "shared" else box, layer)
        for span, layer in hinted
        for box in column.spans(*span)
    ]


def _line_start(box: QRectF) -> QRectF:
    return QRectF(0, box.top(), 0, box.height())


def _inside(spans: Iterable[Span], seen: Span) -> Iterable[Span]:
    """Yield the part of each span that is seen."""
    for start, end in spans:
        if start < seen[1] and end > seen[0]:
            yield max(start, seen[0]), min(end, seen[1])


def _fill(painter: QPainter, column: Column, span: Span, color: QColor) -> None:
    for box in column.spans(*span):
        painter.fillRect(box, color)


def _select(painter: QPainter, column: Column, look: Look, spans: list[Span]) -> None:
    if look.framed:
        _frame(painter, column, look, spans)
        return
    for span in spans:
        _fill(painter, column, span, look.selected)


def _frame(painter: QPainter, column: Column, look: Look, spans: list[Span]) -> None:
    painter.setPen(QPen(look.accent, 2 if look.framed else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for span in spans:
        painter.drawRects(column.spans(*span))


def _underline(painter: QPainter, column: Column, span: Span, look: Look, thickness: float) -> None:
    """Draw a bar below marked words, so that colour is not their only sign."""
    height = thickness * look.scale
    for box in column.spans(*span):
        painter.fillRect(
            QRectF(box.left(), box.bottom() - height / 2, box.width(), height), look.bar
        )


def _number(painter: QPainter, column: Column, look: Look, places: range) -> None:
    painter.setFont(look.numbers)
    painter.setPen(look.number)
    metrics = QFontMetricsF(look.numbers)
    for place in places:
        if number := column.paragraphs.numbers[place]:
            words, height = str(number), column.line_height(place)
            x = -10 * look.scale - metrics.horizontalAdvance(words)
            y = column.top(place) + (height + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(x, y), words)


def _caret(painter: QPainter, box: QRectF, look: Look) -> None:
    inset = box.height() * 0.12
    width = max(1.0, round(1.25 * look.scale))
    painter.fillRect(
        QRectF(box.left() - width / 2, box.top() + inset, width, box.height() - 2 * inset),
        look.text,
    )
