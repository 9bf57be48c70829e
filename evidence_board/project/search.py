"""The full-text index (FTS5) over sources, their texts, claims and notes, kept by the program."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, Run
from evidence_board.model.claim import Claim
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project import attachments
from evidence_board.project.engine import driver

INDEXED = (Source, Capture, Claim, Note)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Match:
    """A record that holds the words, and the passage with the words between « and »."""

    record_id: str
    passage: str


def index(connection: Connection, run: Run) -> None:
    """Bring the index up to date with changes of one sort."""
    if not issubclass(run.kind, INDEXED):
        return
    due = [change for change in run.changes if not _same_words(change)]
    for change in due:
        if change.before is not None:
            _remove(connection, change.before.id)
    for change in due:
        if change.after is not None:
            text_of = partial(_text, connection)
            _insert(connection, change.after.id, words_of(change.after, text_of))


def _same_words(change: Change) -> bool:
    if change.before is None or change.after is None:
        return False
    return words_of(change.before, str) == words_of(change.after, str)


def matches(connection: Connection, words: str, limit: int) -> list[Match]:
    """Return the records that hold all the words (the last one as a prefix), best first."""
    terms = _WORD.findall(words)
    if not terms:
        return []
    query = " ".join(f'"{term}"' for term in terms) + "*"
    rows = connection.exec_driver_sql(
        "SELECT indexed.record, snippet(search, 0, '«', '»', '…', 12) FROM search "
        "JOIN indexed ON indexed.seq = search.rowid WHERE search MATCH ? ORDER BY rank LIMIT ?",
        (query, limit),
    )
    return [Match(row[0], row[1]) for row in rows]


def words_of(record: Record, text_of: Callable[[str], str]) -> str:
    """Return what the index holds of a record; `text_of` gives the text with a SHA-256."""
    if isinstance(record, Capture):
        return text_of(record.text_sha256)
    if isinstance(record, Source):
        return "\n".join((record.title, record.publisher, *record.authors))
    assert isinstance(record, (Claim, Note))
    return record.text


def _text(connection: Connection, digest: str) -> str:
    return attachments.fetch(connection, digest).decode(errors="replace")  # it may be damaged


def _remove(connection: Connection, id: str) -> None:
    raw = driver(connection)
    row = raw.execute("SELECT seq FROM indexed WHERE record = ?", (id,)).fetchone()
    if row is not None:
        raw.execute("DELETE FROM search WHERE rowid = ?", row)
        raw.execute("DELETE FROM indexed WHERE seq = ?", row)


def _insert(connection: Connection, id: str, words: str) -> None:
    raw = driver(connection)
    added = raw.execute("INSERT INTO indexed (record) VALUES (?)", (id,))
    raw.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (added.lastrowid, words))
