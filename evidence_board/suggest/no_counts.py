"""Numbers that are part of a name, a label or a phrase, and count nothing."""

import re

from evidence_board.suggest.figures import LABEL_BEFORE
from evidence_board.suggest.unit_words import Unit
from evidence_board.suggest.word_sets import word_set

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_OF_ONES = word_set("no any every each this that the another number day last first only but")
_COUNTED = word_set(
    "person man woman child boy girl soldier officer policeman civilian worker passenger",
    "pupil goal point death body vessel ship boat aircraft house seat count vote case",
)


def is_name(text: str, found: re.Match[str], start: int, end: int, unit: Unit) -> bool:
    """Whether a number is part of a name, a label, a year or a code, and counts nothing."""
    at = found.start("figures1") if found["figures1"] else found.start("words1")
    money = found["money1"]
    if money:
        return money in "NRP" and not (found["scale1"] or len(found["figures1"] or "") >= 3)
    before = text[max(start, at - 24) : at]
    if not found["compared"] and LABEL_BEFORE.search(before):
        return not (unit.known and before.rstrip().casefold().endswith(("over", "top")))
    figures = found["figures1"]
    if figures and _YEAR.fullmatch(figures) and not found["scale1"]:
        return not found["compared"] and not (unit.known or unit.plural)
    capital = re.search(r"(?:^|\s)([A-Z][\w’'.-]*)\s+$", before)
    if capital and figures and not found["compared"] and not unit.known and not unit.plural:
        return capital.start(1) > 0 or at - start > len(before)
    words = found["words1"]
    if not words or not words[0].isupper() or words.isupper():
        return False
    # A capital inside a sentence makes a name: the Group of Seven.
    inside = text[start:at].rstrip(" “\"‘'(")
    return bool(inside) and inside[-1] not in ".:!?—–"


def is_lone_word(text: str, found: re.Match[str], start: int, end: int, unit: Unit) -> bool:
    """Whether a small number in words is a pronoun ("one of them", "the two") or half a phrase."""
    words = (found["words1"] or "").casefold()
    if not words or found["money1"]:
        return False
    before = re.search(r"([\w’']+)\s+$", text[max(start, found.start() - 16) : found.start()])
    preceding = before[1].casefold() if before else ""
    following = re.match(r"\s+([\w’']+)", text[found.end("words1") : end])
    after = following[1].casefold() if following else ""
    if words in ("zero", "a", "an"):
        return not unit.known
    if words == "one":
        counted = unit.known or after in _COUNTED or bool(found["compared"])
        if after in _COUNTED:
            return preceding in ("no", "any", "every", "each", "number")
        return preceding in _OF_ONES or not counted
    if words == "two" and preceding == "the":
        return True
    return preceding in ("the", "these", "those", "other") and not unit.sign
