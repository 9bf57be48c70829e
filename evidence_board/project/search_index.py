"""Whether the search index leads to the words that it holds: SQLite's own check, made on a copy.

That check is a statement which writes as far as SQLite is concerned, so that it cannot be asked of
a file which must not change.
"""

import sqlite3
from contextlib import closing

from evidence_board.project.engine import guard
from evidence_board.project.schema import LEDGER, quoted

_PARTS = ("data", "idx", "content", "docsize", "config")
"""The tables that FTS5 keeps an index in, by the ends of their names."""


def agrees(connection: sqlite3.Connection) -> bool:
    """Whether each word of the index leads to the records that hold it, and to no others."""
    with closing(sqlite3.connect("", isolation_level=None)) as copy:  # goes to disk when large
        guard(copy, building=True)
        copy.execute(next(one for one in LEDGER if one.startswith("CREATE VIRTUAL TABLE search")))
        for part in _PARTS:
            _copy(connection, copy, f"search_{part}")
        try:
            copy.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        except sqlite3.DatabaseError:
            return False
    return True


def _copy(connection: sqlite3.Connection, copy: sqlite3.Connection, table: str) -> None:
    copy.execute(f"DELETE FROM {quoted(table)}")
    rows = connection.execute(f"SELECT * FROM {quoted(table)}")
    places = ", ".join("?" * len(rows.description))
    copy.executemany(f"INSERT INTO {quoted(table)} VALUES ({places})", rows)
