"""What is asked of a search: the words and the filters in what somebody typed.

A filter is one of five words with a colon, such as `kind:claim`, `tag:"two words"` or
`date:2024-05..`. All else is words, whatever signs stand in it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from evidence_board.model.edtf import bounds

KINDS = (
    *("source", "claim", "hypothesis", "note", "question", "indicator"),
    *("frame", "excerpt", "text"),
)
FILTERS = ("kind", "source", "grade", "date", "tag")
LONGEST = 1_000
"""So many characters of what was typed are looked for; nobody means more."""
MOST_WORDS = 24
_FILTER = re.compile(rf'({"|".join(FILTERS)}):(?:"([^"]*)"?|(\S*))', re.IGNORECASE)
_GRADE = re.compile(r"([A-F]?)([1-6]?)", re.IGNORECASE)
_SOURCE = re.compile(r"S\d{1,15}", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """A stretch of days; None where it has no end."""

    first: date | None
    last: date | None


@dataclass(frozen=True)
class Asked:
    """Words, all of which a record holds, and what else is demanded of it.

    Of several kinds, sources or grades one is enough; dates and tags hold all of them.
    """

    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Marks such as S3, or the beginnings of names."""
    grades: tuple[str, ...] = ()
    """A letter, a digit, or both."""
    dates: tuple[Days, ...] = ()
    tags: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    """Filters that say nothing, as they were typed."""

    @property
    def filters(self) -> bool:
        """Whether anything but words is demanded."""
        return bool(self.kinds or self.sources or self.grades or self.dates or self.tags)

    @property
    def nothing(self) -> bool:
        """Whether nothing is asked at all."""
        return not self.words and not self.filters


def understood(typed: str) -> Asked:
    """Return what is asked by what was typed."""
    asked = Asked()
    words: list[str] = []
    at = 0
    typed = typed[:LONGEST]
    while (place := _next_word(typed, at)) is not None:
        if found := _FILTER.match(typed, place):
            asked = _with(asked, found)
            at = found.end()
        else:
            at = _end_of_word(typed, place)
            words.append(typed[place:at])
    return replace(asked, words=tuple(dict.fromkeys(words))[:MOST_WORDS])


def _next_word(typed: str, at: int) -> int | None:
    rest = typed[at:].lstrip()
    return len(typed) - len(rest) if rest else None


def _end_of_word(typed: str, at: int) -> int:
    found = re.compile(r"\S+").match(typed, at)
    return found.end() if found else len(typed)


def _with(asked: Asked, found: re.Match[str]) -> Asked:
    """Return what is asked with one filter more."""
    value = (found[2] if found[2] is not None else found[3]).strip()
    try:
        return _TAKEN[found[1].lower()](asked, value)
    except ValueError:
        return replace(asked, not_understood=(*asked.not_understood, found[0]))


def _kind(asked: Asked, value: str) -> Asked:
    kind = value.casefold()
    known = {word: word for word in KINDS} | {f"{word}s": word for word in KINDS}
    known |= {"hypotheses": "hypothesis", "gap": "question", "gaps": "question"}
    if kind not in known:
        raise ValueError(value)
    return replace(asked, kinds=(*asked.kinds, known[kind]))


def _source(asked: Asked, value: str) -> Asked:
    if not value:
        raise ValueError(value)
    mark = value.upper() if _SOURCE.fullmatch(value) else value
    return replace(asked, sources=(*asked.sources, mark))


def _grade(asked: Asked, value: str) -> Asked:
    if not value or not _GRADE.fullmatch(value):
        raise ValueError(value)
    return replace(asked, grades=(*asked.grades, value.upper()))


def _date(asked: Asked, value: str) -> Asked:
    first, dots, last = value.partition("..")
    if not first and not last:
        raise ValueError(value)
    begins = bounds(first) if first else None
    ends = bounds(last) if last else None if dots else begins
    days = Days(begins.earliest if begins else None, ends.latest if ends else None)
    if days.first and days.last and days.first > days.last:
        raise ValueError(value)
    return replace(asked, dates=(*asked.dates, days))


def _tag(asked: Asked, value: str) -> Asked:
    if not value:
        raise ValueError(value)
    return replace(asked, tags=(*asked.tags, value))


_TAKEN: Mapping[str, Callable[[Asked, str], Asked]] = {
    "kind": _kind,
    "source": _source,
    "grade": _grade,
    "date": _date,
    "tag": _tag,
}
