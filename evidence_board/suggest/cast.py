"""Who is who in a text: what a speaker is called, and whom short forms and pronouns stand for."""

import re
from dataclasses import dataclass, field
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
)
from evidence_board.suggest.places_names import COUNTRIES
from evidence_board.suggest.subjects import text_of
from evidence_board.suggest.tokens import Token, Words
from evidence_board.suggest.word_sets import word_set

Sort = Literal["person", "role", "body", "outlet", "document", "pronoun", "other"]

_PARTICLES = word_set("van von de da di der den del della bin ibn al el la le du dos abu ould")
_LEADING = re.compile(r"^(?:the|a|an|one|two|some|its|his|her|their)\s+", re.IGNORECASE)
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
_BODY = re.compile(r"(?:[A-Z][\w’'&.-]* (?:(?:of|for|and|on|the) (?:the )?)?){1,6}[A-Z][\w’&-]*")
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


@dataclass
class Cast:
    """The speakers of a text so far, and the full names that it gives."""

    full_names: dict[str, str] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    speakers: list[Speaker] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def resolved(self, speaker: Speaker, place: int) -> Speaker:
        """Return whom words at a place stand for, as far as the text has told by then."""
        if speaker.sort == "pronoun":
            return self._pronoun(speaker)
        if speaker.sort == "person":
            full = self.full_names.get(speaker.name.casefold(), speaker.name)
            return _renamed(speaker, full)
        if speaker.name in self.acronyms:
            return _renamed(speaker, self.acronyms[speaker.name])
        if speaker.sort == "role" and speaker.given.islower() and " " not in speaker.given:
            return self._known(speaker, place)
        if (
            speaker.given.casefold().startswith(("the ", "this "))
            and len(speaker.given.split()) <= 3
        ):
            return self._known(speaker, place)
        return speaker

    def note(self, speaker: Speaker) -> None:
        """Remember who has spoken."""
        self.speakers.append(speaker)

    def _pronoun(self, speaker: Speaker) -> Speaker:
        word = speaker.given.casefold()
        near = self.speakers[:-13:-1]
        fitting = [
            one for one in near if _fits(word, one, self.genders.get(one.name, one.gender))
        ] or [one for one in near[:3] if one.sort == "person" and word in ("he", "she")]
        if not fitting:
            return speaker
        if word in ("he", "she") and fitting[0].sort in ("person", "role"):
            self.genders.setdefault(fitting[0].name, "m" if word == "he" else "f")
        return _renamed(fitting[0], fitting[0].name, speaker.given)

    def _known(self, speaker: Speaker, place: int) -> Speaker:
        """Return the earlier speaker whom "the ministry", "the minister" or "the report" means."""
        last = re.findall(r"[\w-]+", speaker.given.casefold())[-1]
        same = {last, last.rstrip("s")}
        for earlier in reversed(self.speakers[-30:]):
            if earlier.roles & same and earlier.given.casefold() != speaker.given.casefold():
                return _renamed(earlier, earlier.name, speaker.given)
        if speaker.sort in ("body", "outlet") and last in (
            "company",
            "group",
            "firm",
            "agency",
            "team",
        ):
            for earlier in reversed(self.speakers[-6:]):
                if earlier.sort in ("body", "outlet") and earlier.name[0].isupper():
                    return _renamed(earlier, earlier.name, speaker.given)
        if speaker.sort in ("body", "outlet", "role") and speaker.given.islower():
            before = [name for start, name in self.bodies.get(last, ()) if start < place]
            if before and len(speaker.given.split()) == 2:
                return _renamed(speaker, before[-1], speaker.given)
        return speaker


def _renamed(speaker: Speaker, name: str, given: str = "") -> Speaker:
    return Speaker(
        name,
        speaker.sort,
        given or speaker.given,
        speaker.plural,
        speaker.gender,
        speaker.roles,
        speaker.affiliation,
    )


def _fits(pronoun: str, earlier: Speaker, gender: str) -> bool:
    if pronoun in ("he", "she"):
        person = earlier.sort in ("person", "role") and not earlier.plural
        return person and gender in ("", "m" if pronoun == "he" else "f")
    if pronoun == "it":
        return earlier.sort in ("body", "outlet", "document") and not earlier.plural
    if pronoun == "they":
        return earlier.plural or earlier.sort in ("body", "outlet")
    return False


def cast_of(text: str) -> Cast:
    """Return the full names and acronyms of a text, by their short forms."""
    cast = Cast()
    for found in re.finditer(
        r"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'.-]*|van|de|bin|al|von|der)){1,3}", text
    ):
        words = found[0].split()
        while len(words) > 2 and words[0].casefold().rstrip(".") in TITLES:
            words = words[1:]
        plain = [re.sub(r"[’']s$", "", word.casefold()).rstrip(".") for word in words]
        if len(words) < 2 or plain[0] in TITLES or plain[0] in _NOT_FIRST:
            continue
        if not any(word in ORG_WORDS or word in _NOT_FIRST for word in plain):
            name = re.sub(r"[’']s$", "", " ".join(words))
            cast.full_names.setdefault(name.split()[-1].casefold(), name)
    for found in _BODY.finditer(text):
        for word in re.findall(r"[\w-]+", found[0].casefold()):
            if word in ORG_WORDS:
                cast.bodies.setdefault(word, []).append((found.start(), found[0]))
    for found in _ACRONYM.finditer(text):
        name = _spelt_out(text[max(0, found.start() - 90) : found.start()].rstrip(' ”"’'), found[1])
        if name:
            cast.acronyms.setdefault(found[1], name)
    return cast


