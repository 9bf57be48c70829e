"""Changes of records as changes of the rows of their tables."""

import sqlite3
from functools import cache
from itertools import chain

from evidence_board.model.change import Run
from evidence_board.model.record import Record, column
from evidence_board.project.schema import by_name, columns, encoded_all, quoted

_ROWS = 100
"""So many rows are added by one statement, where there are as many."""


def write(connection: sqlite3.Connection, run: Run) -> None:
    """Make changes of one sort in the table of their records."""
    if run.removes:
        _delete(connection, run)
    elif run.adds:
        _insert(connection, run)
    elif run.fields:
        _update(connection, run)


def _insert(connection: sqlite3.Connection, run: Run) -> None:
    """Write many rows by one statement: SQLite makes the lists of choices anew for each of them."""
    records = run.records
    values = [encoded_all(one, column(records, one.name)) for one in columns(run.kind)]
    rows = list(zip(*values, strict=True))
    even = len(rows) - len(rows) % _ROWS
    batches = (chain.from_iterable(rows[at : at + _ROWS]) for at in range(0, even, _ROWS))
    connection.executemany(_insertion(run.kind, _ROWS), map(tuple, batches))
    connection.executemany(_insertion(run.kind, 1), rows[even:])


@cache
def _insertion(kind: type[Record], count: int) -> str:
    names = ", ".join(quoted(c.name) for c in columns(kind))
    marks = ", ".join("?" * len(columns(kind)))
    rows = ", ".join([f"({marks})"] * count)
    return f"INSERT INTO {quoted(kind.table)} ({names}) VALUES {rows}"


def _update(connection: sqlite3.Connection, run: Run) -> None:
    """Write the columns that differ, so that SQLite leaves the indexes of the others alone."""
    records, column_of = run.records, by_name(run.kind)
    values = [encoded_all(column_of[name], column(records, name)) for name in run.fields]
    rows = zip(*values, column(records, "id"), strict=True)
    connection.executemany(_changing(run.kind.table, run.fields), rows)


@cache
def _changing(table: str, names: tuple[str, ...]) -> str:
    places = ", ".join(f"{quoted(name)} = ?" for name in names)
    return f"UPDATE {quoted(table)} SET {places} WHERE id = ?"


def _delete(connection: sqlite3.Connection, run: Run) -> None:
    ids = [(record.id,) for record in run.records]
    connection.executemany(f"DELETE FROM {quoted(run.kind.table)} WHERE id = ?", ids)
