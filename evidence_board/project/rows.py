"""Changes of records as changes of the rows of their tables."""

import sqlite3
from functools import cache

from evidence_board.model.change import Run
from evidence_board.model.record import Record, column
from evidence_board.project.schema import by_name, columns, encoded_all, quoted


def write(connection: sqlite3.Connection, run: Run) -> None:
    """Make changes of one sort in the table of their records."""
    if run.removes:
        _delete(connection, run)
    elif run.adds:
        _insert(connection, run)
    elif run.fields:
        _update(connection, run)


def _insert(connection: sqlite3.Connection, run: Run) -> None:
    records = run.records
    values = [encoded_all(one, column(records, one.name)) for one in columns(run.kind)]
    connection.executemany(_insertion(run.kind), zip(*values, strict=True))


@cache
def _insertion(kind: type[Record]) -> str:
    names = ", ".join(quoted(c.name) for c in columns(kind))
    marks = ", ".join("?" * len(columns(kind)))
    return f"INSERT INTO {quoted(kind.table)} ({names}) VALUES ({marks})"


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
