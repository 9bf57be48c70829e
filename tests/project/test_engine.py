"""What a connection to a project file will not do, whatever it is asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.model.claim import Claim
from evidence_board.model.content import size_of
from evidence_board.project.engine import LARGEST, deadline, driver, durable, guard
from evidence_board.project.project import Project
from evidence_board.project.soundness import QuickCheck

FORBIDDEN = (
    "ATTACH 'other.db' AS other",
    "PRAGMA writable_schema = ON",
    "SELECT load_extension('evil.so')",
    "CREATE TABLE extra (x)",
    "CREATE TEMP TABLE extra (x)",
    "CREATE VIEW spy AS SELECT * FROM claim",
    "CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM source; END",
    "CREATE TEMP TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM source; END",
    "CREATE INDEX slow ON claim (rank)",
    "CREATE VIRTUAL TABLE more USING fts5(text)",
    "DROP TABLE claim",
    "DROP TABLE search",
    "DROP INDEX capture_source",
    "ALTER TABLE claim ADD COLUMN extra",
    "VACUUM INTO 'other.db'",
)


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Return SQLite's connection to an open project."""
    project = Project.open(path)
    yield driver(project._session.store._file.sql)
    project.close()


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_a_connection_changes_no_schema_and_reaches_no_other_file(
    raw: sqlite3.Connection, path: Path, statement: str
) -> None:
    before = path.read_bytes()
    with pytest.raises(sqlite3.Error, match=r"not authorized|authorization denied"):
        raw.execute(statement)
    assert path.read_bytes() == before
    assert not Path("other.db").exists()


def test_one_that_builds_may_change_the_schema_and_nothing_else(path: Path) -> None:
    engine = durable(path, read_only=False, building=True)
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE extra (x)")
        for statement in FORBIDDEN[:3]:
            with pytest.raises(Exception, match="not authorized"):
                driver(connection).execute(statement)
    engine.dispose()


def test_a_value_that_is_too_long_is_refused_in_a_sentence(path: Path) -> None:
    project = Project.open(path)
    with project.transaction("Keep the longest") as tx:
        digest = tx.keep(bytes(LARGEST))
        tx.add(Claim(text="It is large."))
    with (
        pytest.raises(ValueError, match=r"64 MB is too large to be kept: at most 64 MB"),
        project.transaction("Keep more") as tx,
    ):
        tx.keep(bytes(LARGEST + 1))
    assert size_of(project.kept(digest)) == LARGEST
    project.close()


def test_what_takes_too_long_is_interrupted() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        guard(connection)
        endless = (
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
        )
        with deadline(connection, 0.05), pytest.raises(sqlite3.OperationalError, match="interrupt"):
            connection.execute(endless)
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_text_that_is_no_text_is_read_all_the_same() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        guard(connection)
        assert connection.execute("SELECT CAST(x'66ff' AS TEXT)").fetchone() == ("f\ufffd",)


def test_a_large_file_is_checked_without_its_originals(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.project.soundness._MOST_PAGES", 1)
    QuickCheck(path).finish()
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'claim'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))
    with pytest.raises(Exception, match="is damaged"):
        QuickCheck(path).finish()
