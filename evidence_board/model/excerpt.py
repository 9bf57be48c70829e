"""Excerpts: marked words of a source, as W3C text quote and text position selectors."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import Strict, model_validator
from sqlmodel import Field

from evidence_board.model.record import GREATEST, Count, Id, JsonFields, Numbered, Prose
from evidence_board.model.region import Region

CONTEXT = 32
"""How many characters of prefix and suffix are kept around the exact words."""


class Excerpt(Numbered):
    """A marked span of a source's text.

    `start` and `end` are half-open offsets in Unicode code points into the extracted text, which
    is never normalised; `exact` are the words there. `region` is a rectangle of a picture or page
    (region.py); where that has no words, `exact` says in brackets which part it is.
    """

    table: ClassVar[str] = "excerpt"
    plural: ClassVar[str] = "excerpts"
    noun: ClassVar[str] = "excerpt"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "source": ("source",),
        "capture": ("capture",),
    }

    source: Id
    capture: Id | None = None
    start: Count
    end: Count
    exact: Prose
    prefix: Prose = ""
    suffix: Prose = ""
    page: Annotated[int, Strict(), Field(ge=1, le=GREATEST)] | None = None
    region: JsonFields | None = None

    @model_validator(mode="after")
    def _span_fits_words(self) -> Self:
        if self.region is None and self.end - self.start != len(self.exact):
            raise ValueError("start and end do not span the exact words")
        return self

    @property
    def mark(self) -> str:
        """The short mark that people cite, such as X3."""
        return f"X{self.number}"

    @property
    def part(self) -> str:
        """Where in a picture or page it is, such as "10 %–40 % across, 5 %–20 % down"."""
        region = Region.of(self.region)
        return region.extent if region is not None else ""

    @property
    def wordless(self) -> bool:
        """Whether it is a part without words: `exact` only says which."""
        region = Region.of(self.region)
        return region is not None and self.exact in (region.words, region.words_of(self.page or 0))


def page_at(text: str, place: int) -> int | None:
    """Return the page on which a place of a text is; None where the text has no pages.

    A form feed ends each page.
    """
    return text.count("\f", 0, place) + 1 if "\f" in text else None


def excerpt_of(source: str, capture: str | None, text: str, start: int, end: int) -> Excerpt:
    """Return the excerpt of text[start:end] with its context; ValueError if that is empty."""
    if not 0 <= start < end <= len(text):
        raise ValueError("No words are selected. Select the words that carry the claim.")
    return Excerpt(
        source=source,
        capture=capture,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        page=page_at(text, start),
    )


def excerpt_in(
    source: str, capture: str | None, region: Region, page: int | None = None, words: str = ""
) -> Excerpt:
    """Return the excerpt of a part of a picture, or of a page with the words that stand in it."""
    without = region.words if page is None else region.words_of(page)
    return Excerpt(
        source=source,
        capture=capture,
        start=0,
        end=0,
        exact=words.strip() or without,
        page=page,
        region=region.fields(),
    )
