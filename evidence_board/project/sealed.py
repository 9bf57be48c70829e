"""Sealed bytes in a file, read and written piece by piece on SQLite's own connection.

One value may have 64 MB and a project many of them, so none is ever handed over whole here. Errors
are those of sqlite3.
"""

import hashlib
import sqlite3
from collections.abc import Iterator

from evidence_board.model.content import PIECE, Bytes, pieces_of, size_of
from evidence_board.project.errors import ProjectError


class Kept:
    """Bytes that are kept in a file, for as long as its connection is open; made by their SHA-256.

    KeyError says that they are not there.
    """

    def __init__(self, connection: sqlite3.Connection, digest: str) -> None:
        row = row_of(connection, digest)
        if row is None:
            raise KeyError(digest)
        self._connection, self._row = connection, row

    @property
    def size(self) -> int:
        """How many bytes they are."""
        with self._connection.blobopen("attachment", "bytes", self._row, readonly=True) as kept:
            return len(kept)

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes."""
        return pieces(self._connection, self._row)


def row_of(connection: sqlite3.Connection, digest: str) -> int | None:
    """Return the row in which the bytes with this SHA-256 stand; None if they are not kept."""
    found = connection.execute(
        "SELECT rowid FROM attachment WHERE sha256 = ?", (digest,)
    ).fetchone()
    return None if found is None else int(found[0])


def pieces(connection: sqlite3.Connection, row: int) -> Iterator[bytes]:
    """Yield the bytes of a row; the connection reads from the first one to the last."""
    with connection.blobopen("attachment", "bytes", row, readonly=True) as kept:
        while part := kept.read(PIECE):
            yield part


def digest_of(connection: sqlite3.Connection, row: int) -> str:
    """Return the SHA-256 of the bytes of a row."""
    found = hashlib.sha256()
    for part in pieces(connection, row):
        found.update(part)
    return found.hexdigest()


def is_sound(connection: sqlite3.Connection, row: int, digest: str) -> bool:
    """Whether the bytes of a row are those with this SHA-256; none that cannot be read are."""
    try:
        return digest_of(connection, row) == digest
    except sqlite3.Error:
        return False


def altered(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield each SHA-256 under which other bytes stand than it was made of, at a second look too.

    A disk that failed once has not altered anything.
    """
    for row, digest in connection.execute("SELECT rowid, sha256 FROM attachment").fetchall():
        if not is_sound(connection, row, digest) and not is_sound(connection, row, digest):
            yield str(digest)


def write(connection: sqlite3.Connection, digest: str, content: Bytes) -> int:
    """Write bytes under a SHA-256, inside a transaction; returns their row.

    They are not compared with it. ProjectError says that they could not be read again.
    """
    if isinstance(content, bytes) and len(content) <= PIECE:
        made = connection.execute(
            "INSERT INTO attachment (sha256, size, bytes) VALUES (?, ?, ?)",
            (digest, len(content), content),
        )
        return int(made.lastrowid or 0)
    row = _room(connection, digest, size_of(content))
    try:
        with connection.blobopen("attachment", "bytes", row) as kept:
            for part in pieces_of(content):
                kept.write(part)
    except (OSError, ValueError) as error:  # it was changed, or its disk is gone
        raise ProjectError(
            f"An original could not be read a second time ({error}). Nothing was added; add it "
            "again."
        ) from error
    return row


def _room(connection: sqlite3.Connection, digest: str, size: int) -> int:
    """Make room for so many bytes; returns their row."""
    # That they are as many as their size says is seen to here: SQLite would make all of them.
    connection.execute("PRAGMA ignore_check_constraints = ON")
    try:
        made = connection.execute(
            "INSERT INTO attachment (sha256, size, bytes) VALUES (?, ?, zeroblob(?))",
            (digest, size, size),
        )
    finally:
        connection.execute("PRAGMA ignore_check_constraints = OFF")
    return int(made.lastrowid or 0)
