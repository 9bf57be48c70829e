"""Hedges: words by which a text says less than that something is so, and of which class."""

import re
from collections.abc import Iterator

from evidence_board.suggest.hedge_cues import CUES
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.suggestion import Hedge, span_of
from evidence_board.suggest.word_sets import word_set

_ANY = "|".join(f"(?P<c{number}>{cue})" for number, (_, cue) in enumerate(CUES))
_CUE = re.compile(
    rf"(?<![\w’'-])(?=[A-Za-z])(?:{_ANY})(?![\w-])",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(r"\s+[$£€₹₦₱]?([\w’'-]+)(?:\s+([\w’'-]+))?")
_WORDS_BEFORE = re.compile(r"(?:([\w’'-]+)\s+)?([\w’'-]+)\s+$")
_NEGATIVE = re.compile(r"\b(?:unlikely|improbable|doubtful)\b", re.IGNORECASE)
_NOT_AFTER = re.compile(r"(?:\s+\w+){0,2}?\s+(?:not|never|no longer)\b")

_PERCEIVED = word_set("see hear smell feel afford remember barely hardly scarcely only")
_ABILITY = word_set("seen heard felt found smelled reached spotted")
_DETERMINERS = word_set("the a an his her its their our my your these those this that")
_BEFORE_NOUN = _DETERMINERS | word_set(
    "such any all no false baseless insurance rival further new of two three several",
    "other some similar earlier many made make making rejected denied reject deny legal",
    "compensation",
)
_NOT_AN_ASSERTION = word_set(
    "lives life victory gold silver bronze medal title asylum benefits back compensation",
    "responsibility trial asylum credit wickets three four five six seven eight nine ten",
)
_STRENGTH = word_set("military economic naval industrial full growth human untapped true")
_REASONS = {
    "PR": "probable: the text does not say that it is so",
    "PS": "possible: the text says that it may be so",
    "hearsay": "hearsay: who said it is left open",
    "attributive": "attributive: the text leaves it to those who claim it",
    "unknown": "unknown: the text says that it cannot be told",
    "conditional": "conditional: true only if something else is",
    "approximator": "approximator: belongs to the figure",
}


def hedges(reading: Reading) -> Iterator[Hedge]:
    """Yield the hedges of a text in order."""
    for start, end in reading.sentences:
        for found in _CUE.finditer(reading.text, start, end):
            hedge_class = CUES[int(str(found.lastgroup)[1:])][0]
            if _is_hedge(reading.text, found, hedge_class, start, end):
                yield _hedge(reading.text, found, end, hedge_class)


def _hedge(text: str, found: re.Match[str], end: int, hedge_class: str) -> Hedge:
    factuality = ""
    if hedge_class in ("PR", "PS"):
        negated = _NEGATIVE.search(found[0]) or _NOT_AFTER.match(text, found.end(), end)
        factuality = hedge_class + ("-" if negated else "+")
    elif hedge_class in ("unknown", "hearsay", "attributive"):
        factuality = "Uu"
    # A preposition that only told the cue apart is not part of it.
    stop = found.start() + len(re.sub(r"(?i)(?<=\w) (?:to|that|of)$", "", found[0].rstrip()))
    return Hedge(span_of(text, found.start(), stop), _REASONS[hedge_class], hedge_class, factuality)


def _is_hedge(text: str, found: re.Match[str], hedge_class: str, start: int, end: int) -> bool:
    """Whether a cue hedges here: some of these words mean other things as well."""
    word = found[0].casefold().split()[0]
    check = _CHECKS.get(word)
    if word == "unknown" and found[0].casefold() == "unknown":
        check = _is_unknown
    elif check is None or hedge_class in ("unknown", "approximator", "conditional"):
        return True
    after = _WORD_AFTER.match(text, found.end(), end)
    following = tuple((part or "").casefold() for part in after.groups()) if after else ("", "")
    before = _WORDS_BEFORE.search(text, max(start, found.start() - 40), found.start())
    preceding = tuple((part or "").casefold() for part in before.groups()) if before else ("", "")
    return check(found[0], preceding, following)


def _is_may(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return cue[0] == "m" and bool(after[0]) and not after[0][0].isdigit()


def _is_might(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    if after == ("as", "well"):
        return False
    noun = after[0] in ("of", "and", "") or before[1] in _DETERMINERS | _STRENGTH | {"all"}
    return not noun or before[1] in ("that", "this")


def _is_could(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    if after[0] in _PERCEIVED or not after[0]:
        return False
    if after[0] in ("not", "never", "n't"):
        return after[1] in ("have", "rule", "exclude")
    if before[1] == "that" and before[0] == "so":
        return False
    return not (after[0] == "be" and after[1] in _ABILITY)


def _is_likely(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return after[0] not in ("voters", "voter", "explanation")


def _is_claim(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    possessive = before[1].endswith(("’s", "'s", "s’"))
    if (
        possessive
        or before[1] in _BEFORE_NOUN
        or after[0] in _NOT_AN_ASSERTION
        or after[0][:1].isdigit()
    ):
        return False
    if after[1] in ("lives", "medal", "medals", "title", "life", "lead") or not after[0]:
        return False
    if cue.casefold() == "claim" and before[1] in ("to", "can", "cannot", "could", "will", "would"):
        return False
    return after[0] not in ("for", "of", "against", "and", "or", "by", "were", "are", "was", "is")


def _is_alleged(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return bool(after[0])


def _is_suspect(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    if cue.casefold().startswith("suspected"):
        return True
    clause = after[0] in ("that", "it", "he", "she", "they", "the", "him", "her", "them", "a")
    return clause and before[1] not in _BEFORE_NOUN | {
        "murder",
        "terror",
        "prime",
        "second",
        "main",
    }


def _is_possible(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return (
        before[1]
        not in (
            "as",
            "if",
            "where",
            "wherever",
            "everything",
            "whenever",
            "made",
            "when",
            "best",
            "not",
            "is not",
        )
        and before[0] != "as"
    )


def _is_potential(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    if " " in cue:
        return True
    noun = after[0] in ("of", "in", "and", "as", "is", "was", "", "by", "with", "but", "to", "for")
    return not noun and before[1] not in _STRENGTH


def _is_suggested(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    proposal = after[0].endswith("ing") and after[0] not in ("nothing", "something", "anything")
    return not proposal and before[1] not in ("as", "i", "he", "she")


def _is_believed(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    ends = not after[0] and before[1] not in ("he", "she", "it", "they")
    return before[1] not in ("to", "not", "n't") and not ends and after[0] not in _NO_CLAUSE


_NO_CLAUSE = ("in", "me", "you", "us")


def _is_expected(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    if cue.casefold() not in ("expect", "expects", "expected", "expecting"):
        return before[1] not in ("than", "as")
    if not after[0] and before[1] in ("is", "are", "was", "were"):
        return True
    alone = after[0] in (
        "",
        "from",
        "of",
        "me",
        "you",
        "him",
        "and",
        "or",
        "by",
        "in",
        "at",
        "for",
        "on",
    )
    return not alone and before[1] not in ("than", "as", "to", "the", "an", "never", "not")


def _is_seem(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return bool(after[0])


def _is_unknown(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    asked = ("", "whether", "how", "why", "who", "what", "when", "where", "which", "if")
    return after[0] in asked or before[1] in ("is", "are", "was", "were", "remains", "remained")


def _is_rumour(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    denied = before[1] in ("false", "baseless", "groundless", "malicious", "idle", "wild")
    return not denied and (cue.casefold().endswith(("ed", "s")) or after[0] in ("that", "of"))


def _is_feared(cue: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return cue.casefold() != "feared" or after[0] in ("dead", "to", "drowned", "lost", "trapped")


_CHECKS = {
    "may": _is_may,
    "might": _is_might,
    "could": _is_could,
    "likely": _is_likely,
    **dict.fromkeys(("claim", "claims", "claimed", "claiming"), _is_claim),
    **dict.fromkeys(("alleged", "alleges", "alleging", "purported"), _is_alleged),
    **dict.fromkeys(("suspect", "suspects", "suspected"), _is_suspect),
    **dict.fromkeys(("possible", "possibility"), _is_possible),
    **dict.fromkeys(("potential",), _is_potential),
    **dict.fromkeys(("suggest", "suggests", "suggested", "suggesting"), _is_suggested),
    **dict.fromkeys(("indicate", "indicates", "indicated", "indicating"), _is_suggested),
    **dict.fromkeys(
        ("believe", "believes", "believed", "assumed", "assume", "assumes"), _is_believed
    ),
    **dict.fromkeys(("expect", "expects", "expected", "expecting"), _is_expected),
    **dict.fromkeys(("seem", "seems", "seemed"), _is_seem),
    "feared": _is_feared,
    **dict.fromkeys(("rumour", "rumours", "rumor", "rumors"), _is_rumour),
}
