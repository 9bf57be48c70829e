"""Changes of records as changes of the rows of their tables."""

import sqlite3
from functools import cache

from evidence_board.model.change import Change
from evidence_board.model.record import Record
from evidence_board.project.schema import by_name, columns, encode, encoded, quoted


def write(connection: sqlite3.Connection, change: Change) -> None:
    """Make one change in the table of its record."""
    if change.after is None:
        _delete(connection, change.record)
    elif change.before is None:
        _insert(connection, change.after)
    elif change.fields:
        _update(connection, change.after, change.fields)


def _insert(connection: sqlite3.Connection, record: Record) -> None:
    connection.execute(_insertion(type(record)), tuple(encode(record).values()))


@cache
def _insertion(kind: type[Record]) -> str:
    names = ", ".join(quoted(c.name) for c in columns(kind))
    marks = ", ".join("?" * len(columns(kind)))
    return f"INSERT INTO {quoted(kind.table)} ({names}) VALUES ({marks})"


def _update(connection: sqlite3.Connection, after: Record, names: tuple[str, ...]) -> None:
    """Write the columns that differ, so that SQLite leaves the indexes of the others alone."""
    now, column_of = after.__dict__, by_name(type(after))
    values = [encoded(column_of[name], now[name]) for name in names]
    connection.execute(_changing(after.table, names), (*values, after.id))


@cache
def _changing(table: str, names: tuple[str, ...]) -> str:
    places = ", ".join(f"{quoted(name)} = ?" for name in names)
    return f"UPDATE {quoted(table)} SET {places} WHERE id = ?"


def _delete(connection: sqlite3.Connection, record: Record) -> None:
    connection.execute(f"DELETE FROM {quoted(record.table)} WHERE id = ?", (record.id,))
