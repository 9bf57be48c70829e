"""Who is who in a text: what a speaker is called, and whom short forms and pronouns stand for."""

import re
from dataclasses import dataclass, field

from evidence_board.suggest.people_words import (
    ORG_WORDS,
    TITLES,
)
from evidence_board.suggest.places_names import COUNTRIES
from evidence_board.suggest.speakers import Speaker
from evidence_board.suggest.word_sets import word_set

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
_BODY = re.compile(
    r"(?<![\w’'&.-])(?:[A-Z][\w’'&.-]* (?:(?:of|for|and|on|the) (?:the )?)?){1,6}[A-Z][\w’&-]*"
)


@dataclass
class Cast:
    """The speakers of a text so far, and the full names that it gives."""

    full_names: dict[str, str] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    speakers: list[Speaker] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    firms: tuple[tuple[int, str], ...] = ()

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
            and len(speaker.given.split()) <= 4
        ):
            return self._known(speaker, place)
        return speaker

    def note(self, speaker: Speaker) -> None:
        """Remember who has spoken."""
        self.speakers.append(speaker)

    def _pronoun(self, speaker: Speaker) -> Speaker:
        word = speaker.given.casefold()
        near = self.speakers[: -_REACH - 1 : -1]
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
        same = {last, last.rstrip("s"), *_ALSO_CALLED.get(last, ())}
        fitting = [
            earlier
            for earlier in reversed(self.speakers[-30:])
            if _like(speaker, earlier)
            and earlier.roles & same
            and earlier.given.casefold() != speaker.given.casefold()
        ]
        namesakes = [one for one in fitting if any(map(str.isupper, one.name))]
        if namesakes:
            return _renamed(namesakes[0], namesakes[0].name, speaker.given)
        common = speaker.given.split()[-1].islower()
        if speaker.sort in ("body", "outlet") and common and last in _ANY_BODY:
            for earlier in reversed(self.speakers[-6:]):
                outlet = earlier.sort == "outlet" and last in _MAY_PUBLISH
                speaks = earlier.sort == "body" or outlet or _is_author(earlier)
                public = last in _FIRM | _PRIVATE and _is_public(earlier)
                named = earlier.name[0].isupper() and not earlier.name.startswith(("A ", "An "))
                if speaks and named and not (public or _is_country(earlier)):
                    return _renamed(earlier, earlier.name, speaker.given)
        if common and last in _PAPERS:
            published = (one for one in reversed(self.speakers[-6:]) if one.sort == "outlet")
            if (paper := next(published, None)) is not None and paper.name[0].isupper():
                return _renamed(paper, paper.name, speaker.given)
        firm = [name for start, name in self.firms if start < place][-1:]
        if common and last in _FIRM and firm:
            return _renamed(speaker, firm[0], speaker.given)
        if fitting:
            return _renamed(fitting[0], fitting[0].name, speaker.given)
        if speaker.sort in ("body", "outlet", "role") and speaker.given.islower():
            before = [name for start, name in self.bodies.get(last, ()) if start < place]
            if before and len(speaker.given.split()) == 2:
                return _renamed(speaker, before[-1], speaker.given)
        return speaker


def _like(speaker: Speaker, earlier: Speaker) -> bool:
    """Whether words for a person, or for a body, may stand for an earlier speaker."""
    people = ("person", "role")
    return (speaker.sort in people) == (earlier.sort in people)


def _is_country(speaker: Speaker) -> bool:
    """Whether a name stands for a government, or for several: they are no company or team."""
    *before, last = speaker.name.casefold().split()
    return speaker.plural or (last in COUNTRIES and all(word in _OF_COUNTRIES for word in before))


def _is_public(speaker: Speaker) -> bool:
    """Whether a name is that of an office of the state, which is no company."""
    return not _PUBLIC.isdisjoint(speaker.name.casefold().split())


_PRIVATE = word_set(
    "organisation organization charity association union society foundation club party ngo"
)
"""Bodies that no office of the state is called."""

_PUBLIC = word_set(
    "commission ministry department council court police army navy authority government parliament",
    "committee senate congress house parliament treasury cabinet embassy office bureau",
)


