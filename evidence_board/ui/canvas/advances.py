"""How far the letters of a font advance, by pairs, for texts measured many at once.

Letters of these scripts stand one after the other, and their distance depends on no third one.
All other texts are laid out as a whole by Qt.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]

_SCRIPTS = ((0x21, 0x7E), (0xC0, 0xFF), (0x100, 0x17F), (0x410, 0x44F))
_SINGLE = "ЁёЄєІіЇїҐґЎў–—‘’‚“”„…«»€·"
LETTERS: Final = "".join(chr(code) for low, high in _SCRIPTS for code in range(low, high + 1))
LETTERS_KNOWN: Final = frozenset(LETTERS + _SINGLE)
_FOREIGN, NEWLINE, SPACE, _FIRST = range(4)
_ALL = LETTERS + _SINGLE
_COUNT = _FIRST + len(_ALL)
_UNKNOWN = -1
UNITS: Final = 64
"""In how many parts of a pixel Qt counts."""


def _numbered() -> Places:
    places = np.full(0x10000, _FOREIGN, dtype=np.int32)
    places[ord("\n")], places[ord(" ")] = NEWLINE, SPACE
    places[[ord(letter) for letter in _ALL]] = np.arange(_FIRST, _COUNT)
    return places


_PLACES: Final = _numbered()


def places_of(text: str) -> Places:
    """Return the places of letters in the table: `NEWLINE`, `SPACE`, 0 for what is not in it."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _PLACES.take(codes, mode="clip")


class Advances:
    """The steps from letter to letter in one font, in `UNITS`, measured when first met."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        """``measure`` gives the width of a text in px."""
        self._measure = measure
        self._steps: NDArray[np.int16] = np.full(_COUNT * _COUNT, _UNKNOWN, dtype=np.int16)
        self.gap = self._width(" ")

    def steps(self, places: Places) -> NDArray[np.int16]:
        """Return how far each letter leads on, after the one before it; the first begins a line."""
        pairs = places.copy()
        pairs[1:] += places[:-1] * _COUNT
        pairs[:1] += NEWLINE * _COUNT
        steps = self._steps.take(pairs)
        if steps.min(initial=0) == _UNKNOWN:
            for pair in np.unique(pairs[steps == _UNKNOWN]).tolist():
                self._steps[pair] = self._step(*divmod(pair, _COUNT))
            steps = self._steps.take(pairs)
        return steps

    def of(self, word: str) -> int:
        """Return how wide a word is; one with letters of other scripts as Qt lays it out."""
        if not LETTERS_KNOWN.issuperset(word):
            return self._width(word)
        return int(self.steps(places_of(word)).sum()) if word else 0

    def _step(self, before: int, place: int) -> int:
        if _FOREIGN in (before, place) or place == NEWLINE:
            return 0
        if place == SPACE:
            return self.gap
        letter = _ALL[place - _FIRST]
        if before in (NEWLINE, SPACE):
            return max(self._width(letter), 0)
        first = _ALL[before - _FIRST]
        return max(self._width(first + letter) - self._width(first), 0)

    def _width(self, text: str) -> int:
        return round(self._measure(text) * UNITS)
