"""Reading a file of which some rows are no records: these are set aside and told, the rest is read.

Slow, since every row is validated; it is done only for a file in which the quick way met a fault.
"""

import sqlite3
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.project.engine import driver
from evidence_board.project.errors import Damaged
from evidence_board.project.limits import fault_of
from evidence_board.project.problem import Problem
from evidence_board.project.records import Records
from evidence_board.project.schema import columns, decode, kinds_in, quoted
from evidence_board.project.table import Table

Row = tuple[object, ...]
_Sound = dict[type[Record], dict[str, tuple[Row, Record]]]


def load(connection: Connection) -> tuple[Records, tuple[Problem, ...]]:
    """Read what is sound of all records, and tell what is not.

    Damaged where the one row is not sound that says which project it is.
    """
    sound, found = _sorted_out(driver(connection))
    if len(sound[ProjectRecord]) != 1:
        raise Damaged("The file does not say which project it is. Restore it from a backup.")
    return Records({kind: _table(kind, rows) for kind, rows in sound.items()}), tuple(found)


def problems(raw: sqlite3.Connection) -> list[Problem]:
    """Return what would be set aside of a file."""
    return _sorted_out(raw)[1]


def _sorted_out(raw: sqlite3.Connection) -> tuple[_Sound, list[Problem]]:
    found: list[Problem] = []
    sound = {kind: dict(_told_apart(raw, kind, found)) for kind in KINDS}
    found += _taken_twice(sound)
    kept = {str(one) for (one,) in raw.execute("SELECT sha256 FROM attachment")}
    while fresh := list(_without_ground(sound, kept)):
        found += fresh
    return sound, found


def _told_apart(
    raw: sqlite3.Connection, kind: type[Record], found: list[Problem]
) -> Iterator[tuple[str, tuple[Row, Record]]]:
    """Yield the rows that are records by themselves, under their ids."""
    names = ", ".join(quoted(column.name) for column in columns(kind))
    if kind not in kinds_in(raw):
        return
    for row in raw.execute(f"SELECT {names} FROM {quoted(kind.table)} NOT INDEXED"):
        if fault := fault_of(kind, row):
            found.append(Problem("row", f"{kind.noun} {row[0]}", fault))
        else:
            yield str(row[0]), (row, decode(kind, row))


def _taken_twice(sound: _Sound) -> Iterator[Problem]:
    """Take out, and tell, what has the id of a record of a kind before its own."""
    seen: set[str] = set()
    for kind, rows in sound.items():
        for id in seen & rows.keys():
            del rows[id]
            yield Problem("row", f"{kind.noun} {id}", "Another record has the same id.")
        seen |= rows.keys()


def _without_ground(sound: _Sound, kept: set[str]) -> Iterator[Problem]:
    """Take out, and tell, what refers to a record or to bytes that are not there."""
    tables: dict[str, str] = {}
    for kind, rows in sound.items():
        tables.update(dict.fromkeys(rows, kind.table))
    for kind, rows in sound.items():
        for id, (_, record) in list(rows.items()):
            if fault := _missing(record, tables, kept):
                del rows[id]
                yield Problem("reference", f"{kind.noun} {id}", fault)


def _missing(record: Record, tables: Mapping[str, str], kept: set[str]) -> str:
    for field, id in record.referenced():
        if tables.get(id) not in record.references[field]:
            return f"It names a {record.references[field][0]} that is not there, or was set aside."
    if any(getattr(record, field) not in kept for field in record.attachments):
        return "The bytes that it names are not kept here."
    return ""


def _table(kind: type[Record], rows: Mapping[str, tuple[Row, Record]]) -> Table:
    columns_of_rows = zip(*(row for row, _ in rows.values()), strict=True)
    values = [list(one) for one in columns_of_rows]
    return Table(kind, values or [[] for _ in columns(kind)])
