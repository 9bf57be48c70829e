"""What is shown on pages besides their pictures, as values."""

from dataclasses import dataclass

from evidence_board.model.region import Region

Span = tuple[int, int]


@dataclass(frozen=True)
class PagePart:
    """A part of a page that an excerpt marks; `active` where what rests on it is selected."""

    excerpt: str
    page: int
    region: Region
    active: bool


@dataclass(frozen=True)
class OnPages:
    """Marked spans of the text, each with its excerpt's mark, and parts of pages.

    `active` are the spans that belong to what is selected, `found` what the find bar found and
    `current` the one of these that it stands at.
    """

    marked: tuple[tuple[Span, str], ...] = ()
    active: frozenset[Span] = frozenset()
    parts: tuple[tuple[PagePart, str], ...] = ()
    found: tuple[Span, ...] = ()
    current: Span | None = None
