"""Entries of lists of references, of whatever form, made into the fields of a source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evidence_board.ingest.draft import Proposal, Refused
from evidence_board.ingest.reading import Fields, Question, Reading
from evidence_board.ingest.record import dated, found, header, named, placed
from evidence_board.ingest.text import decode

TOOL = "Evidence Board, reader of references 1"
MOST = 5_000
"""How many entries a list may have."""

_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Entry:
    """What an entry of a list says, as it stands there; `published` is written year first."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    section: str = ""
    language: str = ""
    url: str = ""
    doi: str = ""


def fields_of(entry: Entry, today: date) -> dict[str, Proposal]:
    """Return the fields that an entry gives; those that cannot be are left out."""
    doi = _DOI.fullmatch(entry.doi.strip())
    by_doi = placed(f"https://doi.org/{doi['doi']}", f"DOI {doi['doi']}") if doi else None
    return found(
        title=header(entry.title),
        authors=named(entry.authors),
        publisher=header(entry.publisher),
        published=dated(entry.published, today),
        section=header(entry.section),
        language=header(entry.language),
        url=(placed(entry.url) if entry.url else None) or by_doi,
    )


def listed(question: Question, entries: Iterable[Entry]) -> Reading:
    """Return the reading of a list; Refused where it names nothing, or too much."""
    made: list[Fields] = []
    for number, entry in enumerate(entries):
        fields = fields_of(entry, question.today)
        if "title" in fields or "url" in fields:
            made.append(fields)
        if number >= MOST:
            raise Refused(
                f"“{question.name}” lists more than {MOST:,} references. Save those that matter as "
                "a list of their own."
            )
    if not made:
        raise Refused(
            f"“{question.name}” lists no reference with a title or an address. Check what it is."
        )
    return Reading(method="a list of references", tool=TOOL, entries=tuple(made))


def text_of(question: Question, original: bytes) -> str:
    """Return the characters of a list."""
    return decode(question.name, original, question.encoding).text


def month_of(words: str) -> str:
    """Return the two figures of a month, by its name or number; empty if it is none."""
    plain = words.strip().casefold().rstrip(".")
    if plain.isascii() and plain.isdigit() and 1 <= int(plain[:4]) <= 12:
        return f"{int(plain):02}"
    return f"{_MONTHS.index(plain[:3]) + 1:02}" if plain[:3] in _MONTHS else ""


def in_order(name: str) -> str:
    """Return a name written "Reed, Anna" as people say it; others stay as they are."""
    last, comma, first = name.partition(",")
    if not comma or not first.strip() or "," in first:
        return " ".join(name.split())
    return " ".join(f"{first} {last}".split())
