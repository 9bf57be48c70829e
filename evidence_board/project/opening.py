"""Opening a project file: looked at before SQLite sees it, compared before anything is read.

The order is that of the design for hostile files: header, side files, schema on a read-only
connection with limits, quick check, and nothing is written or believed before that is over.
"""

import os
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from evidence_board.outputs import refuse_name
from evidence_board.project import leftovers, migrating, presence
from evidence_board.project.engine import durable, end_building
from evidence_board.project.errors import (
    Damaged,
    InUse,
    NotAProject,
    ProjectError,
    ReadOnly,
    TooNew,
)
from evidence_board.project.new_file import not_copied
from evidence_board.project.schema import APPLICATION_ID, VERSION, statements
from evidence_board.project.soundness import QuickCheck, refuse_other_schema
from evidence_board.project.telling import Told, tell_nobody

_MAGIC = b"SQLite format 3\x00"
LARGEST = 32 << 30
"""In bytes: more than any project takes, and less than a file of nothing can claim to be."""


def real(path: Path) -> Path:
    """Return where the file itself lies: SQLite keeps its journal beside that, not the link."""
    return Path(os.path.realpath(path))


def connect_new(path: Path) -> Engine:
    """Make the file with the schema of this version; ProjectError if that is not to be had."""
    try:
        refuse_name(path)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o644))
    except FileExistsError:
        raise ProjectError(
            f"{path.name} exists already. Choose another name; nothing was overwritten."
        ) from None
    except OSError as error:
        raise ProjectError(f"{path} cannot be made ({error.strerror}).") from None
    try:
        engine = durable(path, read_only=False, building=True)
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
            for statement in statements():
                connection.exec_driver_sql(statement)
        with engine.connect() as connection:
            end_building(connection)
    except (DBAPIError, ProjectError) as error:
        discard_new(path)
        raise not_copied(error) if isinstance(error, DBAPIError) else error from None
    return engine


def discard_new(path: Path) -> None:
    """Remove the file that `connect_new` made a moment ago, and its journal."""
    path.unlink(missing_ok=True)
    with suppress(OSError):  # there is none, or its name would be too long to be one
        leftovers.journal(path).unlink()


@contextmanager
def connected(
    path: Path, *, read_only: bool, rows: bool = True, told: Told = tell_nobody
) -> Iterator[Engine]:
    """Lend an engine on a project file to read it all; ProjectError says why not.

    UnsoundRows, where `rows` are to be judged too, says that some cannot be records. One of an
    older version is converted first: how far that is is `told`.

    SQLite's check of the file runs beside the reading. Nothing is written before it is over, and
    if it finds damage, then that is told, whatever came of the reading.
    """
    look(path)
    _settle_leftovers(path, read_only)
    check = _begin_check(path, rows=rows)
    try:
        if not read_only and migrating.is_old(path):
            check.finish()  # only what is sound is brought to this version
            _bring_up(path, told)
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


def _bring_up(path: Path, told: Told) -> None:
    """Convert a file; if that is cut short, it is known to be our own doing.

    So it is where the disk fails to the end, and what was begun could not be taken back.
    """
    file = presence.begin(path, leftovers.project_of(path))
    try:
        migrating.bring_up(path, told=told)
    finally:
        ended = presence.leave if leftovers.unfinished(path) else presence.end
        ended(file)


def inspect(path: Path) -> None:
    """Look at a project file without changing anything; ProjectError says what is wrong.

    What stands in its rows is not judged.
    """
    _begin_check(path, rows=False).finish()


def refuse_finished(path: Path) -> None:
    """Raise ProjectError unless an unfinished save lies beside the file that nobody is making."""
    path = real(path)
    look(path)
    leftovers.await_end(path)
    if not (leftovers.unfinished(path) or leftovers.log_left(path)):
        raise ProjectError(f"No unfinished save lies beside {path.name}. Open it as it is.")
    if isinstance(refusal := _cut_short(path), InUse):
        raise refusal


def finished_copy(path: Path, copy: Path) -> None:
    """Make a copy of a project with the unfinished save beside it finished; ProjectError if not."""
    leftovers.finished_copy(real(path), copy, inspect)


