"""The full-text index (FTS5), kept by the program with every change of what it holds."""

import sqlite3
from functools import partial

from sqlalchemy import Connection

from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, Run
from evidence_board.model.record import Record
from evidence_board.project import attachments
from evidence_board.project.engine import driver
from evidence_board.project.schema import by_name, loaded, quoted
from evidence_board.project.search_words import (
    INDEXED,
    WORDS,
    in_parts,
    joined,
    numbers_of,
    words_of,
)
from evidence_board.project.telling import Told

_TIMES = 200
"""So often it is told how far the making of the index is."""
_A_RECORD = 200
"""As many bytes of a text take about as long as a record does beside its own words."""


def index(connection: Connection, run: Run) -> None:
    """Bring the index up to date with changes of one sort."""
    if not issubclass(run.kind, INDEXED):
        return
    due = [change for change in run.changes if not _same_words(change)]
    raw = driver(connection)
    for change in due:
        if change.before is not None:
            _remove(raw, change.before.id)
    text_of = partial(_text, connection)
    for change in due:
        if change.after is not None:
            insert(raw, numbers_of(run.kind), change.after.id, words_of(change.after, text_of))


def insert(raw: sqlite3.Connection, numbers: tuple[int, int], id: str, words: str) -> None:
    """Let the words of a record be found; its number is the next of those given."""
    first, last = numbers
    added = raw.execute(
        "INSERT INTO indexed (seq, record) VALUES (1 + coalesce("
        "(SELECT max(seq) FROM indexed WHERE seq BETWEEN ? AND ?), ?), ?)",
        (first, last, first - 1, id),
    )
    raw.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (added.lastrowid, words))
    raw.execute("INSERT INTO parts (rowid, text) VALUES (?, ?)", (added.lastrowid, in_parts(words)))


def rebuild(raw: sqlite3.Connection, told: Told) -> None:
    """Fill an index that is empty with the words of all records."""
    done, due, total = 0, 0, _work(raw)
    for kind in WORDS:
        for id, *values in _rows(raw, kind):
            if done >= due:
                told(done, total)
                due = done + total // _TIMES
            insert(raw, numbers_of(kind), id, _words_in(kind, values))
            done += _A_RECORD + (len(values[0]) if isinstance(values[0], bytes) else 0)
    told(total, total)


def _work(raw: sqlite3.Connection) -> int:
    """Return how much there is to index: the bytes of texts, and something for each record."""
    (texts,) = raw.execute(
        "SELECT coalesce(sum(attachment.size), 0) FROM capture "
        "JOIN attachment ON attachment.sha256 = text_sha256"
    ).fetchone()
    records = 0
    for kind in WORDS:
        records += raw.execute(f"SELECT count(*) FROM {quoted(kind.table)}").fetchone()[0]
    return int(texts) + _A_RECORD * records


def _rows(raw: sqlite3.Connection, kind: type[Record]) -> sqlite3.Cursor:
    """Return ids and words of all records of a kind, in the order in which they were added."""
    if kind is Capture:
        return raw.execute(
            "SELECT capture.id, bytes FROM capture "
            "JOIN attachment ON attachment.sha256 = text_sha256 ORDER BY capture.rowid"
        )
    listed = ", ".join(quoted(name) for name in ("id", *WORDS[kind]))
    return raw.execute(f"SELECT {listed} FROM {quoted(kind.table)} ORDER BY rowid")


def _words_in(kind: type[Record], values: list[object]) -> str:
    """Return what the index holds of a row."""
    if isinstance(values[0], bytes):
        return values[0].decode(errors="replace")
    known = by_name(kind)
    rows = zip(WORDS[kind], values, strict=True)
    return joined(loaded(value) if known[name].is_json else value for name, value in rows)


def _remove(raw: sqlite3.Connection, id: str) -> None:
    row = raw.execute(
        "SELECT seq, text FROM indexed JOIN search ON search.rowid = seq WHERE record = ?", (id,)
    ).fetchone()
    if row is not None:
        seq, words = row
        # An index that holds no text of its own has to be told what it is to forget. Where a
        # crafted file holds something else instead, there is no such text.
        forgotten = ("delete", seq, in_parts(words if isinstance(words, str) else ""))
        raw.execute("INSERT INTO parts (parts, rowid, text) VALUES (?, ?, ?)", forgotten)
        raw.execute("DELETE FROM search WHERE rowid = ?", (seq,))
        raw.execute("DELETE FROM indexed WHERE seq = ?", (seq,))


def _same_words(change: Change) -> bool:
    if change.before is None or change.after is None:
        return False
    return words_of(change.before, str) == words_of(change.after, str)


def _text(connection: Connection, digest: str) -> str:
    return attachments.fetch(connection, digest).decode(errors="replace")  # it may be damaged
