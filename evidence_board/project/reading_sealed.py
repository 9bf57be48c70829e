"""Sealed bytes of a project that may be open elsewhere, read by a process that has it not open."""

import sqlite3
from contextlib import closing
from pathlib import Path

from evidence_board.project.engine import guard, mode_to_read, uri
from evidence_board.project.errors import ProjectError, reason
from evidence_board.project.sealed import Kept


def read_sealed(path: Path, digest: str) -> bytes | None:
    """Return the bytes with a SHA-256, which may be others by now; None where none are kept.

    ProjectError says that the file cannot be read just now.
    """
    try:
        with closing(sqlite3.connect(uri(path, mode_to_read(path)), uri=True)) as connection:
            guard(connection)
            connection.execute("PRAGMA busy_timeout = 10000")
            return b"".join(Kept(connection, digest).pieces())
    except KeyError:
        return None
    except (OSError, sqlite3.Error) as error:
        raise ProjectError(f"{path.name} could not be read ({reason(error)}).") from error