def copy_without(path: Path, copy: Path) -> None:
    """Make a copy of a project without the unfinished save beside it; ProjectError if not."""
    leftovers.copy_without(real(path), copy, inspect)


def _begin_check(path: Path, *, rows: bool) -> QuickCheck:
    look(path)
    if leftovers.unfinished(path) or leftovers.log_left(path):
        raise _cut_short(path)
    refuse_other_schema(path)
    return QuickCheck(path, rows=rows)


def _settle_leftovers(path: Path, read_only: bool) -> None:
    """Take back what our own crash cut short; ProjectError where that is not for us to do."""
    if not read_only:
        _refuse_protected(path)
    if leftovers.unfinished(path) and not (leftovers.is_own(path) and not read_only):
        leftovers.await_end(path)
    if leftovers.unfinished(path) or leftovers.log_left(path):
        if read_only or not leftovers.is_own(path):
            raise _cut_short(path)
        leftovers.take_back(path, inspect)


def _cut_short(path: Path) -> ProjectError:
    there = presence.of(path)
    if there is not None and there.runs:
        return InUse(f"Another program is writing to {path.name}. Try again in a moment.")
    if not leftovers.is_own(path):
        return leftovers.refusal(path)
    return ProjectError(
        f"A change of {path.name} was cut short and has to be taken back first. Open the project "
        "once to write."
    )


def _was_in_wal(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(20)[18:] != b"\x01\x01"


def look(path: Path) -> None:
    """Refuse what no project is by its first bytes and by what lies beside it.

    Before SQLite sees the file, and before anything, a lock say, is written beside it.
    """
    header, size = _first_bytes(path)
    _judge_header(path, header, size)
    leftovers.judge(path)


def refuse_no_database(path: Path) -> None:
    """Refuse what SQLite could wait at for ever, such as a pipe, and what is none of its files."""
    _refuse_no_database(path, _first_bytes(path)[0])


def _first_bytes(path: Path) -> tuple[bytes, int]:
    """Return the header of what may be anything, and its size; NotAProject if it is no file."""
    name = path.name or str(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise NotAProject(f"{name} is not there. Check the name and the folder.") from None
    except OSError as error:
        raise NotAProject(f"{name} cannot be read ({error.strerror}).") from None
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise NotAProject(f"{name} is not a file. Choose a project file.")
        if state.st_size > LARGEST:
            raise NotAProject(
                f"{name} is larger than {LARGEST >> 30} GB, as no project is. It was not opened."
            )
        return os.read(handle, 100), state.st_size
    finally:
        os.close(handle)


def _judge_header(path: Path, header: bytes, size: int) -> None:
    _refuse_no_database(path, header)
    page_size, write_version, read_version, reserved = struct.unpack(">HBBB", header[16:21])
    pages, encoding, version = struct.unpack(">I24xII", header[28:64])[:3]
    (application,) = struct.unpack(">I", header[68:72])
    if application != APPLICATION_ID:
        raise NotAProject(
            f"{path.name} is a database of another program, not a project. Choose another file."
        )
    if version > VERSION:
        raise TooNew(
            f"{path.name} was made with a newer version (format {version}, this one reads up to "
            f"{VERSION}). It was not changed. Open it with the newer version."
        )
    page = 65536 if page_size == 1 else page_size
    sound = encoding == 1 and not reserved and max(write_version, read_version) <= 2
    # A change that was cut short may have made the file longer already; it is taken back first.
    if version < 1 or not sound or (pages * page != size and not leftovers.unfinished(path)):
        raise Damaged(f"{path.name} is damaged or not complete. Restore it from a backup.")


def _refuse_no_database(path: Path, header: bytes) -> None:
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise NotAProject(f"{path.name} is not an Evidence Board project. Choose another file.")


def _refuse_protected(path: Path) -> None:
    """Raise ReadOnly where the file cannot be written: SQLite itself would open it all the same."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        raise ReadOnly(f"{path.name} cannot be written ({error.strerror}).") from None
