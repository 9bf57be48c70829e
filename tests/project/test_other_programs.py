"""What other programs and bad disks do to a project that is made or open here."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.commands import claims, sources
from evidence_board.model.claim import Claim
from evidence_board.project import lock
from evidence_board.project.check import check
from evidence_board.project.errors import InUse, ProjectError, ReadOnly
from evidence_board.project.project import Project
from tests.commands.cases import draft, held, started


def _raw(project: Project) -> sqlite3.Connection:
    raw = project._session.store._file.sql.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def test_while_another_program_writes_an_edit_is_refused_and_works_afterwards(path: Path) -> None:
    project = Project.open(path)
    _raw(project).execute("PRAGMA busy_timeout = 0")
    before = held(project)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ProjectError, match="Another program is writing"):
            claims.write(project, "Never")
        with pytest.raises(ProjectError, match="Another program is writing"):
            project.redo()
        with pytest.raises(ProjectError, match="Another program is writing"):
            project.search("ferry")
        other.execute("ROLLBACK")
    assert held(project) == before
    claims.write(project, "Now")
    project.close()
    assert check(path) == ()


def test_a_commit_that_fails_can_be_tried_again(path: Path) -> None:
    """A reader that holds on lets everything through but the commit."""
    project = Project.open(path)
    _raw(project).execute("PRAGMA busy_timeout = 0")
    before = held(project)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM claim").fetchone()
        with pytest.raises(ProjectError, match="Another program is writing"):
            claims.write(project, "Never")
        assert held(project) == before
    claims.write(project, "Now")
    assert [claim.text for claim in project.all(Claim)][2:] == ["Now"]
    project.close()
    assert check(path) == ()


def test_a_full_disk_is_told_and_nothing_is_half_done(path: Path) -> None:
    project = Project.open(path)
    pages = _raw(project).execute("PRAGMA page_count").fetchone()[0]
    _raw(project).execute(f"PRAGMA max_page_count = {pages}")
    before = held(project)
    with pytest.raises(ProjectError, match="The disk is full"):
        sources.pin(project, [draft("x" * 200_000)])
    assert held(project) == before
    _raw(project).execute("PRAGMA max_page_count = 100000")
    sources.pin(project, [draft("x" * 200_000)])
    project.close()
    assert check(path) == ()


def test_a_project_is_not_made_where_another_program_holds_the_name(tmp_path: Path) -> None:
    path = tmp_path / "case.evboard"
    told = {"pid": 1, "host": "elsewhere", "user": "Kim", "since": "now", "born": ""}
    lock.lock_path(path).write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(InUse, match="Kim on elsewhere"):
        started(path)
    assert list(tmp_path.iterdir()) == [lock.lock_path(path)]


def test_a_lock_that_cannot_be_written_lets_the_project_be_read(path: Path) -> None:
    lock.lock_path(path).mkdir()
    project = Project.open(path)
    assert project.read_only
    with pytest.raises(ReadOnly):
        claims.write(project, "Never")
    project.close()


def test_bytes_that_the_disk_gives_back_otherwise_are_not_taken_for_kept(path: Path) -> None:
    project = Project.open(path)
    before = held(project)
    _raw(project).set_authorizer(None)  # which would not let one be made
    _raw(project).execute(
        "CREATE TEMP TRIGGER bad_disk AFTER INSERT ON main.attachment BEGIN "
        "UPDATE attachment SET bytes = zeroblob(size) WHERE sha256 = new.sha256; END"
    )
    with pytest.raises(ProjectError, match="differs from the original"):
        sources.pin(project, [draft("Another.")])
    assert held(project) == before
    project.close()
    assert check(path) == ()


def test_text_that_is_no_utf_8_is_shown_as_far_as_it_goes_and_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE claim SET reason = CAST(x'61ff62' AS TEXT) WHERE number = 1")
        other.commit()
    project = Project.open(path)
    assert project.all(Claim)[0].reason == "a\ufffdb"
    project.close()
    assert "row" in {problem.kind for problem in check(path)}
