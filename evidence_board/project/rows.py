"""Changes of records as changes of the rows of their tables."""

from functools import cache

from sqlalchemy import Connection

from evidence_board.model.change import Change
from evidence_board.model.record import Record
from evidence_board.project.schema import columns, encode, quoted


def write(connection: Connection, change: Change) -> None:
    """Make one change in the table of its record."""
    if change.after is None:
        _delete(connection, change.record)
    elif change.before is None:
        _insert(connection, change.after)
    else:
        _update(connection, change.before, change.after)


def _insert(connection: Connection, record: Record) -> None:
    connection.exec_driver_sql(_insertion(type(record)), tuple(encode(record).values()))


@cache
def _insertion(kind: type[Record]) -> str:
    names = ", ".join(quoted(c.name) for c in columns(kind))
    marks = ", ".join("?" * len(columns(kind)))
    return f"INSERT INTO {quoted(kind.table)} ({names}) VALUES ({marks})"


def _update(connection: Connection, before: Record, after: Record) -> None:
    """Write the columns that differ, so that SQLite leaves the indexes of the others alone."""
    was = encode(before)
    values = {name: value for name, value in encode(after).items() if value != was[name]}
    if values:
        places = ", ".join(f"{quoted(name)} = ?" for name in values)
        connection.exec_driver_sql(
            f"UPDATE {quoted(after.table)} SET {places} WHERE id = ?", (*values.values(), after.id)
        )


def _delete(connection: Connection, record: Record) -> None:
    connection.exec_driver_sql(f"DELETE FROM {quoted(record.table)} WHERE id = ?", (record.id,))
