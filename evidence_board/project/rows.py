"""Records to and from the rows of their tables."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection

from evidence_board.model.change import Change
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.project.errors import NotAProject
from evidence_board.project.records import Records
from evidence_board.project.schema import columns, decoder, encode, quoted


def load(connection: Connection) -> Records:
    """Read all records, each kind in the order in which its rows were added.

    NotAProject says that a row cannot be what a record holds.
    """
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    lenient, raw.text_factory = raw.text_factory, str  # without a call of ours for each value
    try:
        with _no_collection():
            return _load(raw)
    except sqlite3.OperationalError:  # text that is no UTF-8; anything else fails again below
        raw.text_factory = lenient
        return _load(raw)
    finally:
        raw.text_factory = lenient


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector off: nothing that is loaded is garbage, and it would search it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(raw: sqlite3.Connection) -> Records:
    records = Records()
    for kind in KINDS:
        names = ", ".join(quoted(c.name) for c in columns(kind))
        rows = raw.execute(f"SELECT {names} FROM {quoted(kind.table)} ORDER BY rowid")  # all ours
        try:
            records.load(kind, map(decoder(kind), rows))
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
            if not _leads_on(record, loose, records):
                raise NotAProject(
                    f"The {record.noun} {record.id} names a record that is not there. Restore "
                    "the project from a backup."
                )


def _is_loose(kind: type[Record], name: str) -> bool:
    return next(c for c in columns(kind) if c.name == name).foreign_key is None


def _leads_on(record: Record, names: Iterable[str], records: Records) -> bool:
    for name in names:
        held = getattr(record, name)
        for id in held if isinstance(held, tuple) else (held,):
            if not isinstance(id, str) or records.find(id) is None:
                return False
    return True


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
