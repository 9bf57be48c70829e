"""Discrepancies: figures of two marked places that tell of one thing and do not fit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from evidence_board.model.discrepancy import Verdict
from evidence_board.suggest.boilerplate import EMPTY
from evidence_board.suggest.dates import dates
from evidence_board.suggest.measures import Amount, Dimension, dimension_of, rounding, verdict
from evidence_board.suggest.quantities import quantities
from evidence_board.suggest.reading import read
from evidence_board.suggest.suggestion import Difference, Quantity, Span

_NEAR = 9
"""How many words on each side of a figure tell of what it is."""
_STEM = 5
_ENOUGH = 2
"""How many of these words two figures share that tell of one thing."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_UNITS_IN_WORDS = re.compile(
    r"(?:kilo|centi|milli)?(?:metres?|meters?|grams?)|miles?|tonnes?|tons?"
)


@dataclass(frozen=True)
class Marked:
    """Words that were marked in a source: the excerpt, its place, and some words around it."""

    excerpt: str
    source: str
    start: int
    exact: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Compared:
    """Two places that tell of one claim, or of claims that are linked."""

    one: Marked
    other: Marked
    same_claim: bool


@dataclass(frozen=True)
class _Figure:
    """A figure, what it measures, and the stems of the words beside it with how near they are."""

    found: Quantity
    dimension: Dimension
    context: Mapping[str, int]

    def shared(self, other: "_Figure") -> tuple[str, ...]:
        """Return the stems that stand beside both figures."""
        return tuple(stem for stem in self.context if stem in other.context)

    def likeness(self, other: "_Figure") -> int:
        """Return how much the words beside two figures are the same, near ones counting most."""
        return sum(min(self.context[stem], other.context[stem]) for stem in self.shared(other))

    @property
    def amount(self) -> Amount:
        one = self.found
        return Amount(one.value, one.low, one.high, one.unit, one.comparator)


def discrepancies(pairs: Iterable[Compared]) -> Iterator[Difference]:
    """Yield the figures that do not fit, or fit only after conversion, in these pairs of places.

    Figures of one thing are told by what they measure and by the words beside them. Numbers of the
    same thing among other words are proposed as different measurands.
    """
    for pair in pairs:
        for one, other in _matched(pair):
            if difference := _difference(pair, one, other):
                yield difference


def _matched(pair: Compared) -> Iterator[tuple[_Figure, _Figure]]:
    """Yield the figures that may tell of one thing, each once: the same, or of the same words."""
    here, there = _figures(pair.one), _figures(pair.other)
    fitting = [
        (one.amount == other.amount, one.likeness(other), one, other)
        for one in here
        for other in there
        if one.dimension == other.dimension
    ]
    taken: set[int] = set()
    for *_, one, other in sorted(fitting, key=lambda row: row[:2], reverse=True):
        if id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            yield one, other


def _difference(pair: Compared, one: _Figure, other: _Figure) -> Difference | None:
    found = verdict(one.amount, other.amount)
    if not (len(one.shared(other)) >= _ENOUGH or _is_sole(pair, one)):
        if not one.dimension.counted or found not in ("conflict", "compatible"):
            return None
        found = "different measurand"
    alike = one.found.value == other.found.value and one.found.unit == other.found.unit
    if found == "equal" or (found == "compatible" and alike):
        return None
    return Difference(
        _moved(one.found.span, pair.one.start),
        _reason(found, one, other),
        pair.one.source,
        pair.other.source,
        _moved(other.found.span, pair.other.start),
        found,
        "unit" if one.found.unit != other.found.unit and not one.dimension.counted else "value",
        pair.one.excerpt,
        pair.other.excerpt,
    )


def _is_sole(pair: Compared, one: _Figure) -> bool:
    """Whether both places have one measure of this sort, and tell of the same claim."""
    if not pair.same_claim or one.dimension.counted:
        return False
    return all(
        sum(figure.dimension == one.dimension for figure in _figures(place)) == 1
        for place in (pair.one, pair.other)
    )


def _reason(found: Verdict, one: _Figure, other: _Figure) -> str:
    here, there = (" ".join(figure.found.span.exact.split()) for figure in (one, other))
    if found == "agree after conversion and rounding":
        for first, second, words, rest in ((one, other, here, there), (other, one, there, here)):
            if converted := rounding(first.amount, second.amount):
                value, step = converted
                told = f"“{words}” is {value:,.4g} {second.found.unit}"
                return f"{told}, which rounded to steps of {step} is “{rest}”"
    return {
        "conflict": f"“{here}” and “{there}” cannot both be so",
        "compatible": f"“{here}” and “{there}” may both be so: what they may mean overlaps",
        "different measurand": f"“{here}” and “{there}” stand among other words: they may count"
        " different things",
    }.get(found, f"“{here}” and “{there}” are the same")


def _moved(span: Span, start: int) -> Span:
    return Span(start + span.start, start + span.end, span.exact)


@lru_cache(maxsize=4_096)
def _figures(marked: Marked) -> tuple[_Figure, ...]:
    """Return the figures of a marked place."""
    reading = read(marked.exact)
    days = tuple((one.span.start, one.span.end) for one in dates(reading))
    return tuple(
        _Figure(found, dimension, _context(marked, found))
        for found in quantities(reading, days)
        if (dimension := dimension_of(found.unit)) is not None
    )


def _context(marked: Marked, found: Quantity) -> Mapping[str, int]:
    """Return the stems of the words near a figure that tell of what it is."""
    before = [*_words(marked.before), *_words(marked.exact[: found.span.start])][-_NEAR:]
    after = [*_words(marked.exact[found.span.end :]), *_words(marked.after)][:_NEAR]
    own = {word[:_STEM] for word in _words(found.span.exact)}
    near: dict[str, int] = {}
    for side in (before[::-1], after):
        for place, word in enumerate(side):
            stem = word[:_STEM]
            if stem not in own:
                near[stem] = max(near.get(stem, 0), _NEAR - place)
    return near


def _words(text: str) -> list[str]:
    return [
        word
        for found in _WORD.finditer(text)
        if (word := found[0].casefold()) not in EMPTY and not _UNITS_IN_WORDS.fullmatch(word)
    ]
