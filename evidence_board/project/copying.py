"""Copying a project to another file: whole or not at all, never over what is there."""

import sqlite3
from contextlib import closing
from pathlib import Path

from evidence_board.project.errors import ProjectError
from evidence_board.project.new_file import not_copied, whole_or_nothing
from evidence_board.project.syncing import sync
from evidence_board.project.telling import Told, tell_nobody

_PAGES = 1_024
"""So many are copied between two times that it is told."""
_STEPS = 100_000
"""So many steps of SQLite's check lie between two times that it is asked whether it goes on."""


def copy(source: sqlite3.Connection, path: Path, told: Told = tell_nobody) -> None:
    """Copy the project behind a connection to `path`; ProjectError says why not.

    The copy is checked before it gets its name, so that no part of it is ever found there. What
    `told` raises ends it.
    """
    with whole_or_nothing(path) as part:
        fill(source, part, told)
        confirm(part, told)


def fill(source: sqlite3.Connection, part: Path, told: Told) -> None:
    """Copy all pages to a file; between two steps others may use the connection, to save too."""
    with closing(sqlite3.connect(part)) as target:
        source.backup(
            target,
            pages=_PAGES,
            progress=lambda _status, left, total: told(total - left, total),
        )


def confirm(part: Path, told: Told) -> None:
    """Have a copy on the disk once it was looked through; ProjectError if it is not sound."""
    stopped: list[BaseException] = []

    def ask() -> int:
        try:
            told(0, 0)  # how far the check is nobody knows
        except BaseException as end:  # raised below: SQLite would only say that it was interrupted
            stopped.append(end)
        return len(stopped)

    with closing(sqlite3.connect(part)) as target:
        target.set_progress_handler(ask, _STEPS)
        try:
            (found,) = target.execute("PRAGMA integrity_check(1)").fetchone()
        except sqlite3.Error as error:
            if stopped:
                raise stopped[0] from None
            raise not_copied(error) from error
    if found != "ok":
        raise ProjectError(
            "A part of the project is damaged, and would be in a copy. No file was made. Restore "
            "the project from a backup, or salvage it."
        )
    told(0, 0)
    sync(part)
