"""Bringing a file of an older version to this one: numbered steps, all of them or none.

To change the schema: raise `schema.VERSION`, write the statements that were down as
resources/schema/N.sql, add the step from N here, and keep a small project of version N in
tests/data/projects. A file is converted once it is opened to write, after a backup. Opened to read
only it is read as it lies there: a table that its version did not have holds nothing, and no step
so far has changed a column; the first one that does has to leave a way to read what came before it
(a test holds the columns of all versions alike).
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from evidence_board.project import loading, search, search_index
from evidence_board.project.backup_making import make
from evidence_board.project.connection import FileConnection
from evidence_board.project.engine import durable, guard, make_durable, uri
from evidence_board.project.errors import NotAProject, NotConverted, ProjectError, reason
from evidence_board.project.schema import VERSION, quoted, statements
from evidence_board.project.soundness import read_only_connection, schema_differences
from evidence_board.project.telling import Told, tell_nobody

Step = Callable[[sqlite3.Connection, Told], object]


def _find_changes(connection: sqlite3.Connection, _told: Told) -> None:
    """Let the history of one record, and what was removed, be found without reading all of it."""
    connection.execute("CREATE INDEX change_record_id ON change (record_id)")
    connection.execute("CREATE INDEX change_removed ON change (record) WHERE after IS NULL")


def _find_parts_of_words(connection: sqlite3.Connection, told: Told) -> None:
    """Make the search index anew: with parts of words, more of each record, and in less room."""
    connection.execute("DROP TABLE search")
    connection.execute("DELETE FROM indexed")
    for statement in statements(3):
        if statement.startswith("CREATE VIRTUAL TABLE"):
            connection.execute(statement)
    search.rebuild(connection, told)


def _set_findings_aside(connection: sqlite3.Connection, _told: Told) -> None:
    """Make room for findings of the checks that were set aside."""
    for statement in statements(4):
        if statement.startswith('CREATE TABLE "deferral"'):
            connection.execute(statement)


NEW_IN_5 = ("independence", "brief_plan", "issue")
"""The tables that came with version 5."""


def _make_room_of_5(connection: sqlite3.Connection, _told: Told) -> None:
    """Make room for what version 5 brought: verdicts on independence, the brief and its issues."""
    for statement in statements(5):
        if any(statement.startswith(f'CREATE TABLE "{table}"') for table in NEW_IN_5):
            connection.execute(statement)


STEPS: Mapping[int, Step] = {
    1: _find_changes,
    2: _find_parts_of_words,
    3: _set_findings_aside,
    4: _make_room_of_5,
}
"""What makes of a file of each older version one of the next."""


def is_old(path: Path) -> bool:
    """Whether the file says that it is of an older version; one that cannot be read does not."""
    try:
        with closing(read_only_connection(path)) as connection:
            return 0 < _version(connection) < VERSION
    except sqlite3.Error:
        return False


def bring_up(path: Path, steps: Mapping[int, Step] | None = None, told: Told = tell_nobody) -> None:
    """Bring a sound file that nobody has open to this version, after a backup.

    ProjectError says why not; then it is what it was, as after anything that `told` raises.
    """
    _refuse_unreadable(path)
    try:
        make(path, told=told, unless_held=True)
    except ProjectError as error:
        raise NotConverted(
            f"{path.name} is of an older version and has to be converted, after a backup. {error} "
            "It was not changed. Open it to read only until then."
        ) from error
    try:
        with _writing(path) as connection:
            _convert(connection, STEPS if steps is None else steps, told)
    except (sqlite3.Error, _NotTheSame) as error:
        raise NotConverted(
            f"{path.name} is of an older version and could not be converted ({reason(error)}). "
            "It was not changed. Try again, or open it to read only."
        ) from error


def _refuse_unreadable(path: Path) -> None:
    """Raise NotAProject if the rows could not be opened afterwards: then nothing is changed."""
    file = FileConnection(durable(path, read_only=True), path)
    try:
        with file.reading() as connection:
            _, fault = loading.load(connection)
    finally:
        file.close(tidy=False)
    if fault:
        raise NotAProject(fault)


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend a connection that writes; nothing stays beside the file."""
    with closing(sqlite3.connect(uri(path, "mode=rw"), uri=True, isolation_level=None)) as raw:
        guard(raw, building=True)
        make_durable(raw, read_only=False)
        try:
            yield raw
        finally:
            with suppress(sqlite3.Error):  # an empty journal is harmless
                raw.execute("PRAGMA journal_mode = DELETE")


def _convert(connection: sqlite3.Connection, steps: Mapping[int, Step], told: Told) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        before = _rows(connection)
        for version in range(_version(connection), VERSION):
            steps[version](connection, told)
            connection.execute(f"PRAGMA user_version = {int(version + 1)}")
        told(0, 0)  # what is left is one look at all of it, and to save it
        _refuse_other(connection, before)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class _NotTheSame(Exception):
    """The steps did not make of the file what they should have."""


def _refuse_other(connection: sqlite3.Connection, before: Mapping[str, int]) -> None:
    """Raise _NotTheSame unless the schema is that of this version and every row is still there."""
    if differences := schema_differences(connection):
        raise _NotTheSame(f"its schema would differ: {', '.join(differences[:5])}")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise _NotTheSame("a reference would lead nowhere")
    after = _rows(connection)
    if lost := sorted(table for table, count in before.items() if after.get(table) != count):
        raise _NotTheSame(f"rows would be lost or added: {', '.join(lost)}")


def _rows(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Return how many rows each table has; how the index arranges its own says nothing."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        table: connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0]
        for (table,) in tables
        if not search_index.owns(table)
    }


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
