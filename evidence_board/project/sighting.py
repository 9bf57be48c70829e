"""Where typed words stand in a text, and the passage to show of it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from evidence_board.model.folding import fold, fold_with_places, is_wordlike

Span = tuple[int, int]
_EDGES = re.compile(r"^\W+|\W+$")
_STEP, _OVERLAP = 32_768, 1_024
"""A long text is looked through in pieces, so that Python's lock is never held for long."""
_BEFORE, _AFTER = 40, 140
_MOST_GRAMS = 16
_READY = 3
"""So many letters of the beginning of a word are held ready by the index of words."""


class Sight(NamedTuple):
    """How a text holds the words; what sorts first is the better match."""

    apart: bool
    """They do not stand in the order in which they were typed, one after the other."""
    inside: bool
    """The first of them is only the middle or the end of a word."""
    at: int
    """Where in the text the piece begins that holds them."""


@dataclass(frozen=True)
class Passage:
    """Words of a text, in one line, and where the typed ones stand in it."""

    text: str = ""
    marks: tuple[Span, ...] = ()
    at: Span | None = None
    """Where the first of the marks stands in the whole text."""


class Wanted:
    """Words to be found, folded; signs around them do not count unless there is nothing else."""

    def __init__(self, words: Sequence[str]) -> None:
        bare = (_EDGES.sub("", folded) or folded for folded in map(fold, words))
        self.needles = tuple(dict.fromkeys(one for one in bare if one.strip()))
        self._phrase = " ".join(self.needles)
        self._parts = tuple(one for needle in self.needles for one in tokens(needle))

    def in_words(self) -> str:
        """Return the query for beginnings of words so short that `search` holds them ready.

        Nothing if there is a longer one: SQLite would gather all words that begin with it first.
        """
        if not all(map(tokens, self.needles)) or any(len(one) > _READY for one in self._parts):
            return ""
        return " AND ".join(f'"{token}"*' for token in dict.fromkeys(self._parts))

    def in_long_words(self) -> str:
        """Return the query for beginnings of words of any length: for files without `parts`."""
        if not all(map(tokens, self.needles)):
            return ""
        return " AND ".join(f'"{token}"*' for token in dict.fromkeys(self._parts))

    def in_parts(self, *, starts: bool) -> str:
        """Return the query for parts of words, or for their beginnings; nothing if all are short.

        What it finds may hold the signs and not the words: look at it.
        """
        begin = " " if starts else ""
        grams = [gram for needle in self.needles for gram in _grams(needle, begin)]
        step = -(-len(grams) // _MOST_GRAMS) or 1
        quoted = (gram.replace('"', '""') for gram in dict.fromkeys(grams[::step]))
        return " AND ".join(f'"{gram}"' for gram in quoted)

    def sight(self, text: str) -> Sight | None:
        """Return how a text holds all the words, each as it was typed; None if it does not."""
        missing, first = set(self.needles), None
        for at in _pieces(text):
            folded = fold(text[at : at + _STEP + _OVERLAP])
            here = {needle for needle in missing if needle in folded}
            if here and first is None:
                first = at
            missing -= here
            if not missing:
                apart = self._phrase not in folded
                inside = self._start.search(folded) is None
                return Sight(apart, inside, first if apart and first is not None else at)
        return None

    def best_line(self, text: str) -> str:
        """Return the line that holds most of the words: a field of a record, as a rule."""
        lines = [line for line in text.splitlines() if line.strip()]
        return max(lines, key=self._held_in, default="")

    def _held_in(self, line: str) -> int:
        folded = fold(line)
        whole = sum(needle in folded for needle in self.needles)
        return 2 * whole + (self._phrase in folded) + sum(part in folded for part in self._parts)

    def passage(self, text: str, near: int = 0) -> Passage:
        """Return the words of a text around what is wanted, from a place on if it stands there."""
        piece = text[near : near + _STEP + _OVERLAP]
        folded, places = fold_with_places(piece)
        found = self._first(folded)
        first = _word_start(folded, max(0, found - _BEFORE)) if found >= 0 else 0
        last = _word_end(folded, min(len(folded), max(found, 0) + _AFTER))
        begin, end = places[first], places[last]
        marks = tuple((places[one], places[two]) for one, two in self._spans(folded, first, last))
        marks = tuple((one, max(two, one + 1)) for one, two in marks)
        at = next((mark for mark in marks if mark[0] >= places[max(found, 0)]), None)
        line = _line(piece[begin:end])
        ends = "…" if near + end < len(text) else ""
        starts = "…" if near + begin > 0 else ""
        moved = len(starts) - begin
        return Passage(
            f"{starts}{line}{ends}",
            tuple((one + moved, two + moved) for one, two in marks),
            (near + at[0], near + at[1]) if at is not None else None,
        )

    @cached_property
    def _start(self) -> re.Pattern[str]:
        longest = max(self.needles, key=len, default="")
        return re.compile(rf"(?<!\w){re.escape(longest)}")

    def _first(self, folded: str) -> int:
        """Return where to look in a folded text; below zero if nothing of it is there."""
        if (at := folded.find(self._phrase)) >= 0:
            return at
        if found := self._start.search(folded):
            return found.start()
        ordered = sorted((*self.needles, *self._parts), key=len, reverse=True)
        return next((at for one in ordered if (at := folded.find(one)) >= 0), -1)

    def _spans(self, folded: str, first: int, last: int) -> Iterator[Span]:
        """Yield what to mark between two places: the words, or what SQLite takes for such."""
        shown = folded[first:last]
        if self._phrase and self._phrase in shown:
            wanted: tuple[str, ...] = (self._phrase,)
        else:
            wanted = tuple(
                part
                for needle in self.needles
                for part in ((needle,) if needle in folded else tokens(needle))
            )
        if not wanted:
            return
        ordered = sorted(wanted, key=len, reverse=True)
        for found in re.finditer("|".join(map(re.escape, ordered)), shown):
            yield first + found.start(), first + found.end()


def passage_at(text: str, mark: Span) -> Passage:
    """Return the words of a text around a place of it."""
    begin = max(0, mark[0] - _BEFORE)
    end = min(len(text), max(mark[1], begin + _AFTER))
    starts, ends = "…" if begin else "", "…" if end < len(text) else ""
    moved = len(starts) - begin
    shown = mark[0] + moved, mark[1] + moved
    return Passage(f"{starts}{_line(text[begin:end])}{ends}", (shown,), mark)


def tokens(needle: str) -> list[str]:
    """Return the words of a folded word as SQLite parts them: at all but letters and digits."""
    known = unicodedata.ucd_3_2_0
    bare = (sign if known.category(sign)[0] in "LN" else " " for sign in needle)
    return "".join(bare).split()


def _grams(needle: str, begin: str) -> list[str]:
    if is_wordlike(needle):
        begin = ""  # such words stand one after the other, without a blank
    if len(whole := begin + needle) >= 3:
        return [whole[at : at + 3] for at in range(len(whole) - 2)]
    return [f"  {needle}"[-3:]] if is_wordlike(needle) else []


def _pieces(text: str) -> range:
    return range(0, max(len(text) - _OVERLAP, 1), _STEP)


def _word_start(text: str, at: int) -> int:
    """Return the beginning of the first word from a place on, if one begins near."""
    if at == 0:
        return 0
    found = re.compile(r"\s\S").search(text, at - 1, at + 24)
    return found.end() - 1 if found else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, at - 24), at + 1)
    return space if space > 0 else at


def _line(text: str) -> str:
    """Return a text in one line, each sign at its place."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
