"""Copying an open project to another file: whole or not at all, never over what is there."""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from evidence_board.project.errors import ProjectError, from_database
from evidence_board.project.new_file import give_name, refuse_taken, seal

Told = Callable[[int, int], None]
"""Told how many pages are done, of how many."""

_PAGES = 1_024
"""So many are copied between two times that it is told."""


def copy(source: sqlite3.Connection, path: Path, told: Told | None = None) -> None:
    """Copy the project behind a connection to `path`; ProjectError says why not.

    The copy is made beside its place, checked and synced before it gets its name, so that no part
    of it is ever found there.
    """
    refuse_taken(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise ProjectError(f"{path} cannot be made ({error.strerror}).") from None
    part = Path(name)
    try:
        _fill(source, part, told)
        give_name(part, path)
    except FileExistsError:
        raise ProjectError(f"{path.name} was made in the meantime. Choose another name.") from None
    except sqlite3.Error as error:
        raise from_database(error) from error
    except OSError as error:
        raise ProjectError(f"{path} cannot be made ({error.strerror}).") from None
    finally:
        part.unlink(missing_ok=True)


def _fill(source: sqlite3.Connection, part: Path, told: Told | None) -> None:
    def step(_status: int, left: int, total: int) -> None:
        if told is not None:
            told(total - left, total)

    with closing(sqlite3.connect(part)) as target:
        source.backup(target, pages=_PAGES if told else -1, progress=step)
        found = target.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise ProjectError(f"The copy is not sound ({found}). Nothing was kept of it.")
    seal(part)
