"""Whom a verb of saying belongs to: the words before it, or after it where it is inverted."""

import re
from dataclasses import dataclass, replace

from evidence_board.suggest.people_words import TITLES
from evidence_board.suggest.tokens import Token, Words
from evidence_board.suggest.word_sets import word_set

_NP = r"(?:D?[aNHRn]{1,9}(?:&D?[aNHRn]{1,6})?)"
_NP_IN_TIME = r"(?:D?[aNHRnt]{0,8}[aNHRn](?:&D?[aNHRn]{1,6})?)"
_BEFORE = re.compile(rf"(?:P|w|{_NP}(?:o{_NP_IN_TIME}){{0,3}}|D)$")
_AFTER = re.compile(rf"(?:P|{_NP}(?:o{_NP})*)")
_SKIPPED = re.compile(r"(?:[rx]|o?t|Dtj)*$")
_SHOWN = re.compile(
    r"(?:[^,v“”]{1,14},|[aoN]{1,4}:)?(?P<noun>D?[aNH]{0,4}[RH])(?P<told>[av][^,v“”bxm]{1,40})$"
)
_LAST_NOUN = re.compile(r"D?[aNHRn]{0,6}[NH]$")
_FAR = 40
_LONE = word_set("another others one some many several both most two three")
_ASIDES = word_set("however meanwhile too though meantime therefore then")
_JOINING = word_set("of for at from with")
_NAMING = word_set("of for")
_ENDS = ".,;:–”“(!?)tjwo&r"


@dataclass(frozen=True)
class Subject:
    """The tokens from `first` up to `last`, excluded, of those who speak.

    `lead` is where a role before the name begins, which does not belong to the name.
    """

    first: int
    last: int
    inverted: bool = False
    lead: int = -1

    @property
    def begins(self) -> int:
        """The first of the words that tell who it is: the coach, Jo Smith."""
        return self.first if self.lead < 0 else self.lead


def subject_before(words: Words, cue: int) -> Subject | None:
    """Return the subject of the verb at `cue` where it stands before it."""
    end = cue - len(_skipped(words, cue))
    if shown := shown_before(words, end) or _quoted_name(words, end):
        return shown
    if end > 1 and words.letters[end - 1] == "]":
        end -= 1  # [the think tank] added
    if end > 0 and words.letters[end - 1] == "m" and words.tokens[end].plain == "only":
        end -= 1  # would only say
    if end <= 0 or words.letters[end - 1] in "bm":
        return None
    if words.letters[end - 1] in ",)–":
        found = _with_apposition(words, end - 1)
        return found and _led(words, found)
    found = _ending_at(words, end)
    if found is None:
        return None
    if words.letters[found.first] == "w" and found.last - found.first == 1:
        # ", who said": whom the clause is about
        stop = found.first - (1 if words.letters[found.first - 1 : found.first] == "," else 0)
        before = _antecedent(words, stop)
        return _led(words, before) if before else found
    return _before_clause(words, found)


def _antecedent(words: Words, stop: int) -> Subject | None:
    """Return whom "who" is about: a bidder, in a petition by a bidder who."""
    found = _ending_at(words, stop)
    if found is None:
        return None
    head, _, _ = words.letters[found.first : found.last].partition("o")
    last = _LAST_NOUN.search(words.letters, found.first, stop)
    if head[-1:] in "HN" or last is None:
        return found
    return Subject(last.start(), stop)


def shown_before(words: Words, end: int) -> Subject | None:
    """Return the noun before words that tell of it: footage posted online and checked by us."""
    found = _SHOWN.match(words.letters[:end])
    if found is None:
        return None
    told = words.tokens[found.start("told")].plain
    if not (told.endswith("ed") or told in _TOLD_OF):
        return None
    return Subject(found.start("noun"), found.end("noun"))


def _quoted_name(words: Words, end: int) -> Subject | None:
    """Return the name in quotation marks of a body: the think tank “Open Harbours” from Karsk."""
    start = max(0, end - _FAR)
    found = _NAME_IN_MARKS.search(words.letters[start:end])
    return Subject(start + found.start("name"), start + found.end("name")) if found else None


_NAME_IN_MARKS = re.compile(r"[aNH]H“(?P<name>N[NDo&]{0,9})”(?:oD?[aNH]{1,4})?(?:\(N{1,3}\))?,?$")
_WRITTEN = word_set(
    "submitted written produced prepared published issued released drafted authored tabled",
    "compiled filed carried conducted led",
)
_TELLING_MORE = word_set("which whose citing quoting through via alongside flanked")
_TOLD_OF = word_set("seen shown shot taken made sent given held written obtained shared")


def _skipped(words: Words, cue: int) -> str:
    found = _SKIPPED.search(words.letters, max(0, cue - 8), cue)
    return found[0] if found else ""


def _ending_at(words: Words, end: int) -> Subject | None:
    start = max(0, end - _FAR)
    found = _BEFORE.search(words.letters[start:end])
    if found is None:
        return None
    subject = Subject(start + found.start(), end)
    tokens = words.tokens[subject.first : end]
    if found[0] == "D":
        return subject if tokens[0].plain in _LONE else None
    return subject


