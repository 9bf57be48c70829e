"""Passages: runs of like words of two sources, joined where few words between them differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_board.suggest.boilerplate import LEAST_CONTENT
from evidence_board.suggest.reused_words import SEED, SourceWords

GAP = 3
"""How many words may differ between two runs of one passage."""

_REJOINED = 5  # words alike after a gap, at least


@dataclass(frozen=True)
class Passage:
    """Words of one source and of another that are alike; places are numbers of words, half-open.

    `tokens` of them are the same, `longest` in one run.
    """

    first: int
    last: int
    other_first: int
    other_last: int
    tokens: int
    longest: int


def passages(
    here: SourceWords, there: SourceWords, spots: list[tuple[int, int]]
) -> Iterator[Passage]:
    """Yield the passages around these spots: places here and there where eight words are alike.

    Of passages over the same words here the longest counts; boilerplate is left out.
    """
    found = [_joined(here, there, run) for run in _runs(here, there, spots)]
    found.sort(key=lambda one: (-one.tokens, one.first, one.other_first))
    taken: list[Passage] = []
    for one in found:
        if any(one.first < other.last and other.first < one.last for other in taken):
            continue
        taken.append(one)
    for one in sorted(taken, key=lambda passage: passage.first):
        if not _is_boilerplate(here, there, one):
            yield one


def _runs(
    here: SourceWords, there: SourceWords, spots: list[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Yield the longest runs of the same words: place here, place there, length."""
    ends: dict[int, int] = {}
    one, two = here.numbers, there.numbers
    for place, other in spots:
        way = other - place
        if ends.get(way, -1) > place:
            continue
        length = 0
        most = min(len(one) - place, len(two) - other)
        while length < most and one[place + length] == two[other + length]:
            length += 1
        ends[way] = place + length
        if length >= SEED:  # else two runs had the same key by chance
            yield place, other, length


def _joined(here: SourceWords, there: SourceWords, run: tuple[int, int, int]) -> Passage:
    """Return a run with the runs next to it, where at most three words on each side differ."""
    first, other_first, length = run
    last, other_last = first + length, other_first + length
    tokens = longest = length
    while step := _rejoins(here, there, last, other_last, 1):
        last, other_last = last + step[0] + step[2], other_last + step[1] + step[2]
        tokens, longest = tokens + step[2], max(longest, step[2])
    while step := _rejoins(here, there, first - 1, other_first - 1, -1):
        first, other_first = first - step[0] - step[2], other_first - step[1] - step[2]
        tokens, longest = tokens + step[2], max(longest, step[2])
    return Passage(first, last, other_first, other_last, tokens, longest)


def _rejoins(
    here: SourceWords, there: SourceWords, place: int, other: int, way: int
) -> tuple[int, int, int] | None:
    """Return how many words to pass over here and there, and how many are alike after them."""
    for gap in range(1, 2 * GAP + 1):
        for one in range(max(0, gap - GAP), min(GAP, gap) + 1):
            two = gap - one
            alike = _alike(here, there, place + way * one, other + way * two, way)
            if alike >= _REJOINED:
                return one, two, alike
    return None


def _alike(here: SourceWords, there: SourceWords, place: int, other: int, way: int) -> int:
    count, one, two = 0, here.numbers, there.numbers
    while 0 <= place < len(one) and 0 <= other < len(two) and one[place] == two[other]:
        count, place, other = count + 1, place + way, other + way
    return count


def _is_boilerplate(here: SourceWords, there: SourceWords, passage: Passage) -> bool:
    """Whether a passage is names, titles and stock phrases but for a few words."""
    plain = sum(
        not here.stock[place] and not there.stock[place - passage.first + passage.other_first]
        for place in range(passage.first, passage.last)
        if place - passage.first + passage.other_first < passage.other_last
    )
    if plain < SEED:
        return True
    titled = _is_titled(here, passage.first, passage.last)
    content = sum(
        not here.empty[place] and not here.stock[place] and (titled or not here.capitals[place])
        for place in range(passage.first, passage.last)
    )
    return content < LEAST_CONTENT


def _is_titled(words: SourceWords, first: int, last: int) -> bool:
    """Whether nearly all words have a capital, as in a headline: then it makes no name."""
    full = [place for place in range(first, last) if not words.empty[place]]
    return len(full) >= SEED and all(words.capitals[place] for place in full)
