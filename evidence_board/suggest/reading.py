"""A text as the rules read it: paragraphs, sentences, quotations, and when it was published."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from evidence_board.suggest.quotations import Quotation, quotation_at, quotations
from evidence_board.suggest.sentences import Place, paragraphs, sentences


@dataclass(frozen=True)
class Reading:
    """A text and its parts, each a half-open place; `published` is None where it does not say.

    `month` is the first day of the month of publication where the text tells no more than that.
    """

    text: str
    paragraphs: tuple[Place, ...]
    sentences: tuple[Place, ...]
    quotations: tuple[Quotation, ...]
    published: date | None
    month: date | None = None

    def quotation_at(self, place: int) -> Quotation | None:
        """Return the quotation that holds a place."""
        return quotation_at(self.quotations, place)

    def paragraph_at(self, place: int) -> Place:
        """Return the paragraph that holds a place, or an empty one there."""
        return _holding(self.paragraphs, place)

    def sentence_at(self, place: int) -> Place:
        """Return the sentence that holds a place, or an empty one there."""
        return _holding(self.sentences, place)


def read(text: str, published: date | None = None, month: date | None = None) -> Reading:
    """Return the parts of a text."""
    parts = paragraphs(text)
    return Reading(text, parts, sentences(text, parts), quotations(text, parts), published, month)


def _holding(places: tuple[Place, ...], place: int) -> Place:
    number = bisect_right(places, place, key=lambda one: one[0]) - 1
    if number >= 0 and place < places[number][1]:
        return places[number]
    return place, place
