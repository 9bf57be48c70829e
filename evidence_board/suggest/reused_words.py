"""The words of a source as numbers, to be compared with those of another."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from evidence_board.suggest.boilerplate import EMPTY, stock_places

SEED = 8
"""How many words a run must have to be reported (tradecraft, section 8)."""

_AGAIN = 3
_WORD = re.compile(r"\w+(?:['’]\w+)*")


class WordNumbers:
    """The numbers that words go by, whatever their case and form; and which words are empty."""

    def __init__(self) -> None:
        self._by_form: dict[str, int] = {}
        self._by_word: dict[str, int] = {}
        self.empty: list[bool] = []

    def number(self, form: str) -> int:
        """Return the number of a word as written."""
        known = self._by_form.get(form)
        if known is None:
            word = unicodedata.normalize("NFKC", form).casefold().replace("’", "'")
            known = self._by_word.get(word)
            if known is None:
                known = self._by_word[word] = len(self._by_word)
                self.empty.append(word.removesuffix("'s") in EMPTY or not word.strip("0123456789"))
            self._by_form[form] = known
        return known


@dataclass(frozen=True)
class SourceWords:
    """The words of a text: numbers, places, and which are capitalised, stock, or empty."""

    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: bytes
    stock: bytes
    empty: bytes

    @classmethod
    def of(cls, text: str, numbers: WordNumbers) -> "SourceWords":
        """Return the words of a text."""
        places = [one.span() for one in _WORD.finditer(text)]
        forms = [text[start:end] for start, end in places]
        words = tuple(map(numbers.number, forms))
        starts = tuple(start for start, _ in places)
        stock = bytearray(len(places))
        for first, last in stock_places(text):
            one = bisect_right(starts, first - 1)
            two = bisect_right(starts, last - 1)
            stock[one:two] = b"\1" * (two - one)
        return cls(
            words,
            starts,
            tuple(end for _, end in places),
            bytes([form[0].isupper() for form in forms]),
            bytes(stock),
            bytes(map(numbers.empty.__getitem__, words)),
        )

    def seeds(self) -> list[tuple[int, int]]:
        """Return the runs of eight words: a key for each, and where it begins.

        What a text says again and again is given its first few times only.
        """
        numbers, last = self.numbers, len(self.numbers) - SEED + 1
        keys = [hash(numbers[at : at + SEED]) for at in range(last)]
        if len(set(keys)) == last:
            return list(zip(keys, range(last), strict=True))
        times: Counter[int] = Counter()
        seeds = []
        for at, key in enumerate(keys):
            times[key] += 1
            if times[key] <= _AGAIN:
                seeds.append((key, at))
        return seeds

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words from `first` up to `last`, excluded, stand in the text."""
        return self.starts[first], self.ends[last - 1]
