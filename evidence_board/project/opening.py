"""Opening a project file: looked at before SQLite sees it, compared before anything is read.

The order is that of the design for hostile files: header, side files, schema on a read-only
connection with limits, quick check, and only then the connection that may write.
"""

import os
import sqlite3
import stat
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from evidence_board.project.errors import NotAProject, ProjectError, TooNew, from_database
from evidence_board.project.schema import APPLICATION_ID, VERSION, statements

_MAGIC = b"SQLite format 3\x00"
_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 200_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 64),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 16),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)


def connect_new(path: Path) -> Engine:
    """Make the file with the schema of this version; FileExistsError if something is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o644))
    engine = _engine(path, read_only=False)
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        for statement in statements():
            connection.exec_driver_sql(statement)
    return engine


def connect(path: Path, *, read_only: bool) -> Engine:
    """Return an engine on an inspected project file; ProjectError says why not."""
    if not read_only:
        _inspect_outside(path)
        if _hot_journal(path):
            _roll_back(path)
    inspect(path)
    return _engine(path, read_only=read_only)


def inspect(path: Path) -> None:
    """Look at a project file without changing anything; ProjectError says what is wrong."""
    _inspect_outside(path)
    try:
        _inspect_schema(path)
    except sqlite3.Error as error:
        raise _damaged(path, error) from error


def schema_differences(connection: sqlite3.Connection) -> list[str]:
    """Return the names of tables and indexes that differ from the schema of this version."""
    with closing(sqlite3.connect(":memory:")) as model:
        for statement in statements():
            model.execute(statement)
        wanted, found = _schema(model), _schema(connection)
    names = {*wanted, *found}
    return sorted(name for name in names if wanted.get(name) != found.get(name))


def read_only_connection(path: Path) -> sqlite3.Connection:
    """Return a guarded connection that cannot change the file or anything beside it."""
    connection = sqlite3.connect(_uri(path, "mode=ro&immutable=1"), uri=True)
    _guard(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _inspect_outside(path: Path) -> None:
    _inspect_header(path)
    _inspect_side_files(path)


def _inspect_header(path: Path) -> None:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise NotAProject(f"{path.name} is not there. Check the name and the folder.") from None
    except OSError as error:
        raise NotAProject(f"{path.name} cannot be read ({error.strerror}).") from None
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise NotAProject(f"{path.name} is not a file. Choose a project file.")
        _judge_header(path, os.read(handle, 100), state.st_size)
    finally:
        os.close(handle)


def _judge_header(path: Path, header: bytes, size: int) -> None:
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise NotAProject(f"{path.name} is not an Evidence Board project. Choose another file.")
    page_size, write_version, read_version, reserved = struct.unpack(">HBBB", header[16:21])
    pages, encoding, version = struct.unpack(">I24xII", header[28:64])[:3]
    (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION_ID:
        raise NotAProject(f"{path.name} is a database of another program, not a project.")
    if version > VERSION:
        raise TooNew(
            f"{path.name} was made with a newer version (format {version}, this one reads up to "
            f"{VERSION}). It was not changed. Open it with the newer version."
        )
    page = 65536 if page_size == 1 else page_size
    sound = encoding == 1 and not reserved and max(write_version, read_version) <= 2
    if version < 1 or not sound or pages * page != size:
        raise NotAProject(f"{path.name} is damaged or not complete. Restore it from a backup.")


def _inspect_side_files(path: Path) -> None:
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise NotAProject(f"{wal.name} beside the project was not made by this program. Move it.")
    journal = _journal(path)
    if _hot_journal(path):
        with journal.open("rb") as file:
            file.seek(max(0, journal.stat().st_size - 8))
            if file.read() == _SUPER_JOURNAL:
                raise NotAProject(f"{journal.name} was not made by this program. Move it away.")


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _hot_journal(path: Path) -> bool:
    journal = _journal(path)
    return journal.is_file() and journal.stat().st_size > 0


def _roll_back(path: Path) -> None:
    """Let SQLite finish taking back a change that a crash cut short."""
    with closing(sqlite3.connect(_uri(path, "mode=rw"), uri=True)) as connection:
        _guard(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _inspect_schema(path: Path) -> None:
    with closing(read_only_connection(path)) as connection:
        if differences := schema_differences(connection):
            raise NotAProject(
                f"{path.name} has parts that no project has ({', '.join(differences[:5])}). "
                "It was not opened."
            )
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise _damaged(path, found)


def _damaged(path: Path, cause: object) -> ProjectError:
    return NotAProject(f"{path.name} is damaged ({cause}). Restore it from a backup.")


def _schema(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema")
    return {str(name): " ".join(str(sql).split()) for name, sql in rows}


def _engine(path: Path, *, read_only: bool) -> Engine:
    try:
        raw = sqlite3.connect(
            _uri(path, "mode=ro" if read_only else "mode=rw"), uri=True, isolation_level=None
        )
        _guard(raw)
        _set_durability(raw, read_only)
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


def _guard(connection: sqlite3.Connection) -> None:
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    connection.text_factory = _text
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA temp_store = MEMORY")


def _text(raw: bytes) -> str:
    return raw.decode(errors="replace")


def _set_durability(connection: sqlite3.Connection, read_only: bool) -> None:
    connection.execute("PRAGMA busy_timeout = 3000")
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")


def _uri(path: Path, options: str) -> str:
    return f"file:{quote(os.fsencode(path.absolute()))}?{options}"
