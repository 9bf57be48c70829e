"""Changes of records as changes of the rows of their tables."""

import sqlite3
from functools import cache

from evidence_board.model.change import Change
from evidence_board.model.record import Record
from evidence_board.project.schema import columns, encode, encoded, quoted


def write(connection: sqlite3.Connection, change: Change) -> None:
    """Make one change in the table of its record."""
    if change.after is None:
        _delete(connection, change.record)
    elif change.before is None:
        _insert(connection, change.after)
    else:
        _update(connection, change.before, change.after)


def _insert(connection: sqlite3.Connection, record: Record) -> None:
    connection.execute(_insertion(type(record)), tuple(encode(record).values()))


@cache
def _insertion(kind: type[Record]) -> str:
    names = ", ".join(quoted(c.name) for c in columns(kind))
    marks = ", ".join("?" * len(columns(kind)))
    return f"INSERT INTO {quoted(kind.table)} ({names}) VALUES ({marks})"


def _update(connection: sqlite3.Connection, before: Record, after: Record) -> None:
    """Write the columns that differ, so that SQLite leaves the indexes of the others alone."""
    was, now = before.__dict__, after.__dict__
    changed = [column for column in columns(type(after)) if was[column.name] != now[column.name]]
    if changed:
        values = [encoded(column, now[column.name]) for column in changed]
        names = tuple(column.name for column in changed)
        connection.execute(_changing(after.table, names), (*values, after.id))


@cache
def _changing(table: str, names: tuple[str, ...]) -> str:
    places = ", ".join(f"{quoted(name)} = ?" for name in names)
    return f"UPDATE {quoted(table)} SET {places} WHERE id = ?"


def _delete(connection: sqlite3.Connection, record: Record) -> None:
    connection.execute(f"DELETE FROM {quoted(record.table)} WHERE id = ?", (record.id,))
