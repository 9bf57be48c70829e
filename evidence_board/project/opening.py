"""Opening a project file: looked at before SQLite sees it, compared before anything is read.

The order is that of the design for hostile files: header, side files, schema on a read-only
connection with limits, quick check, and nothing is written or believed before that is over.
"""

import os
import shutil
import sqlite3
import stat
import struct
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from evidence_board.project import migrating
from evidence_board.project.engine import durable, guard, uri
from evidence_board.project.errors import (
    InUse,
    NotAProject,
    ProjectError,
    ReadOnly,
    TooNew,
    from_database,
)
from evidence_board.project.schema import APPLICATION_ID, VERSION, statements
from evidence_board.project.soundness import QuickCheck, refuse_other_schema

_MAGIC = b"SQLite format 3\x00"
_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_PATIENCE = 3.0
"""How many seconds to wait for another program that is in the middle of a change."""


def real(path: Path) -> Path:
    """Return where the file itself lies: SQLite keeps its journal beside that, not the link."""
    return Path(os.path.realpath(path))


def connect_new(path: Path) -> Engine:
    """Make the file with the schema of this version; ProjectError if that is not to be had."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o644))
    except FileExistsError:
        raise ProjectError(
            f"{path.name} exists already. Choose another name; nothing was overwritten."
        ) from None
    except OSError as error:
        raise ProjectError(f"{path} cannot be made ({error.strerror}).") from None
    try:
        engine = durable(path, read_only=False)
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
            for statement in statements():
                connection.exec_driver_sql(statement)
    except (DBAPIError, ProjectError) as error:
        discard_new(path)
        raise from_database(error) if isinstance(error, DBAPIError) else error from None
    return engine


def discard_new(path: Path) -> None:
    """Remove the file that `connect_new` made a moment ago, and its journal."""
    path.unlink(missing_ok=True)
    with suppress(OSError):  # there is none, or its name would be too long to be one
        _journal(path).unlink()


@contextmanager
def connected(path: Path, *, read_only: bool) -> Iterator[Engine]:
    """Lend an engine on a project file to read it all; ProjectError says why not.

    SQLite's check of the file runs beside the reading. Nothing is written before it is over, and
    if it finds damage, then that is told, whatever came of the reading.
    """
    _inspect_header(path)
    _inspect_side_files(path)
    if read_only:
        _await_other_writer(path)
    else:
        _refuse_protected(path)
        if unfinished(path):
            _recover(path)
    check = _begin_check(path)
    try:
        if not read_only and migrating.is_old(path):
            check.finish()  # only what is sound is brought to this version
            migrating.bring_up(path)
        if _was_in_wal(path):  # such a file is written to as soon as it is opened
            check.finish()
        engine = durable(path, read_only=read_only)
        try:
            yield engine
            check.finish()
        except BaseException:
            engine.dispose()
            raise
    finally:
        check.finish()


def inspect(path: Path) -> None:
    """Look at a project file without changing anything; ProjectError says what is wrong."""
    _begin_check(path).finish()


def _begin_check(path: Path) -> QuickCheck:
    _inspect_header(path)
    _inspect_side_files(path)
    if unfinished(path):
        raise _unfinished(path)
    refuse_other_schema(path)
    return QuickCheck(path)


def _was_in_wal(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(20)[18:] != b"\x01\x01"


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
    # A change that was cut short may have made the file longer already; it is taken back first.
    if version < 1 or not sound or (pages * page != size and not unfinished(path)):
        raise NotAProject(f"{path.name} is damaged or not complete. Restore it from a backup.")


def _inspect_side_files(path: Path) -> None:
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise NotAProject(
            f"{wal.name} beside the project was not made by this program. Move it away."
        )
    journal = _journal(path)
    if unfinished(path):
        with journal.open("rb") as file:
            file.seek(max(0, journal.stat().st_size - 8))
            if file.read() == _SUPER_JOURNAL:
                raise NotAProject(f"{journal.name} was not made by this program. Move it away.")


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _refuse_protected(path: Path) -> None:
    """Raise ReadOnly where the file cannot be written: SQLite itself would open it all the same."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        raise ReadOnly(f"{path.name} cannot be written ({error.strerror}).") from None


def unfinished(path: Path) -> bool:
    """Whether a change that was not finished lies beside the project.

    As SQLite sees it: a journal whose first byte is zero is done with.
    """
    try:
        with _journal(path).open("rb") as file:
            return file.read(1) not in (b"", b"\0")
    except OSError:
        return False


def _unfinished(path: Path) -> ProjectError:
    return ProjectError(
        f"A change of {path.name} was cut short and has to be taken back first. Open the project "
        "once to write."
    )


def _await_other_writer(path: Path) -> None:
    """Wait until a change that another program is making is finished."""
    patience = time.monotonic() + _PATIENCE
    while unfinished(path) and time.monotonic() < patience:
        time.sleep(0.02)


def _recover(path: Path) -> None:
    """Take back a change that a crash cut short, if that gives a sound project.

    It is tried on a copy first: a journal that is not the project's own would destroy it.
    """
    journal = _journal(path)
    with tempfile.TemporaryDirectory(prefix="evidence-board-") as folder:
        copy = Path(folder, path.name)
        try:
            shutil.copyfile(path, copy)
            shutil.copyfile(journal, _journal(copy))
            _roll_back(copy)
            inspect(copy)
        except (OSError, sqlite3.Error, ProjectError) as error:
            raise NotAProject(
                f"{path.name} cannot be made whole with {journal.name} beside it ({error}). "
                "Nothing was changed. Restore it from a backup."
            ) from error
    _roll_back(path)


def _roll_back(path: Path) -> None:
    with closing(sqlite3.connect(uri(path, "mode=rw"), uri=True)) as connection:
        guard(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if unfinished(path):
        raise InUse(f"Another program is writing to {path.name}. Try again in a moment.")
