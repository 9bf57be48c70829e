"""Copying an open project to another file: whole or not at all, never over what is there."""

import sqlite3
from contextlib import closing
from pathlib import Path

from evidence_board.project.errors import ProjectError
from evidence_board.project.new_file import whole_or_nothing
from evidence_board.project.telling import Told

_PAGES = 1_024
"""So many are copied between two times that it is told."""


def copy(source: sqlite3.Connection, path: Path, told: Told | None = None) -> None:
    """Copy the project behind a connection to `path`; ProjectError says why not.

    The copy is checked before it gets its name, so that no part of it is ever found there.
    """
    with whole_or_nothing(path) as part:
        _fill(source, part, told)


def _fill(source: sqlite3.Connection, part: Path, told: Told | None) -> None:
    def step(_status: int, left: int, total: int) -> None:
        if told is not None:
            told(total - left, total)

    with closing(sqlite3.connect(part)) as target:
        source.backup(target, pages=_PAGES if told else -1, progress=step)
        found = target.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise ProjectError(f"The copy is not sound ({found}). Nothing was kept of it.")
