"""Outlets to which something was said: they pass it on, unless it is the carrier itself."""

import re
from dataclasses import replace

from evidence_board.ingest.names import is_agency
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.saying import Verb
from evidence_board.suggest.speakers import speaker_of
from evidence_board.suggest.subjects import Subject
from evidence_board.suggest.word_sets import word_set

_TOLD_TO = word_set("told tells telling informed")
_INTERVIEW = re.compile(r"\s+in (?:an|a recent) interview (?:with|to|published by) ")


def told_to(verb: Verb, subject: Subject) -> str:
    """Return the outlet to which it was said, which passes it on: told the Eastland Times."""
    text, words = verb.reading.text, verb.words
    first = verb.cue + 1
    if interview := _INTERVIEW.match(text, verb.span.end, verb.sentence[1]):
        first = next(
            (n for n, one in enumerate(words.tokens) if one.start >= interview.end()),
            len(words.tokens),
        )
    elif verb.plain not in _TOLD_TO:
        return ""
    if subject.inverted and first < subject.last:
        return ""
    found = re.match(r"D?[aNH]{0,2}N{1,4}", words.letters[first:])
    if found is None:
        return ""
    to = speaker_of(text, words, first, first + found.end())
    return to.name if to is not None and to.sort == "outlet" else ""


_REPORTED_SO = re.compile(
    r"(?:(?:That|This) (?:is what )?(?:reports?|was reported by|is reported by|is according to)"
    r"|Thus reports) (?P<name>(?:the )?[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,4}?)\.?"
)


def reported_so(reading: Reading, found: list[Said]) -> list[Said]:
    """Return the speeches with who reports them all in a sentence after them: That reports Reuters.

    Such a sentence stands for the paragraph that it ends.
    """
    for start, end in reading.sentences:
        if told := _REPORTED_SO.fullmatch(reading.text, start, end):
            first, _ = reading.paragraph_at(start)
            found = [
                replace(one, through=(told["name"].removeprefix("the ").rstrip("."), *one.through))
                if first <= one.cue.start < start
                else one
                for one in found
            ]
    return found


def passed_on(found: list[Said]) -> list[Said]:
    """Return the speeches with the outlets that they came through.

    An outlet that the text names as one who reports, or an agency, is another than the carrier.
    """
    reporting = {one.speaker.name for one in found if one.speaker.sort == "outlet"}
    return [
        replace(one, through=(*one.through, one.told_to))
        if one.told_to and (one.told_to in reporting or is_agency(one.told_to))
        else one
        for one in found
    ]
