"""Characters that cannot be printed as they are: replaced by a stand-in that can be read.

What no bundled font has, what would turn the direction of text, what is invisible and not needed
for a script, and what a PDF/A may not hold, is printed as its number, such as [U+1F600].
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from evidence_board.typeset.faces import common, regular_faces

_KEPT = "\n\t\u00ad"
_BLANK = "[blank]"
# Joiners belong to a script whose letters touch; elsewhere they only hide.
_JOINERS = "\u200c\u200d"
_JOINING = ("ARABIC", "SYRIAC", "DEVANAGARI", "BENGALI")
_HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")


# A word that no line can hold is given places to break, which print as nothing.
_BREAK = "\u200b"
_LONGEST = 65
_LONG = re.compile(rf"\S{{{_LONGEST},}}")
_CHUNK = re.compile(r".{1,24}\W?", re.S)

Fits = Callable[[str], bool]


class StandIns:
    """Prints text and counts what it had to replace.

    ``fits`` says of a character with the marks on it whether it can be printed: where the fonts are
    ours that is up to them. With ``breaks`` long words get places at which they may be broken.
    """

    def __init__(self, fits: Fits | None = None, *, breaks: bool = True) -> None:
        self.counts: Counter[str] = Counter()
        self._fits = fits or _drawable
        self._breaks = breaks

    def printed(self, text: str) -> str:
        """Return the text, composed (NFC), with a stand-in for what cannot be printed.

        Text of which nothing would show is said to be blank.
        """
        if not text or (text.isascii() and text.isprintable() and not text.isspace()):
            return self._broken(text)
        shown, replaced = _shown(text, self._fits)
        self.counts.update(replaced)
        return self._broken(shown) if shown.strip(_KEPT + " ") else _BLANK

    def _broken(self, text: str) -> str:
        return _breakable(text) if self._breaks and len(text) >= _LONGEST else text


@lru_cache(maxsize=8_192)
def _shown(text: str, fits: Fits) -> tuple[str, tuple[str, ...]]:
    """Return a text as it is printed, and the names of what had to be replaced.

    Kept, for a brief says the same words in several places, and again after each edit.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if all(map(fits, set(composed))):  # no mark is among them: none fits by itself
        return composed, ()
    replaced: list[str] = []
    parts = (
        one if can_be else _replaced(one, fits, replaced)
        for one, can_be in _clusters(composed, fits)
    )
    return "".join(parts), tuple(replaced)


def _replaced(cluster: str, fits: Fits, replaced: list[str]) -> str:
    if unicodedata.category(cluster[0]) == "Zs":
        return " " + _replaced(cluster[1:], fits, replaced) if cluster[1:] else " "
    return "".join(one if fits(one) else _stand_in(one, replaced) for one in cluster)


def _stand_in(character: str, replaced: list[str]) -> str:
    name = f"U+{ord(character):04X}"
    replaced.append(name)
    return f"[{name}]"


def _clusters(text: str, fits: Fits) -> Iterator[tuple[str, bool]]:
    """Yield each character with the marks that stand on it, and whether it can be printed."""
    start = 0
    for place in range(1, len(text) + 1):
        if place < len(text) and unicodedata.category(text[place]).startswith("M"):
            continue
        cluster = text[start:place]
        yield cluster, fits(cluster) or (cluster in _JOINERS and _joins(text, start))
        start = place


def shows(cluster: str) -> bool:
    """Whether a character with the marks on it shows and turns nothing, in whatever font."""
    if cluster in _KEPT:
        return True
    kinds = [unicodedata.category(one) for one in cluster]
    return not kinds[0].startswith("M") and not any(kind in _HIDDEN for kind in kinds)


def _breakable(text: str) -> str:
    return _LONG.sub(lambda word: _BREAK.join(_CHUNK.findall(word[0])), text)


def _joins(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    names = [unicodedata.name(one, "") for one in around]
    return len(names) == 2 and all(name.startswith(_JOINING) for name in names)


@lru_cache(maxsize=65_536)
def _drawable(cluster: str) -> bool:
    if cluster in _KEPT:
        return True
    if any(unicodedata.category(one) in _HIDDEN for one in cluster):
        return False
    if len(cluster) == 1:
        return ord(cluster) in common() and not unicodedata.category(cluster).startswith("M")
    return any(face.has(cluster) for face in regular_faces())
