"""Verifying the history of a project that is open: in a process of its own.

It reads the file through its own connection, which no thread of this process could do: closing it
would let go of the lock of the one that writes.
"""

import os
import sqlite3
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from evidence_board.project.agreement import disagreements, sentences
from evidence_board.project.beside import beside
from evidence_board.project.chain import Chain, Found, ended, walk
from evidence_board.project.engine import guard, mode_to_read, uri
from evidence_board.project.errors import ProjectError, reason
from evidence_board.project.past import UNREADABLE
from evidence_board.project.telling import Progress

_TRIES = 3
"""So often rows are compared with the history if somebody writes meanwhile."""
_PATIENCE_MS = 3_000


def verified(path: Path) -> Generator[Progress, None, Chain]:
    """Verify the history of the project at ``path``; yields how far it is.

    Closing the generator ends the process at once. ProjectError says why it could not be verified.
    """
    stopped = "The history could not be verified. Try again."
    return (yield from beside(partial(_verified, path), stopped, quiet=True))


def verified_now(path: Path) -> Chain:
    """Verify the history of a project that this process does not have open."""
    try:
        with closing(_connection(Path(os.path.realpath(path)))) as connection:
            return ended(verify(connection))
    except (sqlite3.Error, *UNREADABLE) as error:
        return Chain(0, others=(f"The history cannot be read ({reason(error)}).",))


def verify(connection: sqlite3.Connection) -> Generator[Progress, None, Chain]:
    """Verify a history by a connection that cannot write; first the chain, then the rows."""
    for _ in range(_TRIES):
        version = _data_version(connection)
        chain = yield from _part(walk(connection), 0)
        if chain.holds or _data_version(connection) == version:
            break  # else the newest step, of someone who types, may have grown between two reads
    for _ in range(_TRIES):
        version = _data_version(connection)
        try:
            found = yield from _part(disagreements(connection), 1)
        except UNREADABLE as error:  # the chain has its say all the same
            words = f"The records cannot be compared with the history ({reason(error)})."
            return replace(chain, others=(words,))
        if _data_version(connection) == version:
            return replace(chain, others=tuple(sentences(found)))
    return chain


def _part(work: Generator[Progress, None, Found], place: int) -> Generator[Progress, None, Found]:
    """Do one half of the work; its progress is that of the whole."""
    try:
        while True:
            done, total = next(work)
            yield place * total + done, 2 * total
    except StopIteration as end:
        found: Found = end.value
        return found


def _data_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _verified(path: Path) -> Generator[Progress, None, Chain]:
    """Verify a history by a connection of its own."""
    try:
        with closing(_connection(path)) as connection:
            return (yield from verify(connection))
    except (sqlite3.Error, *UNREADABLE) as error:
        raise ProjectError(f"The history cannot be read ({reason(error)}).") from error


def _connection(path: Path) -> sqlite3.Connection:
    place = uri(path, mode_to_read(path))
    connection = sqlite3.connect(place, uri=True, timeout=_PATIENCE_MS / 1_000)
    guard(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection
