"""A change that was not finished: seen beside a file, waited for, taken back in a copy."""

import filecmp
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from evidence_board.project import opening
from evidence_board.project.engine import guard, uri
from evidence_board.project.errors import ProjectError

_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")
"""How a journal ends that names files for SQLite to delete; we never make one."""
_PATIENCE = 3.0
_GLANCE = 0.02


def await_end(path: Path) -> None:
    """Wait a moment for a change that another program is making to a project."""
    patience = time.monotonic() + _PATIENCE
    while _lies_beside(path) and time.monotonic() < patience:
        time.sleep(_GLANCE)


def taken_back(path: Path, copy: Path) -> bool:
    """Make a copy in which a change that was cut short is taken back.

    Whether that was to do and gave a sound project; else the copy is worth nothing.
    """
    journal = Path(f"{path}-journal")
    try:
        if not _lies_beside(path) or _names_files(journal):
            return False
        shutil.copyfile(path, copy)
        shutil.copyfile(journal, f"{copy}-journal")
        with closing(sqlite3.connect(uri(copy, "mode=rw"), uri=True)) as connection:
            guard(connection)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        opening.inspect(copy)
    except (OSError, sqlite3.Error, ProjectError):
        return False
    return not filecmp.cmp(path, copy, shallow=False)


def _lies_beside(path: Path) -> bool:
    """Whether a journal does that is not done with: its first byte is not zero then."""
    try:
        with Path(f"{path}-journal").open("rb") as file:
            return file.read(1) not in (b"", b"\0")
    except OSError:
        return False


def _names_files(journal: Path) -> bool:
    with journal.open("rb") as file:
        file.seek(max(0, journal.stat().st_size - len(_SUPER_JOURNAL)))
        return file.read() == _SUPER_JOURNAL
