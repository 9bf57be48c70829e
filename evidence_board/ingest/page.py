"""The top and the end of a text as lines, and what shape these have."""

import re
from dataclasses import dataclass
from itertools import pairwise

from evidence_board.ingest.furniture import is_furniture

_TOP, _END = 20_000, 6_000
_LINES, _WIDEST = 60, 1_000
_LETTERHEAD = re.compile(
    r"(?:THE )?(?:[A-Z’'-]+ ){0,4}(?:MINISTRY|DEPARTMENT|OFFICE|GOVERNMENT|EMBASSY|DIRECTORATE"
    r"|BUREAU|COMMISSION|COUNCIL|AUTHORITY|SECRETARIAT|AGENCY|STATE HOUSE)(?: (?:OF|FOR|ON)\b.*)?"
    r"|(?:FOR )?(?:IMMEDIATE|PRESS|MEDIA|NEWS)(?: AND MEDIA)? (?:RELEASE|STATEMENT|NOTE)S?"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


@dataclass(frozen=True)
class Page:
    """The lines of a text that may say what it is, trimmed and without empty ones.

    `prose` is the index in `top` of the first paragraph of the article, or the number of lines
    where there is none. `body` are the words from there on, in lower case. `apart` are those of
    the top lines that a blank line follows.
    """

    top: tuple[str, ...]
    end: tuple[str, ...]
    prose: int
    body: str
    apart: frozenset[str]


def page_of(text: str) -> Page:
    """Return the parts of a text that are looked at; its length does not matter."""
    top = _lines(text[:_TOP])[:_LINES]
    end = _lines(text[-_END:])[-20:]
    prose = next((number for number, line in enumerate(top) if is_prose(line)), len(top))
    return Page(top, end, prose, "\n".join(top[prose:]).casefold(), _apart(text[:_TOP]))


def is_prose(line: str) -> bool:
    """Whether a line is a paragraph: long, or a sentence of some length."""
    if is_furniture(line):
        return False
    words = len(line.split())
    return words > 40 or (words >= 9 and bool(_SENTENCE_END.search(line)))


def is_headline(line: str) -> bool:
    """Whether a line is shaped like a headline: some words that end without a full stop."""
    if not 3 <= len(line.split()) <= 40 or len(line) > 250 or is_furniture(line):
        return False
    if _LETTERHEAD.fullmatch(line):
        return False
    return line[0].isupper() or not line[0].isalpha()


def shared_words(line: str, body: str) -> int:
    """Return how many words of a line the body of the article takes up again, by their stems."""
    stems = {word[:6] for word in re.findall(r"[^\W\d_]{4,}", line.casefold())}
    return sum(stem in body for stem in stems)


def _apart(text: str) -> frozenset[str]:
    lines = text.splitlines()
    return frozenset(one.strip() for one, after in pairwise(lines) if not after.strip())


def _lines(text: str) -> tuple[str, ...]:
    lines = (line.replace("\xa0", " ").replace("\u200b", "").strip() for line in text.splitlines())
    return tuple(line[:_WIDEST] for line in lines if line)
