"""Records to and from the rows of their tables."""

from collections.abc import Iterator

from sqlalchemy import Connection

from evidence_board.model.change import Change
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.project.errors import NotAProject
from evidence_board.project.records import Records
from evidence_board.project.schema import columns, decode, encode, quoted


def load(connection: Connection) -> Records:
    """Read all records, each kind in the order in which its rows were added.

    NotAProject says that a row cannot be what a record holds.
    """
    records = Records()
    for kind in KINDS:
        names = ", ".join(quoted(c.name) for c in columns(kind))
        rows = connection.exec_driver_sql(
            f"SELECT {names} FROM {quoted(kind.table)} ORDER BY rowid"  # names are ours
        )
        try:
            records.load(kind, (decode(kind, tuple(row)) for row in rows))
        except (ValueError, RecursionError) as error:
            raise NotAProject(
                f"A {kind.noun} in the project cannot be read ({error}). Restore the project "
                "from a backup."
            ) from None
    return records


def refuse_unsound(records: Records) -> None:
    """Raise NotAProject unless there is one project record and every reference leads to a record.

    SQL itself checks the references that go to one table; these are the others.
    """
    if len(records.all(ProjectRecord)) != 1:
        raise NotAProject("The file does not say which project it is. Restore it from a backup.")
    for kind in KINDS:
        loose = [name for name in kind.references if _is_loose(kind, name)]
        for record in records.all(kind) if loose else ():
            if not all(_leads_on(records, id) for name in loose for id in _held(record, name)):
                raise NotAProject(
                    f"The {record.noun} {record.id} names a record that is not there. Restore "
                    "the project from a backup."
                )


def _is_loose(kind: type[Record], name: str) -> bool:
    return next(c for c in columns(kind) if c.name == name).foreign_key is None


def _held(record: Record, name: str) -> Iterator[object]:
    held = getattr(record, name)
    yield from held if isinstance(held, tuple) else (held,)


def _leads_on(records: Records, id: object) -> bool:
    return isinstance(id, str) and records.find(id) is not None


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
