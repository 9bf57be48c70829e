"""The schema and SQLite's own quick check: what a file must hold before anything in it counts.

The quick check walks every page, which takes half as long as reading the rows. It needs neither
Python nor the connection that reads them, so it runs in a thread of its own beside that.
"""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from threading import Thread

from evidence_board.project.engine import guard, uri
from evidence_board.project.errors import NotAProject
from evidence_board.project.schema import statements


def read_only_connection(path: Path) -> sqlite3.Connection:
    """Return a guarded connection that cannot change the file or anything beside it."""
    connection = sqlite3.connect(uri(path, "mode=ro&immutable=1"), uri=True)
    guard(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def refuse_other_schema(path: Path) -> None:
    """Raise NotAProject unless the file has the schema of its version, neither more nor less.

    To be asked before any check: SQLite's own would run what stands in a hostile schema.
    """
    try:
        with closing(read_only_connection(path)) as connection:
            differences = schema_differences(connection)
    except sqlite3.Error as error:
        raise damaged(path, error) from error
    if differences:
        raise NotAProject(
            f"{path.name} has parts that no project has ({', '.join(differences[:5])}). "
            "It was not opened."
        )


def schema_differences(connection: sqlite3.Connection) -> list[str]:
    """Return the names of what differs from the schema of the version that the file states."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return sorted({name for _, name, *_ in _wanted_schema(version) ^ _schema(connection)})


class QuickCheck:
    """One check of a file, begun at once; the file must not be believed before `finish`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._finding: object = None
        self._thread = Thread(target=self._run, name="quick check")
        self._thread.start()

    def finish(self) -> None:
        """Wait for the end of the check; NotAProject says that the file is damaged."""
        self._thread.join()
        if self._finding != "ok":
            raise damaged(self._path, self._finding)

    def _run(self) -> None:
        try:
            with closing(read_only_connection(self._path)) as connection:
                self._finding = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.Error as error:
            self._finding = error


def damaged(path: Path, cause: object) -> NotAProject:
    """Return the refusal of a file in which something cannot be read."""
    return NotAProject(f"{path.name} is damaged ({cause}). Restore it from a backup.")


@cache
def _wanted_schema(version: int) -> frozenset[tuple[str, str, str, str]]:
    with closing(sqlite3.connect(":memory:")) as model:
        for statement in statements(version):
            model.execute(statement)
        return _schema(model)


def _schema(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset(
        (str(kind), str(name), str(table), " ".join(str(sql).split()))
        for kind, name, table, sql in rows
    )
