"""Speakers as words name them: persons, roles, bodies, outlets, documents."""

import re
from dataclasses import dataclass
from typing import Literal

from evidence_board.suggest.people_words import (
    ANONYMOUS,
    BODIES,
    DOCUMENTS,
    ORG_WORDS,
    OUTLET_WORDS,
    OUTLETS,
    PERSONS,
    TITLES,
    is_person_noun,
)
from evidence_board.suggest.places_names import COUNTRIES
from evidence_board.suggest.subjects import text_of
from evidence_board.suggest.tokens import Token, Words
from evidence_board.suggest.word_sets import word_set

Sort = Literal["person", "role", "body", "outlet", "document", "pronoun", "other"]


_PARTICLES = word_set("van von de da di der den del della bin ibn al el la le du dos abu ould")


_LEADING = re.compile(r"^(?:the|a|an|one|two|some|its|his|her|their)\s+", re.IGNORECASE)


_PLACED = ("-based", "-headquartered", "-backed", "-run", "-owned", "-led")
_BASED = re.compile(
    r"^[A-Z][\w’-]*(?: [A-Z][\w’-]*)?-(?:based|headquartered|backed|run|owned|led) "
)
_GENITIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_AFTER_NAMES = word_set("SC KC QC MP TD MBE OBE CBE Jr Jr. Sr MD PhD")


_MALE = word_set("mr sir lord king prince spokesman chairman businessman father shri")


_FEMALE = word_set("mrs ms miss dame lady queen princess spokeswoman chairwoman mother smt")


@dataclass(frozen=True)
class Speaker:
    """Somebody who says something: the name, of what sort, and the words that tell more."""

    name: str
    sort: Sort
    given: str
    plural: bool = False
    gender: str = ""
    roles: frozenset[str] = frozenset()
    affiliation: str = ""


def speaker_of(text: str, words: Words, first: int, last: int) -> Speaker | None:
    """Return the speaker that these tokens name; None if they name nobody who could speak."""
    tokens, letters = words.tokens[first:last], words.letters[first:last]
    given = text_of(text, tokens)
    if letters in ("P", "w"):
        plain = tokens[0].plain
        return (
            Speaker(plain, "pronoun", plain)
            if plain in ("he", "she", "it", "they", "we", "i")
            else None
        )
    if (own := _own_name(tokens, letters)) is not None:
        return _named(own, "N" * len(own), len(own), given)
    head = letters.find("o") if "o" in letters else len(letters)
    if letters[:head].endswith("Nn"):
        head -= 1  # the Energy Outlook 2026
    if head and letters[head - 1] == "N":
        return _named(tokens, letters, head, given)
    return _described(tokens, letters, head, given)


def _own_name(tokens: tuple[Token, ...], letters: str) -> tuple[Token, ...] | None:
    """Return the name that ends a role: the member for transport Cllr Jo Smith."""
    found = re.search(r"(?<=[aH])N{2,4}$", letters)
    if found is None or "o" not in letters[: found.start()] or "N" in letters[: found.start()]:
        return None
    role, before = letters.partition("o")[0], tokens[found.start() - 1].plain
    single = role[-1:] == "H" and not tokens[len(role) - 1].plain.endswith("s")
    return tokens[found.start() :] if single and before not in BODIES | OUTLETS else None


