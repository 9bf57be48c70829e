"""Attachments: original bytes and extracted texts, kept by their SHA-256, never altered."""

import hashlib

from sqlalchemy import Connection


def keep(connection: Connection, content: bytes) -> str:
    """Store bytes unless they are there already; return their SHA-256.

    The stored bytes are read back and hashed before this returns (as Fossil does), so that a
    fault while writing shows at once. ValueError says that they came back different.
    """
    digest = hashlib.sha256(content).hexdigest()
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO attachment (sha256, size, bytes) VALUES (?, ?, ?)",
        (digest, len(content), content),
    )
    if hashlib.sha256(fetch(connection, digest)).hexdigest() != digest:
        raise ValueError("The stored copy differs from the original. Nothing was added.")
    return digest


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
