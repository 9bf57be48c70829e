"""Saving in the background: an act returns at once; in the end file and memory hold the same."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from evidence_board.commands import claims, judging, sources
from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError, ReadOnly
from evidence_board.project.project import Project
from tests.commands.cases import draft, held
from tests.commands.plain_model import as_rows, stored


class Saved:
    """A project that saves in the background, what it told, and why saves failed."""

    def __init__(self, path: Path) -> None:
        self.project = Project.open(path)
        while not self.project.prepare(1):
            pass
        self.told: list[ChangeSet] = []
        self.failures: list[BaseException] = []
        self.noticed = Event()
        self.project.observe(self.told.append)
        self.project.save_in_background(self.noticed.set, self.failures.append)

    def raw(self) -> sqlite3.Connection:
        """Return the project's own connection."""
        raw = self.project._session.store._file.sql.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """Let the file grow no more."""
        pages = self.raw().execute("PRAGMA page_count").fetchone()[0]
        self.raw().execute(f"PRAGMA max_page_count = {pages}")
        yield
        self.project.settle()
        self.raw().execute("PRAGMA max_page_count = 100000")


@pytest.fixture
def saved(path: Path) -> Iterator[Saved]:
    saved = Saved(path)
    yield saved
    saved.project.close()


@contextmanager
def busy(path: Path) -> Iterator[None]:
    """Hold the file as another program would, so that nothing can be saved meanwhile."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def state(project: Project) -> tuple[bool, bool]:
    """Return whether something is being saved, and whether something was."""
    return project.is_saving, project.saved_at is not None


def test_an_act_is_seen_before_it_is_saved_and_told_as_saved_only_then(
    path: Path, saved: Saved
) -> None:
    project = saved.project
    with busy(path):
        claim = claims.write(project, "Soon.")
        assert project.get(Claim, claim.id) is claim
        assert [list(one.added()) for one in saved.told] == [[claim]]
        assert project.undo_label == "Write claim"
        assert state(project) == (True, False)
    project.settle()
    assert state(project) == (False, True)
    assert project.steps()[-1].hash
    assert not saved.failures
    assert stored(path) == as_rows(held(project))


def test_the_thread_tells_that_there_is_something_to_follow(saved: Saved) -> None:
    claims.write(saved.project, "Soon.")
    assert saved.noticed.wait(20)
    saved.project.follow_saves()
    assert not saved.project.is_saving


def test_acts_undo_and_redo_follow_each_other_without_waiting(path: Path, saved: Saved) -> None:
    project = saved.project
    before = held(project)
    with busy(path):
        first = claims.write(project, "One.")
        judging.set_likelihood(project, first, "likely")
        project.undo()
        project.undo()
        assert held(project) == before
        project.redo()
        claims.write(project, "Two.")
        assert [step.state for step in project.steps()][-3:] == ["done", "abandoned", "done"]
    after = held(project)
    project.close()
    assert check(path) == ()
    with closing(Project.open(path)) as again:
        assert held(again) == after
        assert [step.state for step in again.steps()][-3:] == ["done", "abandoned", "done"]


def test_the_text_of_a_source_is_there_before_it_is_saved(path: Path, saved: Saved) -> None:
    with busy(path):
        (pinned,) = sources.pin(saved.project, [draft("Words of a new source.")])
        assert saved.project.text(pinned.capture) == "Words of a new source."
        assert saved.project.original(pinned.capture) == draft("Words of a new source.").original


def test_what_reads_the_file_waits_for_what_is_being_saved(path: Path, saved: Saved) -> None:
    claims.write(saved.project, "A pelican was seen.")
    (match,) = saved.project.search("pelican")
    assert saved.project.find(match.record_id) is not None
    copy = path.with_name("copy.evboard")
    claims.write(saved.project, "Another pelican.")
    saved.project.save_copy(copy)
    with closing(Project.open(copy)) as other:
        assert held(other) == held(saved.project)


def test_closing_saves_what_is_left(path: Path, saved: Saved) -> None:
    written = [claims.write(saved.project, f"Claim {number}.").id for number in range(20)]
    saved.project.close()
    with closing(Project.open(path)) as again:
        assert [claim.id for claim in again.all(Claim)][2:] == written


def test_what_cannot_be_saved_is_taken_back_with_all_after_it(path: Path, saved: Saved) -> None:
    project = saved.project
    kept = claims.write(project, "This one is saved.")
    project.settle()
    before, steps = held(project), project.steps()
    saved.told.clear()
    with saved.full_disk():
        sources.pin(project, [draft("x" * 400_000)])
        lost = claims.write(project, "This one was built on it.")
        judging.set_likelihood(project, lost, "likely")
        project.undo()
    (failure,) = saved.failures
    assert isinstance(failure, ReadOnly)
    assert "The disk is full" in str(failure)
    assert held(project) == before
    assert project.steps() == steps
    assert not project.is_saving
    assert project.all(Claim)[-1] == kept
    assert len(saved.told) >= 4 + 4  # each act, and each taken back
    sources.pin(project, [draft("x" * 400_000)])
    project.settle()
    assert len(saved.failures) == 1
    after = held(project)
    project.close()
    assert check(path) == ()
    with closing(Project.open(path)) as again:
        assert held(again) == after


def test_a_step_that_could_not_be_saved_gives_the_undone_ones_back(saved: Saved) -> None:
    project = saved.project
    claims.write(project, "Undone.")
    project.undo()
    project.settle()
    steps, redo = project.steps(), project.redo_label
    with saved.full_disk():
        sources.pin(project, [draft("x" * 400_000)])
        assert [project.redo_label] == [None]
    assert project.steps() == steps
    assert (project.redo_label, redo) == (redo, "Write claim")
    project.redo()
    project.settle()
    assert len(saved.failures) == 1


def test_an_undo_that_cannot_be_saved_is_taken_back(path: Path, saved: Saved) -> None:
    project = saved.project
    claims.write(project, "Stays.")
    project.settle()
    before = held(project)
    saved.raw().execute("PRAGMA busy_timeout = 0")
    with busy(path):
        project.undo()
        project.settle()
    (failure,) = saved.failures
    assert "Another program is writing" in str(failure)
    assert held(project) == before
    assert project.undo_label == "Write claim"


def test_where_the_file_cannot_even_be_read_memory_is_as_it_was_saved_last(
    path: Path, saved: Saved
) -> None:
    project = saved.project
    claims.write(project, "Saved.")
    project.settle()
    before, steps = held(project), project.steps()
    path.rename(path.with_name("moved.evboard"))
    path.write_bytes(b"something else")
    claims.write(project, "Never.")
    project.undo()
    project.settle()
    assert len(saved.failures) == 1
    assert isinstance(saved.failures[0], ProjectError)
    assert held(project) == before
    assert project.steps() == steps
    path.unlink()
    path.with_name("moved.evboard").rename(path)


def test_a_fault_of_ours_is_handed_on_as_it_is(saved: Saved) -> None:
    """A constraint that breaks is no sentence for the person."""
    project = saved.project
    before = held(project)
    with project.transaction("Forget") as tx:
        tx.add(project.all(Capture)[0].replace(id="lost", sha256="0" * 64))
    project.settle()
    (failure,) = saved.failures
    assert not isinstance(failure, ProjectError)
    assert held(project) == before
    claims.write(project, "Still working.")
    project.settle()
    assert len(saved.failures) == 1


def test_a_change_elsewhere_is_shown_and_the_act_built_on_the_old_state_is_not(
    path: Path, saved: Saved
) -> None:
    project = saved.project
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE claim SET reason = 'changed elsewhere' WHERE number = 1")
        other.commit()
    never = claims.write(project, "Never.")
    project.settle()
    (failure,) = saved.failures
    assert "Another program has changed this project" in str(failure)
    assert project.find(never.id) is None
    assert project.all(Claim)[0].reason == "changed elsewhere"