def _named(tokens: tuple[Token, ...], letters: str, head: int, given: str) -> Speaker:
    begin = head
    while begin > 0 and (letters[begin - 1] == "N" or tokens[begin - 1].plain in _PARTICLES):
        begin -= 1
    while begin < head - 1 and tokens[begin].plain.endswith(_PLACED):
        begin += 1  # the Karsk-based Harbour Institute
    run = list(tokens[begin:head])
    roles = {token.plain.rstrip(".") for token in tokens}
    run = _without_titles(run)
    for place in range(len(run) - 1, 0, -1):
        if run[place - 1].plain.endswith(("’s", "'s")):
            run = run[place:]  # Labour's Ola Berg
            break
    plain = [re.sub(r"[’']s$", "", token.plain.rstrip(".")) for token in run]
    if all(word in TITLES or word in PERSONS for word in plain):
        return Speaker(given, "role", given, gender=_gender(roles), roles=frozenset(roles))
    role = plain[-1] in TITLES | PERSONS and not _names_body(run)
    if role and begin > 0 and letters[begin - 1] == "D":
        return Speaker(given, "role", given, gender=_gender(roles), roles=frozenset(roles))
    if _names_body(run) or (begin > 0 and letters[begin - 1] == "D") or _is_acronym(run):
        return _body(tokens, letters, begin, head, given)
    while len(run) > 2 and run[-1].word in _AFTER_NAMES:
        run = run[:-1]
    name = " ".join(token.word for token in run)
    if "&" in letters[:head]:
        sort: Sort = "body" if plain[-1] in COUNTRIES else "person"
        return Speaker(_LEADING.sub("", given), sort, given, True, roles=frozenset(roles))
    if plain[-1] in COUNTRIES:
        return Speaker(name, "body", given, roles=frozenset(roles))
    if len(run) == 1 and _is_genitive_of(tokens, letters, head):
        return Speaker(given, "body", given, roles=frozenset(roles))
    titled = not roles.isdisjoint(TITLES)
    noun = tokens[begin - 1].plain if begin > 0 and letters[begin - 1] == "H" else ""
    if noun in (BODIES | OUTLETS) - PERSONS:
        news = begin > 1 and tokens[begin - 2].plain in ("news", "wire", "press")
        of_sort: Sort = "outlet" if noun in OUTLETS or news else "body"
        return Speaker(name, of_sort, given, roles=frozenset(roles))
    named_of = letters[head:] and tokens[head].plain == "of" and "N" in letters[head:]
    if not titled and named_of and len(run) == 1:
        return Speaker(given, "body", given, roles=frozenset(roles))
    return Speaker(name, "person", given, "&" in letters, _gender(roles), frozenset(roles))


def _without_titles(run: list[Token]) -> list[Token]:
    """Return a name without what stands before it: Ukrainian President Anna Reed."""
    for place in range(len(run) - 2, -1, -1):
        rest = run[place + 1 :]
        if place == 0 and len(rest) == 1 and rest[0].plain in COUNTRIES:
            return run  # Environment Canada
        if run[place].plain.rstrip(".") in TITLES and not _names_body(rest):
            return rest if not all(one.plain in TITLES for one in rest) else run
    return run


def _is_genitive_of(tokens: tuple[Token, ...], letters: str, head: int) -> bool:
    return tokens[head - 1].plain.endswith(("’s", "'s"))


def _names_body(run: list[Token]) -> bool:
    return any(_GENITIVE.sub("", token.plain).rstrip(".") in ORG_WORDS for token in run)


def _is_acronym(run: list[Token]) -> bool:
    return (
        len(run) == 1 and len(run[0].word) <= 8 and run[0].word.isupper() and len(run[0].word) > 1
    )


def _body(tokens: tuple[Token, ...], letters: str, begin: int, head: int, given: str) -> Speaker:
    plain = {token.plain for token in tokens}
    outlet = bool(plain & OUTLET_WORDS) or bool(plain & OUTLETS)
    end = next((n for n in range(head, len(tokens)) if _tells_more(tokens, n)), len(tokens))
    name = _LEADING.sub("", given if end == len(tokens) else _joined(tokens[:end]))
    name = _BASED.sub("", name)
    if begin > 0 and "H" in letters[:begin] and outlet:
        # "The newspaper Red Dawn" is called Red Dawn.
        name = " ".join(token.word for token in tokens[begin:])
    return Speaker(name, "outlet" if outlet else "body", given, roles=frozenset(plain))


_BESIDE = word_set("in at by from under with")
"""What begins words that tell more of a body and are not of its name: the bank in its report."""


