"""Records to and from the rows of their tables."""

from sqlalchemy import Connection

from evidence_board.model.change import Change
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project.records import Records
from evidence_board.project.schema import columns, decode, encode, quoted


def load(connection: Connection) -> Records:
    """Read all records, each kind in the order in which its rows were added."""
    records = Records()
    for kind in KINDS:
        names = ", ".join(quoted(c.name) for c in columns(kind))
        rows = connection.exec_driver_sql(
            f"SELECT {names} FROM {quoted(kind.table)} ORDER BY rowid"  # names are ours
        )
        records.load(kind, (decode(kind, tuple(row)) for row in rows))
    return records


def write(connection: Connection, change: Change) -> None:
    """Make one change in the table of its record."""
    if change.after is None:
        _delete(connection, change.record)
    elif change.before is None:
        _insert(connection, change.after)
    else:
        _update(connection, change.after)


def _insert(connection: Connection, record: Record) -> None:
    values = encode(record)
    names = ", ".join(quoted(name) for name in values)
    marks = ", ".join("?" * len(values))
    connection.exec_driver_sql(
        f"INSERT INTO {quoted(record.table)} ({names}) VALUES ({marks})", tuple(values.values())
    )


def _update(connection: Connection, record: Record) -> None:
    values = encode(record)
    places = ", ".join(f"{quoted(name)} = ?" for name in values)
    connection.exec_driver_sql(
        f"UPDATE {quoted(record.table)} SET {places} WHERE id = ?",
        (*values.values(), record.id),
    )


def _delete(connection: Connection, record: Record) -> None:
    connection.exec_driver_sql(f"DELETE FROM {quoted(record.table)} WHERE id = ?", (record.id,))
