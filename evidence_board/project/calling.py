"""What a report calls a record: its kind, its mark, its first words; never an id alone.

What has no words of its own, such as a link or a card, is called by what it joins or shows.
"""

from collections.abc import Callable, Iterator

from evidence_board.model.record import Numbered, Record

Find = Callable[[str], Record | None]
"""Gives the record with an id as far as anything is known of it, or None."""
_LONGEST = 160
_FIELDS = ("text", "exact", "publisher", "title", "label", "file_name")


def called(record: Record, find: Find) -> str:
    """Return what a report calls a record."""
    if own := _own(record):
        return f"{record.noun} {own}"
    others = (find(id) for _, id in record.referenced())
    named = [f"{one.noun} {own}" for one in others if one is not None and (own := _own(one))]
    return f"{record.noun} of {' and '.join(named)}" if named else record.noun


def by_words(noun: str, words: str) -> str:
    """Return what a report calls what can be read in part only."""
    return f"{noun} “{shortened(words)}”" if words else f"{noun} of which no word can be read"


def shortened(words: str) -> str:
    """Return words in one line that a report has room for."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


def _own(record: Record) -> str:
    """Return the mark and the first words of a record."""
    mark = record.mark if isinstance(record, Numbered) and record.number else ""
    words = next(filter(None, _words(record)), "")
    return " ".join(one for one in (mark, f"“{shortened(words)}”" if words else "") if one)


def _words(record: Record) -> Iterator[str]:
    for name in _FIELDS:
        yield str(getattr(record, name, "") or "")
