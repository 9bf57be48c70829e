"""Transactions, undo and observers of an open project; errors of the world as sentences."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from evidence_board.commands import claims, judging
from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.record import new_id
from evidence_board.model.source import Source
from evidence_board.project import errors
from evidence_board.project.clock import utc_now
from evidence_board.project.errors import Conflict, NotInTransaction, ProjectError, from_database
from evidence_board.project.project import Project
from tests.commands.cases import held, started


def test_an_error_takes_the_whole_transaction_back(path: Path) -> None:
    project = Project.open(path)
    before, steps = held(project), project.steps()

    def fail() -> None:
        with project.transaction("Fail") as tx:
            tx.add(Claim(text="Never"))
            tx.update(project.record, title="Never")
            _ = 1 / 0

    with pytest.raises(ZeroDivisionError):
        fail()
    assert held(project) == before
    assert project.steps() == steps
    project.close()
    again = Project.open(path)
    assert held(again) == before
    again.close()


def test_a_transaction_that_changes_nothing_leaves_no_step(path: Path) -> None:
    project = Project.open(path)
    told: list[ChangeSet] = []
    project.observe(told.append)
    with project.transaction("Nothing"):
        pass
    assert len(project.steps()) == 6
    assert told == []
    assert project.redo_label == "Write claim"
    project.close()


def test_a_change_after_the_end_is_our_fault(path: Path) -> None:
    project = Project.open(path)
    with project.transaction("Write") as tx:
        pass
    with pytest.raises(NotInTransaction):
        tx.add(Claim(text="Late"))
    project.close()


def test_the_same_id_is_not_stored_twice(path: Path) -> None:
    project = Project.open(path)
    (first, _) = project.all(Claim)
    for record in (first, Source(id=first.id)):
        with pytest.raises(ValueError, match="already"), project.transaction("Twice") as tx:
            tx.add(record)
    project.close()


def test_sql_holds_what_we_would_forget(path: Path) -> None:
    """A constraint that breaks is a fault of ours: it is no sentence for the person."""
    project = Project.open(path)
    before = held(project)
    capture = project.all(Capture)[0]
    for forgotten in (
        Claim.stored({**Claim(text="A third.").__dict__, "status": "lost"}),
        capture.replace(id=new_id(), sha256="0" * 64),
    ):
        with (
            pytest.raises((IntegrityError, sqlite3.IntegrityError)),
            project.transaction("Forget") as tx,
        ):
            tx.add(forgotten)
    assert held(project) == before
    claims.write(project, "Still working.")
    project.close()


def test_observers_are_told_after_the_commit_until_they_stop(path: Path) -> None:
    project = Project.open(path)
    told: list[int] = []
    stop = project.observe(lambda changes: told.append(len(project.all(Claim))))
    claims.write(project, "A third.")
    project.undo()
    stop()
    project.redo()
    assert told == [3, 2]
    assert project.saved_at is not None
    project.close()


def test_a_change_set_is_added_updated_and_removed(path: Path) -> None:
    project = Project.open(path)
    told: list[ChangeSet] = []
    project.observe(told.append)
    claim = claims.write(project, "A third.")
    judged = judging.set_likelihood(project, claim, "likely")
    project.undo()
    project.undo()
    assert [list(one.added()) for one in told] == [[claim], [], [], []]
    assert [list(one.updated()) for one in told] == [[], [judged], [claim], []]
    assert [list(one.removed()) for one in told] == [[], [], [], [claim]]
    assert told[0].touches(Claim)
    assert not told[0].touches(Source)
    assert told[1].inverse() == told[2] == ChangeSet((Change(judged, claim),))
    project.close()


def test_undo_declines_rather_than_clobber(path: Path) -> None:
    """As after a change that no step tells of."""
    project = Project.open(path)
    claim = claims.write(project, "A third.")
    project._records.apply(ChangeSet((Change(claim, claim.replace(text="Other")),)))
    with pytest.raises(Conflict, match="“Write claim” cannot be replayed"):
        project.undo()
    project.close()


def test_a_replay_that_fails_leaves_everything_as_it_was(path: Path) -> None:
    project = Project.open(path)
    before, label = held(project), project.redo_label
    project._session.store._file.sql.exec_driver_sql("PRAGMA query_only = ON")
    project._session.store._file.sql.rollback()
    with pytest.raises(ProjectError, match="cannot be written"):
        project.redo()
    with pytest.raises(ProjectError, match="cannot be written"):
        claims.write(project, "Never")
    project._session.store._file.sql.exec_driver_sql("PRAGMA query_only = OFF")
    project._session.store._file.sql.rollback()
    assert (held(project), project.redo_label) == (before, label)
    project.redo()
    project.close()


def test_a_step_says_who_what_and_when(tmp_path: Path) -> None:
    project = started(tmp_path / "case.evboard")
    project.author = "Kim"
    claims.write(project, "One.")
    step = project.steps()[-1]
    assert (step.seq, step.label, step.author, step.state) == (2, "Write claim", "Kim", "done")
    assert step.at.startswith("2026-03-01T")
    (change,) = project.changes_of(step).changes
    assert (change.before, change.after) == (None, project.all(Claim)[0])
    assert project.all(Claim)[0].made_by == "Kim"
    project.close()


def test_the_clock_gives_utc_to_the_second() -> None:
    assert len(utc_now()) == len("2026-01-01T00:00:00Z")
    assert utc_now().endswith("Z")


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("SQLITE_READONLY_DBMOVED", errors.ReadOnly, "moved, renamed or replaced"),
        ("SQLITE_READONLY", errors.ReadOnly, "cannot be written"),
        ("SQLITE_FULL", errors.ReadOnly, "disk is full"),
        ("SQLITE_BUSY", ProjectError, "Another program is writing"),
        ("SQLITE_IOERR_WRITE", errors.ReadOnly, "disk reported an error"),
        ("SQLITE_CORRUPT", errors.Unreadable, "could not be read"),
        ("SQLITE_NOTADB", errors.Unreadable, "could not be read as a project"),
        ("SQLITE_CANTOPEN", ProjectError, "cannot be opened"),
        ("SQLITE_MISUSE", ProjectError, "reported an error"),
    ],
)
def test_each_error_of_the_disk_has_its_sentence(
    name: str, kind: type[ProjectError], words: str
) -> None:
    error = sqlite3.OperationalError("as told")
    error.sqlite_errorname = name
    told = from_database(error)
    assert type(told) is kind
    assert words in str(told)
    assert str(told).endswith(".")


def test_bytes_that_are_not_kept_are_an_error_of_ours(path: Path) -> None:
    project = Project.open(path)
    with project.transaction("Look") as tx, pytest.raises(KeyError):
        tx.kept("0" * 64)
    with pytest.raises(KeyError):
        project.get(Claim, "nobody")
    project.close()
