"""The words of a page by their places: what is at a point, where words are, what a part holds.

All lengths are fractions of the page, offsets those of the whole text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from evidence_board.ingest.pages import Letters
from evidence_board.model.region import Region

Floats = npt.NDArray[np.float32]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_NEAR_WORDS = 0.3
_SAME_LINE = 0.5
_WORD = re.compile(r"\S+")
_ACROSS_FIRST = 30
"""A line at the same height is meant, even if one above or below ends nearer."""


@dataclass(frozen=True)
class _Line:
    """Characters side by side: from `first` up to `end` of the page, and the box of all."""

    first: int
    end: int
    box: Box


@dataclass(frozen=True)
class PageWords:
    """The words of one page of a text, from `start` on."""

    start: int
    text: str
    boxes: Floats
    lines: tuple[_Line, ...]

    @classmethod
    def of(cls, letters: Letters, start: int) -> "PageWords":
        """Return the words of a page that begins at an offset of the text."""
        boxes = _with_spaces(np.frombuffer(letters.boxes, np.float32).reshape(-1, 4).copy())
        return cls(start, letters.text, boxes, tuple(_lines(boxes)))

    @property
    def end(self) -> int:
        """Where the words of the page end in the text."""
        return self.start + len(self.text)

    def spans(self, start: int, end: int) -> tuple[Box, ...]:
        """Return the boxes of words, one for each line, as high as the line is."""
        return tuple(self._spans(start, end))

    def first_span(self, start: int, end: int) -> Box | None:
        """Return the box of the words on the first line that has any of them."""
        return next(self._spans(start, end), None)

    def lines_of(self, start: int, end: int) -> tuple[Box, ...]:
        """Return the boxes of the lines that hold any of these words."""
        return tuple(line.box for line, _, _ in self._parts(start, end))

    def _spans(self, start: int, end: int) -> Iterator[Box]:
        for line, first, last in self._parts(start, end):
            part = self.boxes[first:last]
            left, right = float(part[:, 0].min()), float(part[:, 2].max())
            yield left, line.box[1], right, line.box[3]

    def _parts(self, start: int, end: int) -> Iterator[tuple[_Line, int, int]]:
        """Yield lines with that part of them which belongs to some words."""
        first, last = start - self.start, end - self.start
        begin = bisect_right(self.lines, first, key=_end_of)
        for line in islice(self.lines, begin, None):
            if line.first >= last:
                return
            yield line, max(first, line.first), min(last, line.end)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is on words, or very near."""
        return any(
            left <= x <= right
            and top - _NEAR_WORDS * (bottom - top) <= y <= bottom + _NEAR_WORDS * (bottom - top)
            for left, top, right, bottom in (line.box for line in self.lines)
        )

    def offset_at(self, x: float, y: float, shape: float = 1.0) -> int:
        """Return the offset nearest to a point; ``shape`` is height by width of the page."""
        if not self.lines:
            return self.start
        return self.offset_on(self.line_at(x, y, shape), x)

    def line_at(self, x: float, y: float, shape: float = 1.0) -> int:
        """Return the number of the line that is nearest to a point."""

        def far(line: _Line) -> float:
            left, top, right, bottom = line.box
            across, down = max(left - x, 0.0, x - right), max(top - y, 0.0, y - bottom) * shape
            return across * across + _ACROSS_FIRST * down * down

        return min(range(len(self.lines)), key=lambda one: far(self.lines[one]))

    def offset_on(self, number: int, x: float) -> int:
        """Return the offset on a line that is nearest to a height of the page."""
        line = self.lines[number]
        part = self.boxes[line.first : line.end]
        before = int(np.count_nonzero((part[:, 0] + part[:, 2]) / 2 <= x))
        return self.start + line.first + before

    def caret(self, offset: int) -> Box | None:
        """Return the line of no width at an offset; None where the page has no words near it."""
        line = self.line_of(offset)
        if line is None:
            return None
        box = self.lines[line]
        place = min(max(offset - self.start, box.first), box.end)
        x = self.boxes[place][0] if place < box.end else self.boxes[box.end - 1][2]
        return float(x), box.box[1], float(x), box.box[3]

    def line_of(self, offset: int) -> int | None:
        """Return the number of the line in which an offset is, or which ends before it."""
        place = offset - self.start
        before = [number for number, line in enumerate(self.lines) if line.first <= place]
        return before[-1] if before else (0 if self.lines else None)

    def within(self, region: Region) -> str:
        """Return the words that stand whole in a part of the page: each line of it a line."""
        middle = (self.boxes[:, :2] + self.boxes[:, 2:]) / 2
        inside = (
            (middle[:, 0] >= region.x)
            & (middle[:, 0] <= region.x + region.width)
            & (middle[:, 1] >= region.y)
            & (middle[:, 1] <= region.y + region.height)
        )
        found = (
            " ".join(
                word.group()
                for word in _WORD.finditer(self.text, line.first, line.end)
                if inside[word.start() : word.end()].all()
            )
            for line in self.lines
        )
        return "\n".join(words for words in found if words)


def _end_of(line: _Line) -> int:
    return line.end


def _with_spaces(boxes: Floats) -> Floats:
    """Give a character without a place the room between its neighbours, if they share a line."""
    there = np.asarray(boxes.any(axis=1), dtype=np.bool_)
    before, after = boxes[:-2], boxes[2:]
    gap = there[:-2] & ~there[1:-1] & there[2:] & _same_line(before, after)
    gap &= after[:, 0] >= before[:, 0]
    for place in (np.flatnonzero(gap) + 1).tolist():
        one, other = boxes[place - 1], boxes[place + 1]
        boxes[place] = (one[2], one[1], max(one[2], other[0]), one[3])
    return boxes


def _same_line(one: Floats, other: Floats) -> npt.NDArray[np.bool_]:
    """Tell of each pair of boxes whether they stand side by side."""
    overlap = np.minimum(one[:, 3], other[:, 3]) - np.maximum(one[:, 1], other[:, 1])
    height = np.minimum(one[:, 3] - one[:, 1], other[:, 3] - other[:, 1])
    return np.asarray(overlap >= _SAME_LINE * height, dtype=np.bool_)


def _lines(boxes: Floats) -> Iterator[_Line]:
    """Yield runs of characters that stand side by side."""
    if not len(boxes):
        return
    there = np.asarray(boxes.any(axis=1), dtype=np.bool_)
    goes_on = there[1:] & there[:-1] & _same_line(boxes[:-1], boxes[1:])
    firsts = np.flatnonzero(there & ~np.concatenate(([False], goes_on)))
    lasts = np.flatnonzero(there & ~np.concatenate((goes_on, [False])))
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        part = boxes[first : last + 1]
        low, high = part.min(axis=0), part.max(axis=0)
        yield _Line(first, last + 1, (float(low[0]), float(low[1]), float(high[2]), float(high[3])))
