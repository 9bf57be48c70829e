"""What stands beside the name of a speaker: roles between commas, and of what sort it makes it."""

import re
from itertools import takewhile

from evidence_board.suggest.people_words import BODIES, DOCUMENTS, OUTLETS, PERSONS, TITLES
from evidence_board.suggest.speakers import Sort
from evidence_board.suggest.subjects import Subject
from evidence_board.suggest.tokens import Words

_ROLES = PERSONS | TITLES | BODIES | OUTLETS | DOCUMENTS


def roles_beside(words: Words, subject: Subject) -> frozenset[str]:
    """Return what is told of a speaker before or after a comma: the minister, Anna Reed."""
    near: list[str] = []
    if words.letters[subject.first - 1 : subject.first] == ",":
        near += [token.plain for token in words.tokens[max(0, subject.first - 12) : subject.first]]
    if words.letters[subject.last : subject.last + 1] == ",":
        told = words.tokens[subject.last + 1 : subject.last + 13]
        near += [token.plain for token in takewhile(lambda one: one.letter != "o", told)]
    return frozenset(word for word in near if word in _ROLES)


def sort_told(words: Words, subject: Subject) -> Sort:
    """Return of what sort a name is by what is told of it: Open Harbours, a website run by."""
    told = re.match(r",D[aN]{0,3}H", words.letters[subject.last :])
    if told is None:
        return "person"
    noun = words.tokens[subject.last + told.end() - 1].plain
    if noun in PERSONS:
        return "person"
    return "outlet" if noun in OUTLETS else "body" if noun in BODIES else "person"


def has_own_subject(words: Words, subject: Subject) -> bool:
    """Whether a participle has a subject of its own: with its leader, Ola Berg, alleging."""
    for place in range(subject.first - 1, max(-1, subject.first - 14), -1):
        if words.tokens[place].plain == "with":
            return True
        if words.letters[place] in "bmxv;“”":
            return False
    return False
