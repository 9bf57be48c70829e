"""Attachments: original bytes and extracted texts, kept by their SHA-256, never altered."""

from collections.abc import Iterator

from sqlalchemy import Connection

from evidence_board.model.content import Bytes
from evidence_board.project import sealed
from evidence_board.project.engine import driver
from evidence_board.project.errors import ProjectError


def keep(connection: Connection, digest: str, content: Bytes) -> None:
    """Store bytes under their SHA-256 unless they are there already.

    The stored bytes are read back and hashed before this returns (as Fossil does), so that a
    fault while writing shows at once, by a ProjectError.
    """
    raw = driver(connection)
    row = sealed.row_of(raw, digest)
    if row is None:
        row = sealed.write(raw, digest, content)
    if sealed.digest_of(raw, row) != digest:
        raise ProjectError("The stored copy differs from the original. Nothing was added.")


def fetch(connection: Connection, digest: str) -> bytes:
    """Return the bytes with this SHA-256; KeyError if they are not kept here.

    For texts, and for pictures that are to be decoded; what is only handed on has `pieces`.
    """
    return b"".join(pieces(connection, digest))


def pieces(connection: Connection, digest: str) -> Iterator[bytes]:
    """Yield the bytes with this SHA-256; KeyError if they are not kept here."""
    raw = driver(connection)
    row = sealed.row_of(raw, digest)
    if row is None:
        raise KeyError(digest)
    yield from sealed.pieces(raw, row)


def size_of(connection: Connection, digest: str) -> int:
    """Return how many bytes there are with this SHA-256; KeyError if they are not kept here."""
    row = (
        driver(connection)
        .execute("SELECT length(bytes) FROM attachment WHERE sha256 = ?", (digest,))
        .fetchone()
    )
    if row is None:
        raise KeyError(digest)
    return int(row[0])


def keeps(connection: Connection, digest: str) -> bool:
    """Whether the bytes with this SHA-256 are kept."""
    return sealed.row_of(driver(connection), digest) is not None


def altered(connection: Connection) -> frozenset[str]:
    """Return the SHA-256 under which other bytes are kept than it was made of."""
    return frozenset(sealed.altered(driver(connection)))