_NOT_FIRST = word_set(
    "the a an in on at but and for from with after before if when while as he she it they",
    "this that president minister monday tuesday wednesday thursday friday saturday",
    "sunday january february march april may june july august september october november",
    "december new north south east west united street road lane crown high",
)


def _spelt_out(before: str, acronym: str) -> str:
    """Return the capitalised words before an acronym that its letters begin."""
    words = before.split()[-10:]
    initials = [letter for letter in acronym.casefold() if letter.isalpha()]
    for count in range(len(words), 1, -1):
        part = words[-count:]
        heads = [word[0].casefold() for word in part if word[0].isupper()]
        if (
            part[0][0].isupper()
            and heads[: len(initials)] == initials[: len(heads)]
            and len(heads) > 1
        ):
            return " ".join(part)
    return ""


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
    head = letters.find("o") if "o" in letters else len(letters)
    if head and letters[head - 1] == "N":
        return _named(tokens, letters, head, given)
    return _described(tokens, letters, head, given)


def _named(tokens: tuple[Token, ...], letters: str, head: int, given: str) -> Speaker:
    begin = head
    while begin > 0 and (letters[begin - 1] == "N" or tokens[begin - 1].plain in _PARTICLES):
        begin -= 1
    run = list(tokens[begin:head])
    roles = {token.plain.rstrip(".") for token in tokens}
    run = _without_titles(run)
    plain = [re.sub(r"[’']s$", "", token.plain.rstrip(".")) for token in run]
    if all(word in TITLES or word in PERSONS for word in plain):
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
    if not titled and letters[head:] and tokens[head].plain == "of" and "N" in letters[head:]:
        return Speaker(given, "body", given, roles=frozenset(roles))
    return Speaker(name, "person", given, "&" in letters, _gender(roles), frozenset(roles))


def _without_titles(run: list[Token]) -> list[Token]:
    """Return a name without what stands before it: Ukrainian President Anna Reed."""
    for place in range(len(run) - 2, -1, -1):
        rest = run[place + 1 :]
        if run[place].plain.rstrip(".") in TITLES and not _names_body(rest):
            return rest if not all(one.plain in TITLES for one in rest) else run
    return run


def _is_genitive_of(tokens: tuple[Token, ...], letters: str, head: int) -> bool:
    return tokens[head - 1].plain.endswith(("’s", "'s"))


def _names_body(run: list[Token]) -> bool:
    return any(token.plain.rstrip(".") in ORG_WORDS for token in run)


def _is_acronym(run: list[Token]) -> bool:
    return (
        len(run) == 1 and len(run[0].word) <= 8 and run[0].word.isupper() and len(run[0].word) > 1
    )


def _body(tokens: tuple[Token, ...], letters: str, begin: int, head: int, given: str) -> Speaker:
    plain = {token.plain for token in tokens}
    outlet = bool(plain & OUTLET_WORDS) or bool(plain & OUTLETS)
    name = _LEADING.sub("", given)
    if begin > 0 and "H" in letters[:begin] and outlet:
        # "The newspaper Red Dawn" is called Red Dawn.
        name = " ".join(token.word for token in tokens[begin:])
    return Speaker(name, "outlet" if outlet else "body", given, roles=frozenset(plain))


def _described(tokens: tuple[Token, ...], letters: str, head: int, given: str) -> Speaker | None:
    while head > 1 and letters[head - 1] == "a" and _is_participle(tokens[head - 1].plain):
        head -= 1  # a study published
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
        return Speaker(given, "document", given, plural, roles=roles)
    if plain in OUTLETS:
        return Speaker(
            given, "outlet", given, plain in ("media", "newspapers", "outlets"), roles=roles
        )
    if plain in BODIES and plain not in PERSONS:
        return Speaker(given, "body", given, plain in ("police", "rebels"), roles=roles)
    if letters[head - 1] in "HD" or plain in PERSONS:
        anonymous = _affiliation(tokens, letters, head) if plain in ANONYMOUS else ""
        return Speaker(given, "role", given, plural, _gender(set(roles)), roles, anonymous)
    if (
        letters[head - 1] == "a"
        and (letters[0] == "D" or plural)
        and not word.plain.endswith("ing")
    ):
        return Speaker(given, "other", given, plural, "", roles)
    return None


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in ("seen", "shown", "held", "given", "made", "written")


def _affiliation(tokens: tuple[Token, ...], letters: str, head: int) -> str:
    """Return to whom an unnamed official belongs: of the ministry, or a US official."""
    if letters[head:]:
        return " ".join(token.word for token in tokens[head + 1 :])
    return " ".join(token.word for token in tokens[:head] if token.letter == "N")


def _gender(words: set[str]) -> str:
    if words & _MALE:
        return "m"
    return "f" if words & _FEMALE else ""
