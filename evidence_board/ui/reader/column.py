"""The column of text: which paragraph stands where, set only when it is looked at."""

from collections import OrderedDict
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextLine, QTextOption

from evidence_board.ui.reader.offsets import to_points, to_units
from evidence_board.ui.reader.paragraphs import Paragraphs
from evidence_board.ui.reader.setting import Setting

_KEPT = 400
_SET_AT_ONCE = 60_000


class Column:
    """The paragraphs of a text below each other; y is in px from the top of the first.

    A paragraph's height is estimated until it is set; `settle` sets those that are looked at.
    """

    def __init__(self, paragraphs: Paragraphs, setting: Setting, headline: int | None) -> None:
        """Set nothing yet; `headline` is the place of the paragraph that is the title."""
        self.paragraphs = paragraphs
        self.setting = setting
        self._headline = headline
        self._layouts: OrderedDict[int, QTextLayout] = OrderedDict()
        self._heights = self._estimated()
        self._known = np.zeros(len(paragraphs), dtype=bool)
        self._sum()
        if len(paragraphs.text) <= _SET_AT_ONCE:
            self.settle(0, self.height)

    @property
    def height(self) -> float:
        """The height of the whole text, in part an estimate."""
        return float(self._bottoms[-1])

    def top(self, place: int) -> float:
        """Return where a paragraph begins."""
        return float(self._bottoms[place - 1]) if place else 0.0

    def place_at(self, y: float) -> int:
        """Return the place of the paragraph at a height; the first or last beyond the ends."""
        found = int(np.searchsorted(self._bottoms, y, side="right"))
        return min(found, len(self.paragraphs) - 1)

    def settle(self, upper: float, lower: float) -> bool:
        """Set the paragraphs between two heights; return whether any height changed by that."""
        changed = False
        place = self.place_at(upper)
        while place < len(self.paragraphs) and self.top(place) <= lower:
            if not self._known[place]:
                height = self._set_height(place)
                self._known[place] = True
                if height != self._heights[place]:
                    self._heights[place] = height
                    changed = True
                    if len(self.paragraphs.text) > _SET_AT_ONCE:
                        self._sum()
            place += 1
        if changed:
            self._sum()
        return changed

    def is_set(self, place: int) -> bool:
        """Whether the height of a paragraph is known, not estimated."""
        return bool(self._known[place])

    def layout(self, place: int) -> QTextLayout:
        """Return a paragraph as it is set."""
        made = self._layouts.get(place)
        if made is None:
            made = self._layouts[place] = self._set(place)
            if len(self._layouts) > _KEPT:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(place)
        return made

    def units(self, place: int, offset: int) -> int:
        """Return the UTF-16 offset inside a paragraph of an offset into the text, held inside."""
        start, end = self.paragraphs.starts[place], self.paragraphs.ends[place]
        return to_units(self.paragraphs.words(place), min(max(offset, start), end) - start)

    def offset(self, place: int, units: int) -> int:
        """Return the offset into the text of a UTF-16 offset inside a paragraph."""
        return self.paragraphs.starts[place] + to_points(self.paragraphs.words(place), units)

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point."""
        place = self.place_at(point.y())
        layout = self.layout(place)
        number = int((point.y() - self.top(place)) // self.line_height(place))
        return self.offset_on_line(place, min(max(number, 0), layout.lineCount() - 1), point.x())

    def offset_on_line(self, place: int, number: int, x: float) -> int:
        """Return the offset in a line nearest to an x; past its end, the last that lies in it."""
        layout = self.layout(place)
        line = layout.lineAt(number)
        units = line.xToCursor(x)
        goes_on = number < layout.lineCount() - 1
        if goes_on and units >= line.textStart() + line.textLength():
            units = layout.previousCursorPosition(line.textStart() + line.textLength())
        return self.offset(place, units)

    def caret(self, offset: int) -> QRectF:
        """Return the line's height at an offset, as a rectangle without width."""
        place = self.paragraphs.at(offset)
        layout = self.layout(place)
        units = self.units(place, offset)
        line = layout.lineForTextPosition(units)
        height = self.line_height(place)
        return QRectF(_x(line, units), self.top(place) + line.lineNumber() * height, 0, height)

    def spans(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of the words from start to end, one for each line they touch."""
        return list(self.each_span(start, end))

    def each_span(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield the same one by one: words may fill a whole text of which one line is asked for."""
        for place in range(self.paragraphs.at(start), self.paragraphs.at(max(start, end - 1)) + 1):
            yield from self._spans_in(place, start, end)

    def line_height(self, place: int) -> float:
        """Return the height of one line of a paragraph."""
        if place == self._headline:
            return self.setting.headline_line
        return self.setting.blank if self.paragraphs.blank(place) else self.setting.line

    def _spans_in(self, place: int, start: int, end: int) -> Iterator[QRectF]:
        layout, height = self.layout(place), self.line_height(place)
        first, last = self.units(place, start), self.units(place, end)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            if begin < stop:
                edges = sorted(_x(line, units) for units in (begin, stop))
                natural = line.rect()
                y = self.top(place) + number * height + (height - natural.height()) / 2
                yield QRectF(edges[0], y, edges[1] - edges[0], natural.height())

    def _estimated(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Return heights by the number of characters, all at once."""
        starts = np.asarray(self.paragraphs.starts, dtype=np.float64)
        ends = np.asarray(self.paragraphs.ends, dtype=np.float64)
        letter = QFontMetricsF(self.setting.font).averageCharWidth()
        lines = np.ceil(np.maximum(1, (ends - starts) * letter / self.setting.width))
        heights = lines * self.setting.line
        heights[starts == ends] = self.setting.blank
        return heights

    def _set_height(self, place: int) -> float:
        count = self.layout(place).lineCount()
        after = self.setting.blank if count > 1 and self._meets_words(place) else 0.0
        return count * self.line_height(place) + after

    def _meets_words(self, place: int) -> bool:
        """Whether the next line has words, a paragraph of its own that wants a gap before it."""
        following = place + 1
        return following < len(self.paragraphs) and self.paragraphs.numbers[following] > 0

    def _set(self, place: int) -> QTextLayout:
        font = self.setting.headline if place == self._headline else self.setting.font
        layout = QTextLayout(self.paragraphs.words(place), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        height = self.line_height(place)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.setting.width)
            line.setPosition(QPointF(0, y + (height - line.height()) / 2))
            y += height
        layout.endLayout()
        return layout

    def _sum(self) -> None:
        self._bottoms = np.cumsum(self._heights)


def _x(line: QTextLine, units: int) -> float:
    """Return the x of a place in a line, which PySide gives together with the place."""
    found: object = line.cursorToX(units)
    assert isinstance(found, tuple)
    return float(found[0])
