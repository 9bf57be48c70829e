"""Typing: text is saved while it is written, and the whole edit is one step."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.commands import claims, editing
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.plain_model import as_rows, stored


def typed(project: Project, session: object, *texts: str) -> None:
    """Write texts into the first claim, one after the other, as one edit."""
    for text in texts:
        with project.typing(session):
            editing.change(project, project.all(Claim)[0], "Edit claim text", text=text)


@pytest.fixture(params=[False, True], ids=["at once", "in the background"])
def writing(path: Path, request: pytest.FixtureRequest) -> Project:
    """Give a project that saves at once, or by a thread."""
    project = Project.open(path)
    if request.param:
        project.save_in_background(lambda: None, _raise)
    return project


def _raise(error: BaseException) -> None:
    raise error


def test_each_rest_is_saved_and_the_edit_is_one_step(path: Path, writing: Project) -> None:
    before, steps = held(writing), len(writing.steps())
    for text in ("The", "The ferry", "The ferry left."):
        typed(writing, "one edit", text)
        writing.settle()
        assert stored(path) == as_rows(held(writing))
        assert len(writing.steps()) == steps + 1
    after = held(writing)
    (change,) = writing.changes_of(writing.steps()[-1]).changes
    assert isinstance(change.after, Claim)
    assert change.after.text == "The ferry left."
    writing.undo()
    assert held(writing) == before
    writing.redo()
    assert held(writing) == after
    writing.close()
    assert check(path) == ()
    with closing(Project.open(path)) as again:
        again.undo()
        assert held(again) == before


def test_an_edit_that_ends_as_it_began_leaves_no_step(path: Path, writing: Project) -> None:
    claims.write(writing, "Undone again.")
    writing.undo()
    writing.settle()
    before, steps = held(writing), [step.id for step in writing.steps()]
    text = writing.all(Claim)[0].text
    typed(writing, "one edit", "Something", "else")
    assert [writing.redo_label] == [None]
    typed(writing, "one edit", text)
    assert held(writing) == before
    assert [step.id for step in writing.steps()] == steps
    assert writing.redo_label == "Write claim"
    claims.write(writing, "The next step stands where that one was.")
    writing.close()
    assert check(path) == ()


def test_after_another_act_typing_goes_on_as_a_step_of_its_own(writing: Project) -> None:
    steps = len(writing.steps())
    typed(writing, "one edit", "A")
    claims.write(writing, "In between.")
    typed(writing, "one edit", "AB", "ABC")
    typed(writing, "another edit", "ABCD")
    assert len(writing.steps()) == steps + 4
    writing.close()


def test_after_an_undo_typing_goes_on_as_a_step_of_its_own(path: Path, writing: Project) -> None:
    steps = len(writing.steps())
    typed(writing, "one edit", "A", "AB")
    writing.undo()
    typed(writing, "one edit", "ABC")
    assert [step.state for step in writing.steps()[steps:]] == ["abandoned", "done"]
    writing.close()
    assert check(path) == ()


def test_a_rest_that_cannot_be_saved_is_taken_back_to_the_one_before(path: Path) -> None:
    project = Project.open(path)
    failures: list[BaseException] = []
    project.save_in_background(lambda: None, failures.append)
    typed(project, "one edit", "Saved.")
    project.settle()
    before, steps = held(project), project.steps()
    raw = project._session.store._file.sql.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        typed(project, "one edit", "Not saved.", "Nor is this.")
        project.settle()
        other.execute("ROLLBACK")
    assert len(failures) == 1
    assert held(project) == before
    assert project.steps() == steps
    typed(project, "one edit", "Again.")
    project.close()
    assert check(path) == ()


def test_two_change_sets_become_one_change_of_each_record() -> None:
    first, second = Claim(text="One"), Claim(text="Two")
    later = first.replace(text="More")
    both = ChangeSet((Change(None, first), Change(None, second)))
    assert both.then(ChangeSet((Change(first, later),))) == ChangeSet(
        (Change(None, later), Change(None, second))
    )
    assert both.then(both.inverse()) == ChangeSet()


def test_rests_that_wait_for_the_disk_are_written_together(path: Path) -> None:
    project = Project.open(path)
    project.save_in_background(lambda: None, _raise)
    before, steps = held(project), len(project.steps())
    for edit in ("one edit", "another edit"):
        typed(project, edit, *(f"{edit} {number}" for number in range(30)))
    project.settle()
    assert len(project.steps()) == steps + 2
    assert stored(path) == as_rows(held(project))
    project.undo()
    project.undo()
    assert held(project) == before
    project.close()
    assert check(path) == ()


def test_rests_that_end_as_they_began_leave_no_step_however_they_are_written(path: Path) -> None:
    project = Project.open(path)
    project.save_in_background(lambda: None, _raise)
    steps, text = len(project.steps()), project.all(Claim)[0].text
    typed(project, "one edit", *(f"Words {number}" for number in range(20)), text)
    project.settle()
    assert len(project.steps()) == steps
    assert project.all(Claim)[0].text == text
    project.close()
    assert check(path) == ()
