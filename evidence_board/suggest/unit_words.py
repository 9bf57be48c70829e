"""What a number counts: the unit or the noun after it."""

import re
from dataclasses import dataclass

from evidence_board.suggest.units import MONEY_AFTER, PLURALS_WITHOUT_S, UNITS
from evidence_board.suggest.word_sets import word_set

_KNOWN = {**UNITS, **MONEY_AFTER}
_SIGN = re.compile(
    rf"[\s-]?(?P<unit>{'|'.join(re.escape(one) for one in sorted(_KNOWN, key=len, reverse=True))})"
    r"(?![\w²³])(?P<old>-old\b)?",
    re.IGNORECASE,
)
_HEAT = re.compile(r"([CF])(?![\w-])")
_WORD = re.compile(r"\s+(?:of\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?)?([^\W\d_][\w’'‑-]*)")
_GLUED = re.compile(r"[-‑]([a-z]+)(?:[-‑]old\b)?")
_STOP = word_set(
    "a an the and or but to in on at by for from with as is are was were be been has have",
    "had will would can could may might that which who whom whose when where while if",
    "than then this these those it its he she they we you i his her their our not after",
    "before since until over under into out up down off about against between during per",
    "said says told came went took made did does do so because also both all each every",
    "other others another more less most such what how there here now just only even",
    "still yet times ago earlier later according us vs versus one two three four five six",
    "seven eight nine ten last first next previous across along killed died injured",
    "wounded arrested percent",
)
_NOT_GLUED = word_set(
    "off way time sided one on on-one up down and to or in by thirds third fifths",
    "quarters half party hand class rate mindedly piece quarter fifth tenth tenths",
    "eighths",
)
_NOT_PLURAL = ("ss", "us", "is", "’s", "'s", "ous")


@dataclass(frozen=True)
class Unit:
    """The sign or noun of a unit and where it ends; `known` if it measures, `plural` if it counts.

    `blocked` tells that what follows makes the number part of a phrase that is no quantity.
    """

    sign: str
    end: int
    known: bool = False
    plural: bool = False
    blocked: bool = False


def unit_after(text: str, place: int, end: int) -> Unit:
    """Return the unit after a number that ends at `place`; without a sign where there is none."""
    if sign := _SIGN.match(text, place, end):
        return Unit(_KNOWN[" ".join(sign["unit"].casefold().split())], sign.end(), known=True)
    if heat := _HEAT.match(text, place, end):
        return Unit(f"°{heat[1]}", heat.end(), known=True)
    if glued := _GLUED.match(text, place, end):
        if glued[1] in _NOT_GLUED:
            return Unit("", place, blocked=True)
        return Unit(glued[1], glued.end(), plural=True)
    if text[place : place + 1].isalnum() or text[place : place + 2] in ("’s", "'s"):
        return Unit("", place, blocked=True)
    return _noun_after(text, place, end)


def _noun_after(text: str, place: int, end: int) -> Unit:
    """Return the plural noun among the next words: "two Russian-flagged cargo ships"."""
    at, first = place, True
    for _ in range(4):
        word = _WORD.match(text, at, end)
        if word is None or (not first and " of " in word[0]):
            break
        plain = word[1].casefold()
        if (plain in _STOP and not word[1].isupper()) or (
            plain.endswith("ly") and plain != "family"
        ):
            break
        if is_plural(plain):
            return Unit(word[1], word.end(), plural=True)
        at, first = word.end(), False
    return Unit("", place)


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in PLURALS_WITHOUT_S:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)
