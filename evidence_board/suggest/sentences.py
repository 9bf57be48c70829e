"""The paragraphs and sentences of a text, with their places."""

import re
from collections.abc import Iterator
from itertools import pairwise

import nupunkt

from evidence_board.ingest.furniture import is_furniture

Place = tuple[int, int]

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE = re.compile(r"[^\n\r]+")
_WIDEST, _NARROWEST = 120, 40
_LONGEST = 2_000
_MISSED = re.compile(r"(?<=[^\W\d_A-Z]{2})[.!?][”\"’)]{0,2}\s+(?=[“\"‘(]?[A-Z])")
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]{2,}[^.!?“”\n]{0,70}?|[A-Z][\w .,’'/-]{2,60}?(?:\([A-Z][\w .&]{1,30}\)"
    r"|\d{4}|\d{1,2}"
    r" [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2}))\s*(?:\s[-–—]{1,2}\s|\s?—\s?)"
)
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon|Sen|Rep|Gov|St|Jr|Sr|vs|Inc"
    r"|Ltd|Corp|Bros|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Messrs|Mt|Ft|Supt"
    r"|Insp|Det|Pte|Cpl|Brig|Rs|Shri|Smt|Hon|Engr|Atty|Pres|Fig|al|etc)\.?$"
)


def paragraphs(text: str) -> tuple[Place, ...]:
    """Return the paragraphs: parts between blank lines, or lines where these are not wrapped.

    Lines that a page puts around an article are left out.
    """
    return tuple(place for block in _blocks(text) for place in _parts(text, *block))


def sentences(text: str, parts: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the sentences of these paragraphs, without white space around them."""
    return tuple(place for part in parts for place in _sentences(text, *part))


def _blocks(text: str) -> Iterator[Place]:
    start = 0
    for blank in _BLANK.finditer(text):
        if blank.start() > start:
            yield start, blank.start()
        start = blank.end()
    if start < len(text):
        yield start, len(text)


def _parts(text: str, start: int, end: int) -> Iterator[Place]:
    lines = [_stripped(text, *found.span()) for found in _LINE.finditer(text, start, end)]
    lines = [line for line in lines if line[0] < line[1]]
    if _is_wrapped(text, lines):
        lines = [(lines[0][0], lines[-1][1])]
    for one in lines:
        if not is_furniture(text[one[0] : min(one[1], one[0] + 300)]):
            yield one


def _is_wrapped(text: str, lines: list[Place]) -> bool:
    """Whether lines end where the paper did: of like width, and some go on in lower case."""
    if len(lines) < 2:
        return False
    widths = [end - start for start, end in lines]
    widest = max(widths)
    if not _NARROWEST <= widest <= _WIDEST or min(widths[:-1]) < 0.6 * widest:
        return False
    within = sum(
        text[after[0]].islower() and text[one[1] - 1] not in ".!?:"
        for one, after in pairwise(lines)
    )
    return within * 4 >= len(lines) - 1


def _sentences(text: str, start: int, end: int) -> Iterator[Place]:
    if dateline := _DATELINE.match(text, start, end):
        yield from _trimmed(text, start, dateline.end())
        start = dateline.end()
    for from_, to in _pieces(text, start, end):
        words = text[from_:to]
        for first, last in nupunkt.sent_spans(words):
            yield from _split_again(text, from_ + first, from_ + last)


def _pieces(text: str, start: int, end: int) -> Iterator[Place]:
    """Yield a paragraph in parts of bounded length, so that no line can take long."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = start + _LONGEST if cut <= start else cut
        yield start, cut
        start = cut
    yield start, end


def _split_again(text: str, start: int, end: int) -> Iterator[Place]:
    """Part at ends that are plain: a word in lower case, a full stop, a capital."""
    for found in _MISSED.finditer(text, start, end):
        if not _ABBREVIATED.search(text, max(start, found.start() - 8), found.start()):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Place]:
    start, end = _stripped(text, start, end)
    if start < end:
        yield start, end


def _stripped(text: str, start: int, end: int) -> Place:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
