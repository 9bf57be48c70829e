"""Pages one below the other, as pixels of the screen: where each is, which of them show."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Self

Size = tuple[float, float]


@dataclass(frozen=True)
class PageStack:
    """Pages in a column, each in the middle of it; pages are counted from 0.

    All lengths are pixels of the screen: a page begins and ends with a whole one, so that its
    picture need not be scaled.
    """

    sizes: Sequence[tuple[int, int]]
    tops: Sequence[int]
    width: int
    height: int

    @classmethod
    def of(cls, points: Sequence[Size], scale: float, gap: int) -> Self:
        """Return the stack of pages of these sizes in points, at so many pixels a point."""
        sizes = [(max(1, round(w * scale)), max(1, round(h * scale))) for w, h in points]
        tops, below = [], 0
        for _, height in sizes:
            tops.append(below)
            below += height + gap
        return cls(sizes, tops, max((one[0] for one in sizes), default=0), max(0, below - gap))

    def __len__(self) -> int:
        return len(self.sizes)

    def at(self, y: float) -> int:
        """Return the page at a height, or the one above a gap."""
        return max(0, bisect_right(self.tops, y) - 1)

    def between(self, upper: float, lower: float) -> range:
        """Return the pages that show between two heights."""
        if not self.sizes:
            return range(0)
        return range(self.at(upper), self.at(lower) + 1)

    def left(self, page: int) -> int:
        """Return how far a page begins from the left end of the column."""
        return (self.width - self.sizes[page][0]) // 2


def width_to_fit(points: Sequence[Size]) -> float:
    """Return the width in points that is to fit a window: that of the widest usual page."""
    widths = [width for width, _ in points]
    return min(max(widths), 1.5 * median_low(widths)) if widths else 1.0
