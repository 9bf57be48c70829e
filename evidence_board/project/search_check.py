"""Whether search knows each record by its words, and finds none that is not there."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from evidence_board.model.capture import Capture
from evidence_board.model.content import PIECE
from evidence_board.model.record import Record
from evidence_board.project import sealed, search_index
from evidence_board.project.problem import Problem
from evidence_board.project.schema import columns, decode, quoted
from evidence_board.project.search_words import INDEXED, INDEXED_BEFORE_3, words_before_3
from evidence_board.project.search_words import words_of as words_now


def problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what does not hold. The text of a source is never whole in memory for it."""
    places = dict(
        connection.execute(
            "SELECT indexed.record, search.rowid FROM search "
            "LEFT JOIN indexed ON indexed.seq = search.rowid"
        ).fetchall()
    )
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    kinds, words_of = (INDEXED, words_now) if version >= 3 else (INDEXED_BEFORE_3, words_before_3)
    for kind in kinds:
        for record in _records(connection, kind):
            place = places.pop(record.id, None)
            if place is None or not (
                _knows_text(connection, record, place)
                if kind is Capture
                else _indexed(connection, place) == words_of(record, str)
            ):
                yield Problem("search", f"{kind.noun} {record.id}", "Search does not know it.")
    for id in places:
        yield Problem("search", str(id), "Search finds a record that is not there.")
    if not search_index.agrees(connection):
        yield Problem("search", "index", "Search would miss words, or find them elsewhere.")


def _records(connection: sqlite3.Connection, kind: type[Record]) -> Iterator[Record]:
    listed = ", ".join(quoted(column.name) for column in columns(kind))
    for row in connection.execute(f"SELECT {listed} FROM {quoted(kind.table)}"):
        yield decode(kind, row)


def _knows_text(connection: sqlite3.Connection, record: Record, place: int) -> bool:
    """Whether search holds the text of a capture, as it is also where it is damaged."""
    assert isinstance(record, Capture)
    row = sealed.row_of(connection, record.text_sha256)
    if row is None:
        return False
    with connection.blobopen("search_content", "c0", place, readonly=True) as words:
        held = iter(lambda: words.read(PIECE), b"")
        if _same(held, sealed.pieces(connection, row)):
            return True
    damaged = b"".join(sealed.pieces(connection, row)).decode(errors="replace")
    return "�" in damaged and _indexed(connection, place) == damaged


def _same(one: Iterable[bytes], other: Iterable[bytes]) -> bool:
    return all(mine == theirs for mine, theirs in zip_longest(one, other))


def _indexed(connection: sqlite3.Connection, place: int) -> str:
    row = connection.execute("SELECT text FROM search WHERE rowid = ?", (place,)).fetchone()
    return str(row[0])
