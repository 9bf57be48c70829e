"""What the search index holds: of which kinds of record, and which of their words.

There are two indexes over the same numbers. `search` holds whole words as SQLite parts them, and
the text itself. `parts` holds every three signs in a row of the folded text, so that any piece of a
word is found, and every two of those, as in Hangul, of which one or two are a word.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from evidence_board.model.board import Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.folding import fold, wordlike_runs
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source

WORDS: Mapping[type[Record], tuple[str, ...]] = {
    Source: ("title", "publisher", "authors", "affiliation", "dateline", "section", "url"),
    Claim: ("text", "place", "reason", "likelihood_reason", "credibility_reason"),
    Note: ("text",),
    Frame: ("title",),
    Excerpt: ("exact",),
    Capture: ("text_sha256",),
}
"""The fields of each kind whose words are found; of a capture, the text with that SHA-256.

The kinds in the order in which they are looked through: titles and claims before long texts.
"""
INDEXED = tuple(WORDS)
INDEXED_BEFORE_3: tuple[type[Record], ...] = (Source, Capture, Claim, Note)
_BLANK = re.compile(r"\s")
BAND = 1 << 28
"""Numbers in the index: those of one kind lie together, so that a kind is a range of them."""
TextOf = Callable[[str], str]
"""Gives the text with a SHA-256."""


def numbers_of(kind: type[Record]) -> tuple[int, int]:
    """Return the lowest and the highest number that records of a kind may have in the index."""
    first = INDEXED.index(kind) * BAND
    return first + 1, first + BAND - 1


def kind_at(number: int) -> type[Record]:
    """Return the kind of the record that has a number in the index."""
    return INDEXED[number // BAND]


def words_of(record: Record, text_of: TextOf) -> str:
    """Return what the index holds of a record."""
    if isinstance(record, Capture):
        return text_of(record.text_sha256)
    return joined(record.__dict__[name] for name in WORDS[type(record)])


def joined(fields: Iterable[object]) -> str:
    """Return fields as the index holds them, a line for each word or list that is not empty."""
    lines = (one if isinstance(one, tuple) else (one,) for one in fields)
    return "\n".join(str(word) for line in lines for word in line if word)


def words_before_3(record: Record, text_of: TextOf) -> str:
    """Return what the index of an older version holds of a record."""
    if isinstance(record, Source):
        return "\n".join((record.title, record.publisher, *record.authors))
    if isinstance(record, Claim):
        return record.text
    return words_of(record, text_of)


def in_parts(text: str) -> str:
    """Return what `parts` is given of a text: folded, then pairs of signs that may be words.

    A blank stands before each word, by which beginnings of words are found. Two blanks before each
    pair make three signs in a row of one sign or two at the beginning.
    """
    folded = _BLANK.sub(" ", f" {fold(text)}")
    pairs = {run[at : at + 2] for run in wordlike_runs(folded) for at in range(len(run))}
    return folded + "".join(f"\n  {pair}" for pair in sorted(pairs))
