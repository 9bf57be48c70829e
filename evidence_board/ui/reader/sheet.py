"""The sheet: a text set in a column, scrolled by pixels, with its marks; it takes no input."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from evidence_board.ui.reader.column import Column
from evidence_board.ui.reader.ground import PADDING, ground
from evidence_board.ui.reader.pages.shown import PartOfPage, Place
from evidence_board.ui.reader.painting import (
    Look,
    Shown,
    Span,
    Tag,
    Tie,
    paint_page,
    paint_tags,
    paint_ties,
)
from evidence_board.ui.reader.paragraphs import Paragraphs
from evidence_board.ui.reader.setting import (
    LARGEST,
    SMALLEST,
    USUAL,
    best_measure,
    headline_in,
    setting_of,
)
from evidence_board.ui.theme import Theme


class Sheet(QAbstractScrollArea):
    """One text and what is marked in it. Offsets are code points of the text.

    A paragraph is set when it comes into view, so that a long text is there at once.
    """

    moved = Signal()
    """Scrolled, resized or set anew: whatever lies over the page has to move."""

    def __init__(self, theme: Theme) -> None:
        """Show an empty sheet."""
        super().__init__()
        self._theme = theme
        self.text_size = USUAL
        self._below = 0.0
        self._has_hints = False
        self._title: str = ""
        self._shown = Shown()
        self._ties: tuple[Tie, ...] = ()
        self._tags: tuple[Tag, ...] = ()
        self._look = Look.of(theme)
        self.paragraphs = Paragraphs.of("")
        self.ground = ground(600, 520, 1.0)
        self.column = self._set_column()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self._restyle)

    # What is shown

    def show_text(self, text: str, title: str) -> None:
        """Show a text from its top, without marks; a line equal to `title` is set large."""
        self.paragraphs = Paragraphs.of(text)
        self._title = title
        self._shown = Shown()
        self._set_anew()
        self.verticalScrollBar().setValue(0)

    def show_marked(self, spans: Iterable[Span], active: Iterable[Span]) -> None:
        """Show which spans are marked, and which of them are selected elsewhere."""
        self._shown = replace(self._shown, marked=tuple(spans), active=frozenset(active))
        self.viewport().update()

    def show_hinted(self, hints: Sequence[tuple[Span, str]]) -> None:
        """Show which words have hints of which kind; the first of them makes room beside the text.

        Room that was made stays while this text is read, so that the text does not move to and fro.
        """
        self._shown = replace(self._shown, hinted=tuple(hints))
        if hints and not self._has_hints:
            self._has_hints = True
            self._set_anew()
        self.viewport().update()

    def show_found(self, spans: tuple[Span, ...], current: Span | None) -> None:
        """Show where words were found, and bring the current place into view."""
        self._shown = replace(self._shown, found=spans, current=current)
        if current:
            self.reveal(*current)
        self.viewport().update()

    def show_selected(self, span: Span | None, caret: int | None) -> None:
        """Show which words are selected, and the caret where the keyboard is here."""
        self._shown = replace(self._shown, selected=span, caret=caret)
        self.viewport().update()

    def show_ties(self, ties: Iterable[Tie]) -> None:
        """Show lines from words to what stands beside them, in the viewport's coordinates."""
        self._ties = tuple(ties)
        self.viewport().update()

    def show_tags(self, tags: Iterable[Tag]) -> None:
        """Show short marks beside the text, where there is no room for cards."""
        self._tags = tuple(tags)
        self.viewport().update()

    def set_size(self, size: int) -> None:
        """Set the text in another size, in px at 100 %, keeping the place."""
        size = min(max(size, SMALLEST), LARGEST)
        if size != self.text_size:
            self.text_size = size
            self._set_anew()

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that the words from start to end can be read, if they cannot."""
        self._settle_at(start)
        upper, lower = self.column.caret(start).top(), self.column.caret(end).bottom()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        pad = self._padding
        if upper + pad < bar.value() or lower + pad > bar.value() + height:
            bar.setValue(round(upper + pad - min(height / 3, max(0.0, height - (lower - upper)))))
        self.viewport().update()

    def bring_to_top(self, offset: int) -> None:
        """Scroll so that the line at an offset is the first that shows."""
        self._settle_at(offset)
        top = self.column.caret(offset).top()
        self.verticalScrollBar().setValue(round(top + self._padding / 2))

    # Places

    @property
    def origin(self) -> QPointF:
        """Where the top left corner of the text lies in the viewport."""
        return QPointF(self.ground.text, self._padding - self.verticalScrollBar().value())

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport."""
        return self.column.offset_at(point - self.origin)

    def holds(self, point: QPointF) -> int | None:
        """Return the offset of the word at a point of the viewport; None beside the words."""
        inside = point - self.origin
        offset = self.column.offset_at(inside)
        around = self.column.spans(max(0, offset - 1), offset + 1)
        return offset if any(box.contains(inside) for box in around) else None

    def boxes(self, span: Place) -> list[QRectF]:
        """Return the rectangles of a span's words in the viewport; its heights are settled."""
        if isinstance(span, PartOfPage):
            return []
        self._settle_at(span[0])
        return [box.translated(self.origin) for box in self.column.spans(*span)]

    def first_box(self, span: Place) -> QRectF | None:
        """Return the rectangle of the first line of a span's words, if there is any."""
        if isinstance(span, PartOfPage):
            return None
        if not self.column.is_set(self.paragraphs.at(span[0])):
            self._settle_at(span[0])
        first = next(self.column.each_span(*span), None)
        return first.translated(self.origin) if first is not None else None

    @property
    def seen(self) -> Span:
        """Start and end of the paragraphs that show now."""
        y = -self.origin.y()
        first = self.column.place_at(y)
        last = self.column.place_at(y + self.viewport().height())
        return self.paragraphs.starts[first], self.paragraphs.ends[last]

    def seen_boxes(self, span: Span) -> list[QRectF]:
        """Return the rectangles of that part of a span which shows now."""
        seen = self.seen
        start, end = max(span[0], seen[0]), min(span[1], seen[1])
        room = QRectF(self.viewport().rect())
        boxes = [box.translated(self.origin) for box in self.column.spans(start, end)]
        return [box for box in boxes if box.intersects(room)] if start < end else []

    def tie_start(self, box: QRectF, *, fresh: bool) -> QPointF:
        """Return where a line from words to what stands beside begins: below the words."""
        return box.bottomRight()

    def bring(self, upper: float, lower: float) -> None:
        """Scroll so that what stands between two heights of the viewport shows, its top first."""
        bar, height, edge = self.verticalScrollBar(), self.viewport().height(), self._padding / 2
        beyond = lower + edge - height
        if beyond > 0:
            bar.setValue(bar.value() + round(min(beyond, max(0.0, upper - edge))))

    def reserve(self, below: float) -> None:
        """Let the page scroll so that what lies beside it, down to a height, can be reached."""
        if below != self._below:
            self._below = below
            self._range()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that show."""
        painter = QPainter(self.viewport())
        origin = self.origin
        area = QRectF(event.rect()).translated(-origin)
        painter.translate(origin)
        paint_page(painter, self.column, self._look, self._shown, area)
        painter.resetTransform()
        look = self._look
        paint_ties(painter, self._ties, look.bar, look.accent, look.scale)
        paint_tags(painter, self._tags, look.bar, look.numbers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text in the new width."""
        super().resizeEvent(event)
        self._set_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Set what shows now."""
        super().showEvent(event)
        self._settle()
        self.moved.emit()

    # Inside

    @property
    def _padding(self) -> float:
        return PADDING * self._theme.scale

    def _set_anew(self) -> None:
        """Set the text in the present width and size; the first line that shows stays first."""
        bar = self.verticalScrollBar()
        place = self.column.place_at(bar.value() - self._padding)
        kept = self.column.paragraphs is self.paragraphs and bar.value() > 0
        offset = self.paragraphs.starts[place] if kept else 0
        measure = best_measure(self._theme, self.text_size)
        self.ground = ground(
            self.viewport().width(), measure, self._theme.scale, hints=self._has_hints
        )
        self.column = self._set_column()
        self._range()
        if kept:
            bar.setValue(round(self.column.top(self.paragraphs.at(offset)) + self._padding))
        self._settle()
        self.viewport().update()
        self.moved.emit()

    def _set_column(self) -> Column:
        setting = setting_of(self._theme, self.text_size, self.ground.measure)
        return Column(self.paragraphs, setting, headline_in(self.paragraphs, self._title))

    def _settle(self) -> None:
        """Set what shows."""
        y = self.verticalScrollBar().value() - self._padding
        self._settle_between(y, y + self.viewport().height())

    def _settle_at(self, offset: int) -> None:
        """Set the lines around an offset, as many as a page holds."""
        y, height = self.column.top(self.paragraphs.at(offset)), self.viewport().height()
        self._settle_between(y - height, y + height)

    def _settle_between(self, upper: float, lower: float) -> None:
        """Set lines; when heights above what shows change by that, what shows stays in place."""
        bar = self.verticalScrollBar()
        place = self.column.place_at(bar.value() - self._padding)
        before = self.column.top(place)
        if not self.column.settle(upper, lower):
            return
        self._range()
        shift = round(self.column.top(place) - before)
        if shift:
            bar.setValue(bar.value() + shift)

    def _range(self) -> None:
        height = max(self.column.height, self._below) + 2 * self._padding
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(height - self.viewport().height())))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self.column.setting.line * 2))

    def _scrolled(self) -> None:
        self._settle()
        self.viewport().update()
        self.moved.emit()

    def _restyle(self) -> None:
        self._look = Look.of(self._theme)
        self._set_anew()
