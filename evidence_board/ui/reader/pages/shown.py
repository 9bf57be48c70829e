"""What is shown on pages besides their pictures, as values."""

from dataclasses import dataclass

from evidence_board.model.region import Region
from evidence_board.ui.reader.pages.words import Box

Span = tuple[int, int]


@dataclass(frozen=True)
class PartOfPage:
    """A part of a page, the first being 1."""

    page: int
    region: Region

    @property
    def box(self) -> Box:
        """Left, top, right and bottom as fractions of the page."""
        one = self.region
        return one.x, one.y, one.x + one.width, one.y + one.height


Place = Span | PartOfPage
"""Where something is in a text or on its pages."""


@dataclass(frozen=True)
class PagePart:
    """A part of a page that an excerpt marks; `active` where what rests on it is selected."""

    excerpt: str
    page: int
    region: Region
    active: bool


@dataclass(frozen=True)
class OnPages:
    """Marked spans of the text, and parts of pages.

    `active` are the spans that belong to what is selected, `found` what the find bar found and
    `current` the one of these that it stands at.
    """

    marked: tuple[Span, ...] = ()
    active: frozenset[Span] = frozenset()
    parts: tuple[PagePart, ...] = ()
    found: tuple[Span, ...] = ()
    current: Span | None = None
