"""Words in quotation marks: where each quotation begins and ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

OPENING, CLOSING = "“„«‹‘", "”»›’"
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’"}
_MARKS = re.compile(r"[“”„«»\"]|''|‘(?=\w|[\[…“])|’")
_LONGEST = 6_000


@dataclass(frozen=True)
class Quotation:
    """A quotation: where its marks stand (`start`, `end`) and where its words do."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of each paragraph, in order.

    A paragraph may open a quotation that only a later one closes; it then ends with the paragraph.
    """
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        after = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        found.extend(
            _of_paragraph(text, start, end, goes_on=text[after : after + 1] in ("“", '"', "«"))
        )
    return tuple(found)


def quotation_at(found: tuple[Quotation, ...], place: int) -> Quotation | None:
    """Return the quotation that holds a place, marks included."""
    number = bisect_right(found, place, key=lambda one: one.start) - 1
    return found[number] if number >= 0 and place < found[number].end else None


def _of_paragraph(text: str, start: int, end: int, *, goes_on: bool) -> Iterator[Quotation]:
    opened: tuple[str, int, int] | None = None
    depth = 0
    for mark in _MARKS.finditer(text, start, end):
        sign, place = mark[0], mark.start()
        if opened is None:
            if _opens(text, sign, place, start):
                opened = (sign, place, mark.end())
            continue
        if sign == opened[0] == "“":
            depth += 1
        if not _closes(text, opened[0], sign, mark.end(), end):
            continue
        if depth:
            depth -= 1
            continue
        if place - opened[1] <= _LONGEST:
            yield Quotation(opened[1], mark.end(), opened[2], place)
        opened = None
    if opened is None or opened[0] not in '“"«' or end - opened[1] <= 1:
        return
    if opened[1] == start or (goes_on and end - opened[1] <= _LONGEST):
        yield Quotation(opened[1], end, opened[2], end)


def _opens(text: str, sign: str, place: int, start: int) -> bool:
    before = text[place - 1] if place > start else " "
    if sign in _PAIRS:
        return not before.isalnum()
    after = text[place + len(sign) : place + len(sign) + 1]
    plain = sign in ('"', "''")
    return plain and not before.isalnum() and bool(after) and not after.isspace()


def _closes(text: str, opening: str, sign: str, after: int, end: int) -> bool:
    if opening in ('"', "''"):
        return sign == opening
    if sign not in _PAIRS[opening]:
        return False
    # An apostrophe inside a word closes nothing; one after it may be a genitive.
    return sign != "’" or after >= end or not text[after].isalnum()
