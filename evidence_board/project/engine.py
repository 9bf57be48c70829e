"""Connections to a project file: guarded against what it holds, durable in what they write."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from evidence_board.project.errors import from_database

LARGEST = 64_000_000
"""The most bytes that one value may have; no picture or text that is taken in is larger."""

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64 << 20),  # a whole row counts as one value
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 200_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 64),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 16),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 50_000),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 16),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)
_TOGETHER = 256 << 20
"""The most bytes of a whole column that is strung together to be read, see `reading.py`."""
_OTHER_FILES = frozenset({sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH})
_SCHEMA_CHANGES = frozenset(
    {
        *(sqlite3.SQLITE_CREATE_INDEX, sqlite3.SQLITE_DROP_INDEX),
        *(sqlite3.SQLITE_CREATE_TABLE, sqlite3.SQLITE_DROP_TABLE, sqlite3.SQLITE_ALTER_TABLE),
        *(sqlite3.SQLITE_CREATE_TRIGGER, sqlite3.SQLITE_DROP_TRIGGER),
        *(sqlite3.SQLITE_CREATE_VIEW, sqlite3.SQLITE_DROP_VIEW),
        *(sqlite3.SQLITE_CREATE_TEMP_INDEX, sqlite3.SQLITE_CREATE_TEMP_TABLE),
        *(sqlite3.SQLITE_CREATE_TEMP_TRIGGER, sqlite3.SQLITE_CREATE_TEMP_VIEW),
        *(sqlite3.SQLITE_CREATE_VTABLE, sqlite3.SQLITE_DROP_VTABLE),
    }
)
_DENIED_WORDS = {
    sqlite3.SQLITE_PRAGMA: frozenset({"writable_schema"}),
    sqlite3.SQLITE_FUNCTION: frozenset({"load_extension"}),
}

_PATIENCE = 150
"""For so many ms who reads waits for another program."""
_PATIENCE_TO_SAVE = 700
"""For so many ms a save waits: for a backup or a check that reads a part of the file, say. If it is
refused the file is read again, and the person is to hear of it within a second."""


def durable(path: Path, *, read_only: bool, building: bool = False) -> Engine:
    """Return an engine with the one connection to a project file; ProjectError says why not.

    One that is building may change the schema, until `end_building`.
    """
    try:
        raw = sqlite3.connect(
            uri(path, mode_to_read(path) if read_only else "mode=rw"),
            uri=True,
            isolation_level=None,
            check_same_thread=False,  # the writer's thread and its owner take turns
        )
        guard(raw, building=building)
        make_durable(raw, read_only=read_only)
    except sqlite3.Error as error:
        raise from_database(error) from error
    engine = create_engine("sqlite://", creator=_returning(raw), poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def mode_to_read(path: Path) -> str:
    """Return how to open a file to read only: SQLite makes files beside one in its other mode."""
    with suppress(OSError), path.open("rb") as file:
        if file.read(20)[18:] == b"\x02\x02":
            return "mode=ro&immutable=1"
    return "mode=ro"


def _returning(raw: sqlite3.Connection) -> Callable[[], sqlite3.Connection]:
    return lambda: raw


def _begin(connection: Connection) -> None:
    """Start each transaction ourselves; the driver would leave out DDL.

    With no words for it one is under way already.
    """
    if words := str(connection.info.get("begin", "BEGIN IMMEDIATE")):
        connection.exec_driver_sql(words)


def driver(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection under one of SQLAlchemy: for what is done many times over.

    Its errors are those of sqlite3.
    """
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def end_building(connection: Connection) -> None:
    """Let the schema be changed no more."""
    driver(connection).set_authorizer(_permit)


def guard(connection: sqlite3.Connection, *, building: bool = False) -> None:
    """Keep a hostile file from reaching further than its own tables.

    Only one that is building, as making a project or migrating one is, may change the schema.
    """
    connection.set_authorizer(_permit_building if building else _permit)
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    connection.text_factory = _text
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA temp_store = MEMORY")


def _permit(action: int, word: str | None, second: str | None, *_: str | None) -> int:
    """Say whether a statement that is being prepared may do this; SQLite asks."""
    if action in _SCHEMA_CHANGES:
        return sqlite3.SQLITE_DENY
    return _permit_building(action, word, second)


def _permit_building(action: int, word: str | None, second: str | None, *_: str | None) -> int:
    named = second if action == sqlite3.SQLITE_FUNCTION else word
    denied = action in _OTHER_FILES or named in _DENIED_WORDS.get(action, ())
    return sqlite3.SQLITE_DENY if denied else sqlite3.SQLITE_OK


@contextmanager
def deadline(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt what takes longer: an OperationalError. One opcode cannot be interrupted."""
    ends = monotonic() + seconds
    connection.set_progress_handler(lambda: monotonic() > ends, 10_000)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def whole_columns(connection: sqlite3.Connection) -> Iterator[None]:
    """Read text as bytes, and longer ones than any value may be: whole columns strung together."""
    lenient, connection.text_factory = connection.text_factory, bytes
    length = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _TOGETHER)
    try:
        yield
    finally:
        connection.text_factory = lenient
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, length)


@contextmanager
def plain_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Read text without a call of ours for each value; what is no UTF-8 is an OperationalError."""
    lenient, connection.text_factory = connection.text_factory, str
    try:
        yield
    finally:
        connection.text_factory = lenient


def _text(raw: bytes) -> str:
    return raw.decode(errors="replace")


@contextmanager
def patient(connection: sqlite3.Connection) -> Iterator[None]:
    """Wait longer for others than who reads does: a save must not fail for one that reads."""
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_TO_SAVE}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")


def make_durable(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Let what is committed be on the disk, and the file be written to by nobody who only reads."""
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")


def uri(path: Path, options: str) -> str:
    """Return a path as SQLite takes it, whatever characters its name holds."""
    return f"file:{quote(os.fsencode(path.absolute()))}?{options}"
