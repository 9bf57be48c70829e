"""Whole columns of a table at once: SQLite strings their values together, one text for each.

Python has no part in that and its lock is free meanwhile, so it can go on in a thread of its own;
row by row, each value would be handed over by itself, most of them the same in every row.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project.engine import whole_columns
from evidence_board.project.parting import parted
from evidence_board.project.schema import Column, columns, kinds_in, quoted
from evidence_board.project.soundness import read_only_connection

Texts = Mapping[str, bytes | None]
"""By the name of a column, its values strung together."""
Strung = Iterator[tuple[int, Texts]]
"""For one kind of record after the other: how many there are, and texts of columns."""
Read = dict[str, list[object]]
"""By the name of a column, its values in the order of rows."""
_FORM, _FORM_WITH_NULLS = "group_concat({}, x'ff')", "group_concat(ifnull({}, x'fe'), x'ff')"
_BATCH = 200
"""So many rows are read at a time: their values still lie in the cache when they are sorted out."""


def strung(raw: sqlite3.Connection) -> Strung:
    """Yield the texts of all kinds in their order, read from a connection."""
    for kind in KINDS:
        yield _texts(raw, kind)


@contextmanager
def strung_beside(path: Path) -> Iterator[Strung]:
    """Yield the texts of all kinds in their order, which a thread reads from a file meanwhile.

    Nobody may write to the file until then.
    """
    found: SimpleQueue[tuple[int, Texts] | sqlite3.Error] = SimpleQueue()
    enough = Event()

    def read() -> None:
        try:
            with closing(read_only_connection(path)) as raw:
                for texts in strung(raw):
                    found.put(texts)
                    if enough.is_set():
                        return
        except sqlite3.Error as error:
            found.put(error)

    def told() -> Strung:
        for _ in KINDS:
            if isinstance(one := found.get(), sqlite3.Error):
                raise one
            yield one

    thread = Thread(target=read, name="reading")
    thread.start()
    try:
        yield told()
    finally:
        enough.set()
        thread.join()


def read_columns(
    raw: sqlite3.Connection, kind: type[Record], count: int, texts: Texts, handed: Read
) -> Read:
    """Return the values of a record's table by the names of its columns, in the order of rows.

    ``count`` and ``texts`` are what was strung together, ``handed`` what is never; where a text
    cannot be parted again, its values are read now.
    """
    found = handed | _all_parted(kind, count, texts)
    single = [column for column in columns(kind) if column.name not in found]
    return found | _by_rows(raw, kind, single)


def by_rows(raw: sqlite3.Connection, kind: type[Record]) -> Read:
    """Return the values of the columns that are not strung, each handed over by itself."""
    return _by_rows(raw, kind, [column for column in columns(kind) if not _is_usual(column)])


def _is_usual(column: Column) -> bool:
    """Whether the values of a column are the same when they are read from a text."""
    return column.sql_type != "REAL"


def _texts(raw: sqlite3.Connection, kind: type[Record]) -> tuple[int, Texts]:
    """Return how many rows there are, and the values of columns strung together.

    No text at all where one would be too long, or where the version of the file has no such table.
    """
    if kind not in kinds_in(raw):
        return 0, {}
    wanted = [column for column in columns(kind) if _is_usual(column)]
    names = [column.name for column in wanted]
    terms = ", ".join(_form(column).format(quoted(column.name)) for column in wanted)
    with whole_columns(raw), suppress(sqlite3.DataError):
        query = f"SELECT count(*), {terms} FROM {quoted(kind.table)} NOT INDEXED"
        count, *texts = raw.execute(query).fetchone()
        return count, dict(zip(names, texts, strict=True))
    return 0, {}


def _form(column: Column) -> str:
    return _FORM_WITH_NULLS if column.nullable else _FORM


def _all_parted(kind: type[Record], count: int, texts: Texts) -> Read:
    """Return the values of those columns whose texts can be parted again."""
    found: Read = {}
    for column in columns(kind):
        if column.name in texts:
            whole = column.sql_type == "INTEGER"
            values = parted(texts[column.name], count, whole=whole, nulls=column.nullable)
            if values is not None:
                found[column.name] = values
    return found


def _by_rows(raw: sqlite3.Connection, kind: type[Record], wanted: list[Column]) -> Read:
    """Return the values of columns, each handed over by itself."""
    found: Read = {column.name: [] for column in wanted}
    if found and kind in kinds_in(raw):
        names = ", ".join(map(quoted, found))
        rows = raw.execute(f"SELECT {names} FROM {quoted(kind.table)} NOT INDEXED")
        while batch := rows.fetchmany(_BATCH):
            for values, fresh in zip(found.values(), zip(*batch, strict=True), strict=True):
                values.extend(fresh)
    return found
