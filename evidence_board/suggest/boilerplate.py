"""Words that texts share without one leaning on the other: stock phrases, names, titles."""

import re
from collections.abc import Iterator

from evidence_board.ingest.furniture import is_furniture
from evidence_board.suggest.calendar_words import COUNTS, MONTHS
from evidence_board.suggest.cue_verbs import SAYING
from evidence_board.suggest.people_words import BODIES, DOCUMENTS, OUTLETS, PERSONS, TITLES
from evidence_board.suggest.places_names import COUNTRIES
from evidence_board.suggest.word_sets import word_set

_LINE = re.compile(r"[^\n\r]+")
_STOCK: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("comment", "request", "inquir", "enquir", "calls", "messages", "emails"),
        r"(?:did|does|do|has|have|had|was|were|is|are|could|would)(?: not"
        r"|n['’]t) (?:yet )?(?:been )?"
        r"(?:be )?(?:immediately )?(?:return|respond|reply|replied|reach|available)[^.!?\n]{0,80}?"
        r"(?:comments?|calls?|e-?mails?|messages?|requests?|inquiries|enquiries)"
        r"(?: (?:for|seeking|requesting|from) (?:a |further )?(?:comment|response)s?)?",
    ),
    (
        ("anonymity",),
        r"(?:spoke|speaking|talked|said"
        r"|told) [^.!?\n]{0,60}?on (?:the )?(?:condition of )?anonymity"
        r"(?:[^.!?\n]{0,20}?(?:because|as|since|due)[^.!?\n]{0,120})?",
    ),
    (
        ("authori", "permitted", "allowed"),
        r"(?:was|were|is|are) not (?:authori[sz]ed|permitted|allowed) to (?:speak|talk|discuss"
        r"|brief"
        r"|comment)[^.!?\n,]{0,60}",
    ),
    (
        ("be named", "be identified"),
        r"who (?:asked|declined|did not want|wished|requested) (?:not )?to be (?:named|identified)"
        r"[^.!?\n,]{0,80}",
    ),
    (
        ("verif", "reached", "confirm"),
        r"(?:could not|cannot|couldn['’]t) (?:be )?(?:immediately |independently )*(?:be )?"
        r"(?:verif(?:y|ied)|reached|confirm(?:ed)?)[^.!?\n]{0,40}",
    ),
    (("expressed",), r"the (?:views?|opinions?) expressed[^.!?\n]{0,200}"),
    (
        ("published", "appeared", "updated", "corrected", "edited", "generated", "syndicated"),
        r"(?:this|the) (?:article|story|report|post|piece|content|copy) (?:was|is|has been|first"
        r"|originally)[^.!?\n]{0,30}(?:published|appeared|republished|updated|corrected|edited"
        r"|produced"
        r"|generated|syndicated)[^.!?\n]{0,160}",
    ),
    (("republished from",), r"(?:is )?republished from[^.!?\n]{0,160}"),
    (
        ("sign up", "subscribe", "follow us", "click here", "tap here", "download"),
        r"(?:sign up (?:for|to)|subscribe to|follow us on|click here|tap here|download (?:the|our))"
        r"[^.!?\n]{0,160}",
    ),
    (
        ("reporting by", "writing by", "editing by"),
        r"(?:reporting|writing|editing|additional reporting) by[^\n]{0,160}",
    ),
    (
        ("rights reserved", "copyright", "©"),
        r"(?:all rights reserved|copyright|©)[^\n]{0,160}",
    ),
    (
        ("no part of", "may not be"),
        r"(?:no part of this|may not be (?:published|reproduced|broadcast))[^\n]{0,160}",
    ),
    (("information", "details"), r"for (?:more|further) (?:information|details)[^.!?\n]{0,120}"),
    (
        ("if you",),
        r"if you (?:have been affected|or someone you know|value|enjoyed)[^.!?\n]{0,160}",
    ),
    (("at the time of",), r"at the time of (?:writing|publication|publishing|going to press)"),
)
"""Phrases of every newsroom, and what pages say of themselves: words to look for, a pattern."""

_PATTERNS = tuple((signs, re.compile(pattern, re.IGNORECASE)) for signs, pattern in _STOCK)
_NEAR = 250

_FUNCTION = word_set(
    "a an the and or but nor so yet if of to in on at by for from with as is are was were",
    "be been being am has have had do does did will would shall should can could may",
    "might must not no it its he she they we you i his her their our my your this that",
    "these those there who whom whose which what when where while than then into onto",
    "over under between among during after before since until about against through per",
    "via s t st nd rd th mr mrs ms dr all any both each more most other some such only",
    "also just up down out off again very one new north south east west based",
)
_EXTRA = word_set(
    "statement interview report reported told conference press news agency foreign",
    "affairs studies strategic international national security general state former",
    "deputy acting senior late",
)
EMPTY = (
    _FUNCTION
    | _EXTRA
    | SAYING
    | PERSONS
    | BODIES
    | OUTLETS
    | DOCUMENTS
    | TITLES
    | COUNTRIES
    | frozenset(COUNTS)
    | frozenset(MONTHS)
    | word_set(
        "january february march april june july august september october november december",
        "monday tuesday wednesday thursday friday saturday sunday mid early",
    )
)
"""Words that by themselves show no copying."""

LEAST_CONTENT = 3
"""How many other words, not names, a passage must have."""


def stock_places(text: str) -> list[tuple[int, int]]:
    """Return where stock phrases and lines of page furniture stand, in order."""
    places = list(_phrases(text))
    for line in _LINE.finditer(text):
        if line.end() - line.start() <= 250 and is_furniture(line[0]):
            places.append(line.span())
    return sorted(places)


def _phrases(text: str) -> Iterator[tuple[int, int]]:
    lower = text.lower()
    if len(lower) != len(text):
        lower = text  # a letter that has two in lower case would move all that follow
    for signs, pattern in _PATTERNS:
        for word in signs:
            place = lower.find(word)
            while place >= 0:
                around = pattern.finditer(text, max(0, place - _NEAR), place + _NEAR)
                yield from (found.span() for found in around)
                place = lower.find(word, place + _NEAR)
