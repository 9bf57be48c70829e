"""A text by its pages: where each begins and ends, on which page a place is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_PAGE_END = "\f"


@dataclass(frozen=True)
class TextPages:
    """Where the pages of a text begin; the first is 1. A text without form feeds has none."""

    text: str = ""
    starts: Sequence[int] = ()

    @classmethod
    def of(cls, text: str) -> "TextPages":
        """Return the pages of a text; a form feed ends each."""
        starts, place = [], 0
        while (end := text.find(_PAGE_END, place)) >= 0:
            starts.append(place)
            place = end + 1
        return cls(text, starts)

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """Return the page on which an offset is."""
        return max(1, bisect_right(self.starts, offset))

    def span(self, page: int) -> tuple[int, int]:
        """Return where a page begins and ends, its form feed left out; nothing of no page."""
        if not 1 <= page <= len(self.starts):
            return 0, 0
        last = page == len(self.starts)
        end = self.text.rindex(_PAGE_END) if last else self.starts[page] - 1
        return self.starts[page - 1], end

    def words(self, page: int) -> str:
        """Return the text of a page."""
        start, end = self.span(page)
        return self.text[start:end]
