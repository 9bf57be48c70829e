"""What lies beside a project that was not closed: whose it is, and what may be done with it.

SQLite takes back an unfinished save from a "-journal", and finishes one from a "-wal", as soon as
it opens the file beside it. A crafted one would write whatever it likes, or delete another file, so
that is done to the project itself only where our own record shows that our own crash left it, and
only after it gave a sound project on a copy.
"""

import filecmp
import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from evidence_board.project import new_file, presence
from evidence_board.project.engine import guard, uri
from evidence_board.project.errors import (
    Damaged,
    InUse,
    NotAProject,
    ProjectError,
    Unfinished,
    from_database,
)

_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")
"""How a journal ends that names files for SQLite to delete; we never make one."""
_PATIENCE, _GLANCE = 3.0, 0.02
"""How many seconds to wait for another program that is in the middle of a change."""
_TIMES, _MORE = 4, 64 << 20
"""So many times as large as the project, and so many bytes more, may be what lies beside it."""
Inspection = Callable[[Path], object]
"""Raises ProjectError where a file is no sound project."""


def journal(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take a change back."""
    return path.parent / f"{path.name}-journal"


def log(path: Path) -> Path:
    """Return where SQLite would keep changes that another program made in its other mode."""
    return path.parent / f"{path.name}-wal"


def _index_of_log(path: Path) -> Path:
    """Return what SQLite writes to find its way in a log, as soon as it opens one."""
    return path.parent / f"{path.name}-shm"


def unfinished(path: Path) -> bool:
    """Whether a change that was not finished lies beside the project.

    As SQLite sees it: a journal whose first byte is zero is done with.
    """
    return _first(journal(path)) not in (b"", b"\0")


def log_left(path: Path) -> bool:
    """Whether changes of another program lie beside the project."""
    return _first(log(path)) != b""


def judge(path: Path) -> None:
    """Raise NotAProject where what lies beside the project can only have been made to do harm."""
    for beside in (journal(path), log(path), _index_of_log(path)):
        if not os.path.lexists(beside):
            continue
        state = beside.lstat()
        if not stat.S_ISREG(state.st_mode):
            raise NotAProject(f"{beside.name} beside the project is no plain file. Move it away.")
        if state.st_nlink > 1:  # SQLite would write into that other file
            raise NotAProject(
                f"{beside.name} beside the project is another file under a second name. Move it "
                "away."
            )
        if _is_outsized(beside, path):
            raise NotAProject(
                f"{beside.name} beside the project is far larger than an unfinished save of it can "
                "be. Move it away."
            )
    if _names_files(path):
        raise NotAProject(
            f"{journal(path).name} beside the project names further files and was not made by this "
            "program. Move it away; nothing was changed."
        )


def _is_outsized(beside: Path, path: Path) -> bool:
    """Whether what lies beside a project is larger than all of it: to copy it could fill a disk.

    A journal holds each page once; a log may hold one several times.
    """
    try:
        return beside.lstat().st_size > _TIMES * path.stat().st_size + _MORE
    except OSError:
        return False


def await_end(path: Path) -> None:
    """Wait a moment until a change that another program is making is finished."""
    patience = time.monotonic() + _PATIENCE
    while unfinished(path) and time.monotonic() < patience:
        time.sleep(_GLANCE)


def is_own(path: Path) -> bool:
    """Whether the unfinished change beside the project is from a crash of ours on this computer."""
    left = presence.of(path)
    return left is not None and not left.runs and not log_left(path)


def refusal(path: Path) -> Unfinished:
    """Return what is told where a change of unknown origin lies beside the project."""
    beside = log(path) if log_left(path) else journal(path)
    return Unfinished(
        f"{beside.name} beside {path.name} holds an unfinished save that was not begun on this "
        "computer, or that another program began. Nothing was changed. Finish it on a copy, or "
        "open a copy without it."
    )


def take_back(path: Path, inspect: Inspection) -> None:
    """Take back what our own crash cut short, if that gives the sound project that it was.

    It is tried on a copy first: a journal that is not the project's own would destroy it.
    """
    left = presence.of(path)
    assert left is not None, "asked for a crash of ours only"
    with new_file.private_folder(None, path.name) as folder:
        try:
            copy = folder / path.name
            _copy(path, copy, with_change=True)
            _settle(copy)
            inspect(copy)
            found = project_of(copy)
        except (OSError, sqlite3.Error, ProjectError) as error:
            raise _not_whole(path, str(error)) from error
    if found != left.project:
        raise _not_whole(path, "it is not of this project")
    try:
        _settle(path)
    except sqlite3.Error as error:
        raise from_database(error) from error
    if unfinished(path):
        raise InUse(f"Another program is writing to {path.name}. Try again in a moment.")


def taken_back(path: Path, copy: Path, inspect: Inspection) -> bool:
    """Make a copy in which a change that was cut short is taken back.

    Whether that was to do and gave a sound project; else the copy is worth nothing.
    """
    if not unfinished(path) or _names_files(path) or _is_outsized(journal(path), path):
        return False
    try:
        _copy(path, copy, with_change=True)
        _settle(copy)
        inspect(copy)
    except (OSError, sqlite3.Error, ProjectError):
        return False
    return not filecmp.cmp(path, copy, shallow=False)


def finished_copy(path: Path, copy: Path, inspect: Inspection) -> None:
    """Make `copy` of the project with the save beside it finished, as SQLite does that.

    ProjectError says why it cannot be; then nothing is left at `copy`. Neither the project nor
    what lies beside it is touched.
    """
    _make(path, copy, inspect, with_change=True)


def copy_without(path: Path, copy: Path, inspect: Inspection) -> None:
    """Make `copy` of the project as it lies there, without the save beside it; as above."""
    _make(path, copy, inspect, with_change=False)


def _make(path: Path, copy: Path, inspect: Inspection, *, with_change: bool) -> None:
    judge(path)
    with new_file.whole_or_nothing(copy) as part:
        _copy(path, part, with_change=with_change)
        try:
            _settle(part)
            inspect(part)
        except (sqlite3.Error, ProjectError) as error:
            raise _no_copy(path, with_change) from error


def _no_copy(path: Path, with_change: bool) -> Damaged:
    if with_change:
        return Damaged(
            f"The unfinished save beside {path.name} does not give a sound project. Nothing was "
            "changed. Open a copy without it."
        )
    return Damaged(
        f"{path.name} is no sound project without the unfinished save beside it. Nothing was "
        "changed. Finish that on a copy."
    )


def _not_whole(path: Path, why: str) -> Damaged:
    return Damaged(
        f"{path.name} cannot be made whole with {journal(path).name} beside it ({why}). "
        "Nothing was changed. Restore it from a backup."
    )


def _copy(path: Path, part: Path, *, with_change: bool) -> None:
    """Copy the file, and what lies beside it if that is wanted."""
    shutil.copyfile(path, part)
    for of in (journal, log) if with_change else ():
        if _first(of(path)):
            shutil.copyfile(of(path), of(part), follow_symlinks=False)


def _settle(path: Path) -> None:
    """Let SQLite take back, or finish, what lies beside a file."""
    with closing(sqlite3.connect(uri(path, "mode=rw"), uri=True)) as connection:
        guard(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if log_left(path):
            connection.execute("PRAGMA journal_mode = DELETE")


def project_of(path: Path) -> str:
    """Return the id that a file gives for its project; it was looked at before."""
    with closing(sqlite3.connect(uri(path, "mode=ro&immutable=1"), uri=True)) as connection:
        guard(connection)
        row = connection.execute("SELECT id FROM project").fetchone()
        return str(row[0]) if row else ""


def _names_files(path: Path) -> bool:
    """Whether a change beside the project names further files, for SQLite to delete."""
    return unfinished(path) and _last(journal(path), len(_SUPER_JOURNAL)) == _SUPER_JOURNAL


def _first(path: Path) -> bytes:
    """Return the first byte of a plain file, nothing where there is none."""
    return _read(path, 0, 1)


def _last(path: Path, count: int) -> bytes:
    return _read(path, -count, count)


def _read(path: Path, start: int, count: int) -> bytes:
    """Return some bytes of a plain file, those from its end where `start` is below zero."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError:
        return b""
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            return b""
        os.lseek(handle, max(0, state.st_size + start) if start < 0 else start, os.SEEK_SET)
        return os.read(handle, count)
    finally:
        os.close(handle)