def _is_author(earlier: Speaker) -> bool:
    """Whether a document is known by the body that wrote it."""
    return earlier.sort == "document" and earlier.name != earlier.given


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
        r"(?<![\w’'-])[A-Z][\w’'-]+(?: (?:[A-Z][\w’'.-]*|van|de|bin|al|von|der)){1,3}", text
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
    cast.firms = _firms(text, cast.full_names)
    for found in _BODY.finditer(text):
        for word in re.findall(r"[\w-]+", found[0].casefold()):
            if word in ORG_WORDS:
                cast.bodies.setdefault(word, []).append((found.start(), found[0]))
    for found in _ACRONYM.finditer(text):
        name = _spelt_out(text[max(0, found.start() - 90) : found.start()].rstrip(' ”"’'), found[1])
        if name:
            cast.acronyms.setdefault(found[1], name)
    return cast


_ANY_BODY = word_set(
    "company group firm agency team panel watchdog regulator body organisation organization",
    "think-tank tank ngo giant",
)
"""Nouns for bodies that may be called otherwise: the watchdog, of the Care Quality Commission."""

_ALSO_CALLED = {
    "judge": ("justice", "magistrate"),
    "lawyer": ("attorney", "counsel", "advocate", "solicitor", "barrister"),
    "attorney": ("lawyer", "counsel"),
    "spokesperson": ("spokesman", "spokeswoman"),
    "senator": ("sen",),
    "governor": ("gov",),
    "general": ("gen",),
    "professor": ("prof",),
    "doctor": ("dr",),
    "ps": ("secretary",),
    "lawmaker": ("senator", "mp", "representative", "congressman", "congresswoman", "sen", "rep"),
    "legislator": ("senator", "mp", "representative", "sen", "rep"),
    "premier": ("minister",),
    "boss": ("chief", "ceo", "director", "chairman"),
    "ceo": ("executive",),
    "councillor": ("cr", "cllr"),
    "officer": ("sgt", "sergeant", "constable", "inspector", "superintendent"),
    "priest": ("fr", "father"),
    "academic": ("professor", "prof", "dr", "lecturer"),
    "scientist": ("researcher", "geologist", "biologist", "physicist", "chemist", "dr"),
    "researcher": ("scientist", "dr", "professor"),
}
"""Other words for what somebody is."""

_OF_COUNTRIES = word_set("the united north south east west new saudi sri el")

_REACH = 6
"""How many speeches back a pronoun may lead."""

_MAY_PUBLISH = word_set("company group agency broadcaster firm giant")

_NOT_FIRST = word_set(
    "the a an in on at but and for from with after before if when while as he she it they",
    "this that president minister monday tuesday wednesday thursday friday saturday",
    "sunday january february march april may june july august september october november",
    "december new north south east west united street road lane crown high",
)


def _firms(text: str, full_names: dict[str, str]) -> tuple[tuple[int, str], ...]:
    """Return names of companies and where they stand: with Ltd, or always written out.

    The latter only where the text tells of shares or results; people are called by their last name.
    """
    firms = [(found.start(), found["name"]) for found in _LIMITED.finditer(text)]
    top = text[:_TOP]
    if _OF_A_FIRM.search(top):
        plain = top.casefold()
        firms += [
            (plain.find(name.casefold()), name)
            for last, name in full_names.items()
            if name.casefold().split()[0] not in TITLES
            and plain.count(name.casefold()) == plain.count(last) >= 2
        ]
    return tuple(sorted(firms))


_OF_A_FIRM = re.compile(
    r"\b(?:shares?|shareholders?|profits?|revenues?|earnings|dividend|turnover)\b"
)
_LIMITED = re.compile(
    r"(?<![\w’'-])(?P<name>(?:[A-Z][\w&’'-]*\s){1,5}?(?:Ltd|Limited|Inc|plc|PLC|Corp|LLC|Bhd|Pty|AG|GmbH))\b"
)
_PAPERS = word_set("paper newspaper daily tabloid broadsheet weekly magazine website site channel")
"""Nouns for outlets that were named: the paper, of the daily that spoke before."""
_FIRM = word_set("company group firm carmaker retailer lender airline maker operator manufacturer")
_TOP = 20_000


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
