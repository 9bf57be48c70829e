"""Text as finding sees it: without capitals, accents and the many shapes of one sign.

The search index holds folded text and must be able to fold a text again, years later, to exactly
what it was. So only characters of Unicode 3.2 are folded, whose tables every Python has and which
never change; all others stay what they are.
"""

import re
import unicodedata

_UNICODE = unicodedata.ucd_3_2_0
_ALIKE = {
    **dict.fromkeys("'’‘‚′", "'"),
    **dict.fromkeys('"“”„«»″', '"'),
    **dict.fromkeys("-‐‑‒–—", "-"),
}
_LEFT_OUT = frozenset("\u00ad\u0640\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphen, Arabic stretching, and what joins or parts without being seen."""
_SPEAKING_MARK = 10
"""Marks of a lower combining class are part of a letter, as in kana and Indic scripts."""
_JAMO = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")
"""A Hangul syllable written as its letters, as some systems store it."""
_WORDLIKE = re.compile(
    "[\u2600-\u27bf\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U0001f000-\U0001faff]+"
)
"""Signs of which one or two are a word: Hangul, Han, kana, and pictures such as a ship."""


class _Folds(dict[int, str]):
    """What becomes of each character, by its code; found out when one is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


def _folded(sign: str) -> str:
    if sign in _ALIKE:
        return _ALIKE[sign]
    category = _UNICODE.category(sign)
    if category in ("Cc", "Cs"):
        return "\n" if sign == "\n" else " "
    if sign in _LEFT_OUT:
        return ""
    if category == "Cn" or "\uac00" <= sign <= "\ud7a3":
        return sign
    parts = _UNICODE.normalize("NFKD", sign)
    bare = "".join(one for one in parts if _UNICODE.combining(one) < _SPEAKING_MARK)
    return bare.casefold()


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return the text as finding sees it."""
    if text.isascii() and text.isprintable():
        return text.lower()
    return _JAMO.sub(_syllable, text).translate(_FOLDS)


def fold_with_places(text: str) -> tuple[str, list[int] | range]:
    """Return the folded text, and for each of its characters, and its end, the place in `text`."""
    folded = fold(text)
    if len(folded) == len(text) and _one_to_one(text):
        return folded, range(len(text) + 1)
    pieces = [(found.group(), found.start()) for found in _ONE.finditer(text)]
    places = [start for piece, start in pieces for _ in fold(piece)]
    return folded, [*places, len(text)]


def is_wordlike(text: str) -> bool:
    """Whether all of the text is Hangul, Han, kana or pictures: one or two of them are a word."""
    return _WORDLIKE.fullmatch(text) is not None


def wordlike_runs(text: str) -> list[str]:
    """Return the stretches of such signs in a text."""
    return _WORDLIKE.findall(text)


_ONE = re.compile(f"{_JAMO.pattern}|.", re.DOTALL)


def _one_to_one(text: str) -> bool:
    """Whether each character folds to one; equal lengths alone could be chance."""
    return text.isascii() or all(len(_FOLDS[ord(sign)]) == 1 for sign in set(text))


def _syllable(letters: re.Match[str]) -> str:
    """Return the syllable that letters of Hangul make (the Unicode Standard, 3.12)."""
    lead, vowel, *tail = map(ord, letters.group())
    place = (lead - 0x1100) * 21 + vowel - 0x1161
    return chr(0xAC00 + place * 28 + (tail[0] - 0x11A7 if tail else 0))