def _before_clause(words: Words, found: Subject) -> Subject:
    """Return the noun before "who" where the words found only end its clause."""
    start = max(0, found.last - 18)
    clause = words.letters[start : found.first]
    place = clause.rfind("w")
    if place < 0 or any(mark in clause[place:] for mark in ",;:“”v"):
        return found
    stop = start + place
    return _ending_at(words, stop) or found


def _with_apposition(words: Words, close: int) -> Subject | None:
    """Return the subject before a comma: "Ola Berg, a farmer in Karsk, said".

    Where what stands between the commas is a name itself and what stands before them is not, the
    name is the subject: "the coach, Jo Smith, said".
    """
    mark = "(" if words.letters[close] == ")" else words.letters[close]
    place = close
    for _ in range(3):
        place = words.letters.rfind(mark, max(0, close - _FAR), place)
        if place <= 0:
            return None
        between = words.letters[place + 1 : close]
        before = _ending_at(words, place - len(_skipped(words, place)))
        if before is None or not between or any(one in between for one in "“”;"):
            continue
        if not _letters(words, before).strip("n"):
            continue  # an age between commas
        if close == place + 2 and words.tokens[place + 1].plain in _ASIDES:
            return before
        short = mark == "(" and close - place <= 6 and not set(between) & set("bxmvP")
        if not short and not _is_apposition(words, place + 1, close):
            continue
        whole = _named_before(words, before)
        if whole is not None:
            return whole
        if re.fullmatch(r"D?N{1,6}", between) and _is_role(words, before):
            return Subject(place + 1, close)
        return before
    return None


def _named_before(words: Words, role: Subject) -> Subject | None:
    """Return the name that a role after a comma tells of: Tusla, the child and family agency."""
    if role.first < 2 or words.letters[role.first - 1] != ",":
        return None
    if "N" in words.letters[role.first : role.last]:
        return None
    named = _ending_at(words, role.first - 1)
    return named if named and re.fullmatch(r"D?N{1,6}", _letters(words, named)) else None


def _letters(words: Words, subject: Subject) -> str:
    return words.letters[subject.first : subject.last]


def _led(words: Words, subject: Subject) -> Subject:
    """Return a name with the role before it: its chief executive, Ola Berg."""
    if words.letters[subject.first - 1 : subject.first] != ",":
        return subject
    role = _ending_at(words, subject.first - 1)
    if role is None or not _is_role(words, role) or words.letters[role.first] not in "DHNaR":
        return subject
    return replace(subject, lead=role.first)


def _is_role(words: Words, subject: Subject) -> bool:
    """Whether words tell what somebody is, not who: the coach, the Minister of Health."""
    tokens = words.tokens[subject.first : subject.last]
    parts = (part for one in tokens for part in one.plain.split("-"))
    return tokens[-1].letter != "N" or not TITLES.isdisjoint(parts)


def _is_apposition(words: Words, first: int, last: int) -> bool:
    start = words.letters[first]
    if words.tokens[first].plain.endswith(("ing", "ed")) and last - first <= 7:
        return True
    if start in "DnwHNRor" or words.tokens[first].plain in _TELLING_MORE:
        return True
    return start == "a" and ("H" in words.letters[first:last] or "o" in words.letters[first:last])


def subject_after(words: Words, place: int, *, quoted: bool) -> Subject | None:
    """Return the subject that begins at `place`, after its verb: said Anna Reed, the mayor.

    Without a quotation before the verb, what follows must not go on as a sentence.
    """
    found = _AFTER.match(words.letters, place)
    if found is None:
        lone = words.letters[place : place + 1] == "D" and words.tokens[place].plain in _LONE
        ends = words.letters[place + 1 : place + 2] in ("", ".", ",", ";")
        return Subject(place, place + 1, inverted=True) if lone and ends and quoted else None
    end = _end_of_subject(words, place, found.end())
    following = words.letters[end : end + 1]
    if not quoted and following and following not in ".,;”!?":
        return None
    if quoted and following and following not in _ENDS:
        return None
    subject = Subject(place, end, inverted=True)
    if following == "," and words.letters[end - 1] in "HR":
        name = re.match(r"N{1,5}(?=[,.;”]|$)", words.letters[end + 1 :])
        if name:
            return Subject(end + 1, end + 1 + name.end(), inverted=True)
    return subject


def _end_of_subject(words: Words, start: int, end: int) -> int:
    """Return where the subject ends: not every preposition goes on with it."""
    for place in range(start, end):
        if words.letters[place] != "o":
            continue
        joins = words.tokens[place].plain in _JOINING
        joins = joins or (words.tokens[place].plain == "by" and _is_written(words, place))
        of_name = words.letters[place - 1] == "N" and words.tokens[place].plain not in _NAMING
        if not joins or (of_name and words.tokens[place].plain != "at"):
            return place
    return end


def _is_written(words: Words, by: int) -> bool:
    """Whether "by" tells who wrote a document: a report by, a report submitted by."""
    if words.letters[by - 1] == "R":
        return True
    return by > 1 and words.tokens[by - 1].plain in _WRITTEN and words.letters[by - 2] == "R"


def text_of(text: str, tokens: tuple[Token, ...]) -> str:
    """Return the words from the first to the last of these tokens, on one line."""
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""
