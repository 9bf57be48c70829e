"""Turns of a transcript: lines that begin with the name of who speaks and a colon."""

import re
from collections import Counter

from evidence_board.suggest.contents import Content
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.speakers import Speaker
from evidence_board.suggest.suggestion import span_of, trimmed
from evidence_board.suggest.word_sets import word_set

_TURN = re.compile(
    r"(?P<name>(?:[A-Z][A-Z.’'-]{0,30}\s){0,4}[A-Z][A-Z.’'-]{0,30}\s?"
    r"|(?:[A-Z][\w.’'-]{0,30}\s){0,3}[A-Z][\w.’'-]{0,30}\s?)(?:,\s[A-Z][^:\n]{1,60}?|\s\([^)\n]{1,40}\))?:(?=\s+\S)"
)
_LEAST = 3
_NO_NAMES = word_set(
    "note source update correction photo read more tags share also watch date transcript"
)


def turns(reading: Reading) -> list[Said]:
    """Return the turns of a text; none unless several lines have that form, one name twice."""
    found = [
        (turn, place)
        for place in reading.paragraphs
        if (turn := _TURN.match(reading.text, *place))
        and turn["name"].split()[0].casefold() not in _NO_NAMES
    ]
    names = Counter(turn["name"].strip().casefold() for turn, _ in found)
    if len(found) < _LEAST or len(names) < 2 or max(names.values()) < 2:
        return []
    return [_said(reading, turn, place[1]) for turn, place in found]


def _said(reading: Reading, turn: re.Match[str], end: int) -> Said:
    name = turn["name"].strip()
    cue = span_of(reading.text, turn.start("name"), turn.start("name") + len(name))
    content = Content(trimmed(reading.text, turn.end(), end), quoted=True)
    return Said(Speaker(name, "person", name), cue, content, None)
