"""Numbers as the press writes them, in figures and in words, with what they may mean."""

import re
from dataclasses import dataclass

_WRITTEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ONES = _WRITTEN.split()
_WRITTEN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _WRITTEN_TENS.split()
_VALUES = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: (number + 2) * 10 for number, word in enumerate(_TENS)},
}
SCALES: dict[str, float] = {
    **{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
    **{"lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12.0, "score": 20.0},
    **{
        "k": 1e3,
        "m": 1e6,
        "mn": 1e6,
        "mln": 1e6,
        "mil": 1e6,
        "bil": 1e9,
        "b": 1e9,
        "bn": 1e9,
        "tn": 1e12,
        "trn": 1e12,
    },
}
_ONE = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_LARGE = r"hundred|thousand|million|billion|trillion|lakhs?|crores?|dozen"
WORDS = (
    rf"(?:(?:{_ONE})(?:[-‑ ](?:{'|'.join(_ONES[1:10])})(?![\w]))?"
    rf"|(?:half\ a|a|an)(?=\ (?:{_LARGE})\b))"
    rf"(?:[-\ ](?:and\ )?(?:{_LARGE}|{_ONE})(?!\w))*"
)
"""A pattern, to be used verbosely and ignoring case, for a number in words."""

FIGURES = (
    r"\d{1,3}(?:[\ \u00a0\u202f\u2009]\d{3})+(?![\d,])|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?"
    r"|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?"
)
"""A pattern for a number in figures; a comma before one or two last figures is a decimal one."""

_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")


@dataclass(frozen=True)
class Number:
    """A number, and half a unit of the last digit that was written."""

    value: float
    half_unit: float


def number_of_figures(figures: str) -> Number | None:
    """Return the number that figures stand for; None if their grouping is no known one."""
    figures = re.sub(r"\s", "", figures)
    if "," in figures:
        if _GROUPED.fullmatch(figures):
            figures = figures.replace(",", "")
        elif figures.count(",") == 1:
            figures = figures.replace(",", ".")
        else:
            return None
    if len(figures) > 30:
        return None
    places = len(figures.partition(".")[2])
    return Number(float(figures), float(f"0.5e-{places}"))


def number_of_words(words: str) -> Number:
    """Return the number that words such as "two hundred and five" stand for."""
    if words.casefold().startswith("half"):
        return _half(words)
    total, part = 0.0, 0.0
    for word in re.split(r"[\s‑-]+", words.casefold()):
        if word in _VALUES:
            part += _VALUES[word]
        elif word in ("a", "an"):
            part += 1
        elif word in ("hundred", "dozen"):
            part = (part or 1) * SCALES[word]
        elif word in SCALES:
            total, part = total + (part or 1) * SCALES[word], 0.0
    return Number(total + part, 0.5)


def _half(words: str) -> Number:
    scale = SCALES.get(words.casefold().split()[-1], 1.0)
    return Number(scale / 2, 0.5 if scale < 1e3 else scale / 20)
