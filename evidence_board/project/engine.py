"""Connections to a project file: guarded against what it holds, durable in what they write."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from evidence_board.project.errors import from_database

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 200_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 64),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 16),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)


def durable(path: Path, *, read_only: bool) -> Engine:
    """Return an engine with the one connection to a project file; ProjectError says why not."""
    try:
        raw = sqlite3.connect(
            uri(path, "mode=ro" if read_only else "mode=rw"),
            uri=True,
            isolation_level=None,
            check_same_thread=False,  # the writer's thread and its owner take turns
        )
        guard(raw)
        make_durable(raw, read_only=read_only)
    except sqlite3.Error as error:
        raise from_database(error) from error
    engine = create_engine("sqlite://", creator=_returning(raw), poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _returning(raw: sqlite3.Connection) -> Callable[[], sqlite3.Connection]:
    return lambda: raw


def _begin(connection: Connection) -> None:
    """Start each transaction ourselves; the driver would leave out DDL."""
    connection.exec_driver_sql(str(connection.info.get("begin", "BEGIN IMMEDIATE")))


def driver(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection under one of SQLAlchemy: for what is done many times over.

    Its errors are those of sqlite3.
    """
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def guard(connection: sqlite3.Connection) -> None:
    """Keep a hostile file from reaching further than its own tables."""
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    connection.text_factory = _text
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA temp_store = MEMORY")


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


def make_durable(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Let what is committed be on the disk, and the file be written to by nobody who only reads."""
    connection.execute("PRAGMA busy_timeout = 3000")
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
