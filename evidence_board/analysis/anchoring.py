"""Where the words of an excerpt stand in a text: at their place, found again, or nowhere.

Source: W3C text position and text quote selectors. The position goes first, then the quote with
what stood before and after it. What is found more than once, or a few words without either
neighbour, is not decided by a guess: the excerpt is *orphaned* then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from evidence_board.model.excerpt import CONTEXT, Excerpt

_MOST = 1_000
"""How many places of the same words are looked at."""


@dataclass(frozen=True)
class Anchor:
    """Start and end in the text; `moved` says that it is another place than the recorded one."""

    start: int
    end: int
    moved: bool = False


def anchor(excerpt: Excerpt, text: str) -> Anchor | None:
    """Return where the words of an excerpt stand in a text; None if it is orphaned there."""
    if not excerpt.exact:
        return None
    if text[excerpt.start : excerpt.end] == excerpt.exact:
        return Anchor(excerpt.start, excerpt.end)
    places = list(islice(_places(text, excerpt.exact), _MOST))
    for fits in (_between_both, _beside_one):
        found = [start for start in places if fits(excerpt, text, start)]
        if found:
            return _at(found, excerpt)
    return _at(places, excerpt) if len(excerpt.exact) >= CONTEXT else None


def _at(places: list[int], excerpt: Excerpt) -> Anchor | None:
    """Return the one place; None where there are several, for which one is meant is not known."""
    if len(places) != 1:
        return None
    return Anchor(places[0], places[0] + len(excerpt.exact), moved=True)


def _places(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _between_both(excerpt: Excerpt, text: str, start: int) -> bool:
    return _follows(excerpt, text, start) and _goes_on(excerpt, text, start)


def _beside_one(excerpt: Excerpt, text: str, start: int) -> bool:
    before = bool(excerpt.prefix.strip()) and _follows(excerpt, text, start)
    return before or (bool(excerpt.suffix.strip()) and _goes_on(excerpt, text, start))


def _follows(excerpt: Excerpt, text: str, start: int) -> bool:
    return text.endswith(excerpt.prefix, 0, start)


def _goes_on(excerpt: Excerpt, text: str, start: int) -> bool:
    return text.startswith(excerpt.suffix, start + len(excerpt.exact))