def _tells_more(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a preposition goes on from a name: in its report, of the Karsk-based institute."""
    if tokens[place].plain == "of":
        return any(one.plain.endswith(_PLACED) for one in tokens[place + 1 : place + 4])
    return tokens[place].plain in _BESIDE


def _joined(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.word for token in tokens)


def _described(tokens: tuple[Token, ...], letters: str, head: int, given: str) -> Speaker | None:
    while head > 1 and letters[head - 1] == "a" and _is_participle(tokens[head - 1].plain):
        head -= 1  # a study published
    while head > 1 and tokens[head - 1].plain in _KNOWING:
        head -= 1  # a person familiar with the matter
    word = tokens[head - 1]
    plain = re.sub(r"(?:[’']s?)$", "", word.plain)
    plural = (plain.endswith("s") and not plain.endswith(("is", "us", "ss"))) or plain in (
        "people",
        "police",
        "men",
        "women",
        "media",
    )
    roles = frozenset(token.plain for token in tokens if token.letter in "aHRN")
    if letters[head - 1] == "R" or plain in DOCUMENTS:
        return Speaker(_behind(tokens, letters, head), "document", given, plural, roles=roles)
    if plain in OUTLETS:
        return Speaker(
            given, "outlet", given, plain in ("media", "newspapers", "outlets"), roles=roles
        )
    if plain in BODIES and plain not in PERSONS:
        return Speaker(given, "body", given, plain in ("police", "rebels"), roles=roles)
    if letters[head - 1] in "HD" or plain in PERSONS or is_person_noun(plain):
        anonymous = _affiliation(tokens, letters, head) if plain in ANONYMOUS else ""
        return Speaker(given, "role", given, plural, _gender(set(roles)), roles, anonymous)
    if (
        letters[head - 1] == "a"
        and (letters[0] == "D" or plural)
        and not word.plain.endswith("ing")
    ):
        return Speaker(given, "other", given, plural, "", roles)
    return None


def _end_of_body(tokens: tuple[Token, ...], place: int) -> int:
    """Return where a body ends that goes on after a name: a United Nations panel of experts."""
    if place == len(tokens) or tokens[place].plain not in BODIES:
        return place
    more = [one.letter for one in tokens[place + 1 : place + 3]]
    return place + 3 if more == ["o", "H"] and tokens[place + 1].plain == "of" else place + 1


def _behind(tokens: tuple[Token, ...], letters: str, head: int) -> str:
    """Return whose document it is where the words name a body, else the words themselves."""
    given = " ".join(token.word for token in tokens)
    by = next((n for n in range(head, len(tokens)) if tokens[n].plain in ("by", "from")), None)
    if by is not None and tokens[by - 1].plain in _NOT_WRITTEN:
        return given
    if by is not None and (
        found := re.match(r"[Dan]{0,3}(N+(?:[o&]{1,2}D?N+)*)", letters[by + 1 :])
    ):
        run = tokens[by + 1 + found.start(1) : _end_of_body(tokens, by + 1 + found.end(1))]
        return _BASED.sub("", " ".join(token.word for token in run))
    bodily = by is not None and re.fullmatch(r"D?[aH]{0,3}H", letters[by + 1 :])
    if by is not None and bodily and tokens[-1].plain in BODIES:
        return " ".join(token.word for token in tokens[by + 1 :])
    before = re.search(r"N+$", letters[: head - 1])
    if before is None:
        return given
    run = tokens[before.start() : before.end()]
    name = re.sub(r"(?:[’']s|(?<=s)[’'])$", "", " ".join(token.word for token in run))
    return name if _names_body(list(run)) or _is_acronym(list(run)) else given


_NOT_WRITTEN = word_set(
    "commissioned funded ordered requested seen obtained reviewed cited paid verified leaked"
)
"""What somebody does to a document of others."""
_KNOWING = word_set("familiar close involved briefed present aware privy conversant")


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in ("seen", "shown", "held", "given", "made", "written")


def _affiliation(tokens: tuple[Token, ...], letters: str, head: int) -> str:
    """Return to whom an unnamed official belongs: of the ministry, or a US official."""
    if letters[head:] and tokens[head].plain != "to":
        after = " ".join(token.word for token in tokens[head + 1 :])
        if not _NO_AFFILIATION.search(after):
            return after
    named = [token for token in tokens[:head] if token.letter == "N"]
    before = tokens[: head - 1]
    bodies = [n for n, one in enumerate(before) if one.plain in BODIES and one.letter != "N"]
    if bodies:
        told = [one for one in before[: bodies[-1] + 1] if one.letter in "aHN"]
        return " ".join(one.word for one in told if one.plain not in _RANKS)
    return " ".join(token.word for token in named)


_NO_AFFILIATION = re.compile(
    r"\b(?:matter|case|plans?|talks|situation|issue|investigation|probe|thinking|discussions|deal"
    r"|condition|negotiations|anonymity|details|events|scene|operation|knowledge|time)\b",
    re.IGNORECASE,
)
_RANKS = word_set(
    "senior top former unnamed anonymous current high-ranking ranking retired serving local"
)


def _gender(words: set[str]) -> str:
    if words & _MALE:
        return "m"
    return "f" if words & _FEMALE else ""
