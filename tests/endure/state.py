"""What a project holds as one digest: to compare memory with the file, and now with later."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from evidence_board.project.project import Project
from tests.commands.cases import held


def of_memory(project: Project) -> str:
    """Return a digest of all records and steps of an open project, as they are in memory."""
    steps = [list(step) for step in project.steps()]
    text = json.dumps([held(project), steps], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def of_file(path: Path) -> str:
    """Return a digest of all rows of a file, read by plain sqlite3, which recovers what it finds.

    sqlite3.DatabaseError says that it cannot be read, or that SQLite's check finds something.
    """
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        return of_rows(connection)


def of_rows(connection: sqlite3.Connection) -> str:
    """Return a digest of all rows that a connection reads, those of the search index among them."""
    connection.text_factory = bytes
    digest = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "ORDER BY name"
    ).fetchall()
    for (name,) in tables:
        digest.update(name)
        for row in connection.execute(f'SELECT * FROM "{name.decode()}"'):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def of_bytes(path: Path) -> dict[str, bytes]:
    """Return the contents of all files of a folder by their names."""
    return {one.name: one.read_bytes() for one in path.iterdir() if one.is_file()}
