"""Attachments: original bytes and extracted texts, kept by their SHA-256, never altered."""

import hashlib

from sqlalchemy import Connection

from evidence_board.project.errors import ProjectError


def keep(connection: Connection, digest: str, content: bytes) -> None:
    """Store bytes under their SHA-256 unless they are there already.

    The stored bytes are read back and hashed before this returns (as Fossil does), so that a
    fault while writing shows at once, by a ProjectError.
    """
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO attachment (sha256, size, bytes) VALUES (?, ?, ?)",
        (digest, len(content), content),
    )
    if hashlib.sha256(fetch(connection, digest)).hexdigest() != digest:
        raise ProjectError("The stored copy differs from the original. Nothing was added.")


def fetch(connection: Connection, digest: str) -> bytes:
    """Return the bytes with this SHA-256; KeyError if they are not kept here."""
    row = connection.exec_driver_sql(
        "SELECT bytes FROM attachment WHERE sha256 = ?", (digest,)
    ).first()
    if row is None:
        raise KeyError(digest)
    return bytes(row[0])


def keeps(connection: Connection, digest: str) -> bool:
    """Whether the bytes with this SHA-256 are kept."""
    row = connection.exec_driver_sql("SELECT 1 FROM attachment WHERE sha256 = ?", (digest,)).first()
    return row is not None


def altered(connection: Connection) -> frozenset[str]:
    """Return the SHA-256 under which other bytes are kept than it was made of."""
    rows = connection.exec_driver_sql("SELECT sha256, bytes FROM attachment")
    return frozenset(
        str(digest) for digest, content in rows if hashlib.sha256(content).hexdigest() != digest
    )
