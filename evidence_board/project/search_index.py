"""Whether the search index leads to the words that it holds: SQLite's own check, made on a copy.

That check is a statement which writes as far as SQLite is concerned, so that it cannot be asked of
a file which must not change.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from evidence_board.project.engine import guard
from evidence_board.project.schema import quoted, statements
from evidence_board.project.search_words import in_parts

_PARTS = ("data", "idx", "content", "docsize", "config")
"""The tables that FTS5 keeps an index in, by the ends of their names."""
_INDEXES = ("search", "parts")


def owns(table: str) -> bool:
    """Whether a table is part of the search index."""
    parts = {f"{index}_{part}" for index in _INDEXES for part in _PARTS}
    return table == "indexed" or table in parts or table in _INDEXES


def agrees(connection: sqlite3.Connection) -> bool:
    """Whether each word of the index leads to the records that hold it, and to no others."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return all(_agrees(connection, index, one) for index, one in _virtual(version))


def _virtual(version: int) -> Iterator[tuple[str, str]]:
    """Yield the indexes of a version with their statements."""
    for statement in statements(version):
        for index in _INDEXES:
            if statement.startswith(f"CREATE VIRTUAL TABLE {index} "):
                yield index, statement.replace(", content = ''", "")


def _agrees(connection: sqlite3.Connection, index: str, statement: str) -> bool:
    with closing(sqlite3.connect("", isolation_level=None)) as copy:  # goes to disk when large
        guard(copy, building=True)
        copy.execute(statement)
        for part in _PARTS:
            if part == "content" and index == "parts":
                _give_words(connection, copy)  # those that it was given: it holds none
            else:
                _copy(connection, copy, f"{index}_{part}")
        try:
            names = quoted(index)
            copy.execute(f"INSERT INTO {names} ({names}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError:
            return False
    return True


def _give_words(connection: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT rowid, text FROM search")
    given = ((row, in_parts(words)) for row, words in rows)
    copy.executemany("INSERT INTO parts_content VALUES (?, ?)", given)


def _copy(connection: sqlite3.Connection, copy: sqlite3.Connection, table: str) -> None:
    copy.execute(f"DELETE FROM {quoted(table)}")
    rows = connection.execute(f"SELECT * FROM {quoted(table)}")
    places = ", ".join("?" * len(rows.description))
    copy.executemany(f"INSERT INTO {quoted(table)} VALUES ({places})", rows)
