"""The schema and SQLite's own quick check: what a file must hold before anything in it counts.

The quick check walks every page, which takes half as long as reading the rows. It needs neither
Python nor the connection that reads them, so it runs in a thread of its own beside that.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from threading import Thread

from evidence_board.model.kinds import KINDS
from evidence_board.project.engine import deadline, guard, uri
from evidence_board.project.errors import (
    TOLD_BY_SQLITE,
    Damaged,
    ForeignSchema,
    NotAProject,
    UnsoundRows,
)
from evidence_board.project.schema import quoted, statements

_OF_A_ROW = re.compile(r"CHECK constraint failed in |NULL value in |[\w-]+ value in ")
"""How SQLite begins what is wrong with what stands in a row, rather than with the pages."""
_MOST_PAGES = 16_384
"""A file of so many, 64 MB as a rule, is checked in no time, with all that is in it."""
_LOADED = frozenset((*(kind.table for kind in KINDS), "step"))
"""The tables that opening reads."""
_LONGEST = 120.0
"""Seconds for the check; what takes longer is not sound, for it walks each page but once."""

_PART = 1 << 20


def read_only_connection(path: Path) -> sqlite3.Connection:
    """Return a guarded connection that cannot change the file or anything beside it."""
    connection = sqlite3.connect(uri(path, "mode=ro&immutable=1"), uri=True)
    guard(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def refuse_other_schema(path: Path) -> None:
    """Raise ForeignSchema unless the file has the schema of its version, no more and no less.

    To be asked before any check: SQLite's own would run what stands in a hostile schema.
    """
    try:
        with closing(read_only_connection(path)) as connection:
            differences = schema_differences(connection)
    except TOLD_BY_SQLITE as error:
        raise damaged(path, error) from error
    if differences:
        raise ForeignSchema(
            f"{path.name} has parts that no project has ({', '.join(differences[:5])}). "
            "Such parts can change or hide what it holds, so it was not opened. Ask whoever sent "
            "it for another copy, or restore a backup.",
            differences,
        )


def schema_differences(connection: sqlite3.Connection) -> list[str]:
    """Return the names of what differs from the schema of the version that the file states."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return sorted({name for _, name, *_ in _wanted_schema(version) ^ _schema(connection)})


class QuickCheck:
    """One check of a file, begun at once; the file must not be believed before `finish`.

    Of the pages always, of what the schema demands of rows where `rows` says so.
    """

    def __init__(self, path: Path, *, rows: bool = True) -> None:
        self._path = path
        self._rows = rows
        self._finding: object = None
        self._row: str = ""
        self._thread = Thread(target=self._run, name="quick check")
        self._thread.start()

    def finish(self) -> None:
        """Wait for the end of the check; Damaged or UnsoundRows says what was found."""
        self._thread.join()
        if self._finding != "ok":
            raise damaged(self._path, self._finding)
        if self._row:
            raise unsound(self._path, self._row)

    def _run(self) -> None:
        try:
            with (
                closing(read_only_connection(self._path)) as connection,
                deadline(connection, _LONGEST),
            ):
                self._finding = _finding(connection)
                if _OF_A_ROW.match(str(self._finding)):
                    self._finding, self._row = "ok", f"{self._finding}." if self._rows else ""
                elif self._rows and self._finding == "ok":
                    self._row = _without_bytes(connection)
        except TOLD_BY_SQLITE as error:
            self._finding = error


def _without_bytes(connection: sqlite3.Connection) -> str:
    """Return what is said of a capture whose bytes are not kept, or nothing."""
    found = connection.execute(
        "SELECT id FROM capture WHERE sha256 NOT IN (SELECT sha256 FROM attachment) "
        "OR text_sha256 NOT IN (SELECT sha256 FROM attachment)"
    ).fetchone()
    return f"The bytes of the capture {found[0]} are not kept." if found else ""


def _finding(connection: sqlite3.Connection) -> str:
    """Return the first thing that is wrong with the pages, or "ok".

    Of a large file the pages that opening does not read, those of originals, of the history and of
    the words for search, are left to the check after opening: opening takes as long as what is
    loaded, not as long as what is kept.
    """
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if pages <= _MOST_PAGES:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    ).fetchall()
    for (name,) in tables:
        if name in _LOADED:
            found = connection.execute(f"PRAGMA quick_check({quoted(name)})").fetchone()[0]
            if found != "ok":
                return str(found)
    return "ok"


@contextmanager
def refused_in_words(path: Path) -> Iterator[None]:
    """Raise NotAProject for what the system refuses while a file is opened and read."""
    try:
        yield
    except TOLD_BY_SQLITE as error:
        raise damaged(path, error) from error
    except OSError as error:
        raise NotAProject(f"{path.name} cannot be read ({error.strerror}).") from error


def damaged(path: Path, cause: object) -> NotAProject:
    """Return the refusal of a file in which something cannot be read.

    A disk that fails, or a system that lets nobody in, says nothing about what is on it; and SQLite
    takes a page that could not be read for a broken one. So all of it is read once more.
    """
    name = str(getattr(cause, "sqlite_errorname", ""))
    if name.startswith("SQLITE_IOERR") or _disk_fails(path):
        return NotAProject(
            f"{path.name} cannot be read: the disk reported an error. Try again, then copy the "
            "file to another disk and open the copy."
        )
    if name.startswith("SQLITE_CANTOPEN"):
        return NotAProject(f"{path.name} cannot be read. Check that you may read it and try again.")
    if _sound_now(path):
        return NotAProject(f"{path.name} could not be read a moment ago and can be now. Try again.")
    return Damaged(
        f"{path.name} is damaged: a part of it cannot be read. It was not changed. Restore it from "
        "a backup, or salvage what can still be read into a new file."
    )


def unsound(path: Path, cause: str) -> UnsoundRows:
    """Return the refusal of a file that can be read, in which a row is none of ours."""
    return UnsoundRows(
        f"Some rows of {path.name} cannot be what they should be. {cause} Restore it from a backup."
    )


def _disk_fails(path: Path) -> bool:
    """Whether the system itself cannot read all of a file; nobody may have it open here."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return False
    try:
        place = 0
        while part := _read(handle, place):
            place += len(part)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def _read(handle: int, place: int) -> bytes:
    if hasattr(os, "pread"):  # as SQLite reads
        return os.pread(handle, _PART, place)
    return os.read(handle, _PART)


def _sound_now(path: Path) -> bool:
    try:
        with closing(read_only_connection(path)) as connection:
            ours = not schema_differences(connection)
            return ours and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except (*TOLD_BY_SQLITE, FileNotFoundError):
        return False


@cache
def _wanted_schema(version: int) -> frozenset[tuple[str, str, str, str]]:
    with closing(sqlite3.connect(":memory:")) as model:
        for statement in statements(version):
            model.execute(statement)
        return _schema(model)


def _schema(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset(
        (str(kind), str(name), str(table), " ".join(str(sql).split()))
        for kind, name, table, sql in rows
    )
