"""A text as the paragraphs that are set one below the other, by offsets into the text itself."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

LONGEST = 8_000
"""The most characters that are set in one go; a longer paragraph goes on in the next one."""


@dataclass(frozen=True)
class Paragraphs:
    """Where the paragraphs of a text start and end, in code points, without their line ends.

    `numbers` are those beside the text, 0 for blank lines and for what continues a paragraph.
    Nothing is converted: the text between an end and the next start are the line ends as they are.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    numbers: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the paragraphs of a text; there is always one."""
        whole, bare = text.splitlines(keepends=True) or [""], text.splitlines() or [""]
        lengths = np.fromiter(map(len, whole), np.int64, len(whole))
        worded = ~np.fromiter(map(str.isspace, whole), np.bool_, len(whole)) & (lengths > 0)
        bare_lengths = np.fromiter(map(len, bare), np.int64, len(bare))
        starts = np.cumsum(lengths) - lengths
        numbers = np.where(worded, np.cumsum(worded), 0)
        found = starts.tolist(), (starts + bare_lengths).tolist(), numbers.tolist()
        return cls(text, *(_cut(text, *found) if bare_lengths.max() > LONGEST else found))

    def __len__(self) -> int:
        return len(self.starts)

    def words(self, number: int) -> str:
        """Return the text of the paragraph at this place."""
        return self.text[self.starts[number] : self.ends[number]]

    def at(self, offset: int) -> int:
        """Return the place of the paragraph in which an offset lies (or in whose line end)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def number_at(self, offset: int) -> int:
        """Return the number beside the paragraph in which an offset lies."""
        place = self.at(offset)
        while place > 0 and not self.numbers[place]:
            place -= 1
        return self.numbers[place]

    def blank(self, place: int) -> bool:
        """Whether the paragraph at this place has no words."""
        return not self.words(place).strip()


def _cut(
    text: str, starts: list[int], ends: list[int], numbers: list[int]
) -> tuple[list[int], list[int], list[int]]:
    """Cut long paragraphs behind a space."""
    cut: tuple[list[int], list[int], list[int]] = ([], [], [])
    for start, end, number in zip(starts, ends, numbers, strict=True):
        first = start
        while end - first > LONGEST:
            space = text.rfind(" ", first, first + LONGEST) + 1
            stop = space if space > first else first + LONGEST
            _append(cut, first, stop, number if first == start else 0)
            first = stop
        _append(cut, first, end, number if first == start else 0)
    return cut


def _append(cut: tuple[list[int], list[int], list[int]], start: int, end: int, number: int) -> None:
    for values, value in zip(cut, (start, end, number), strict=True):
        values.append(value)
