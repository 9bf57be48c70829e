"""What somebody put into the history, or took out of the kept copies, is told and does no harm."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.model.capture import Capture
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from tests.commands.cases import held

ALTERED = {
    "an unknown table": "record = 'sqlite_schema'",
    "no JSON": "before = '{', after = '{'",
    "a list": "before = NULL, after = '[]'",
    "nothing on both sides": "before = NULL, after = NULL",
    "deep JSON": f"before = '{'[' * 100_000}', after = NULL",
}


def _alter(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("how", ALTERED)
def test_a_step_that_tells_of_no_records_is_neither_shown_nor_taken_back(
    path: Path, how: str
) -> None:
    _alter(path, f"UPDATE change SET {ALTERED[how]} WHERE step = 5")
    project = Project.open(path)
    before = held(project)
    with pytest.raises(ProjectError):
        project.undo()
    with pytest.raises(ProjectError, match="cannot be read"):
        project.changes_of(project.steps()[4])
    assert held(project) == before
    project.close()


def test_a_copy_that_is_not_there_any_more_is_told(path: Path) -> None:
    project = Project.open(path)
    _alter(path, "DELETE FROM attachment")
    (capture,) = project.all(Capture)
    for reading in (project.text, project.original):
        with pytest.raises(ProjectError, match="is not in the project any more"):
            reading(capture)
    project.close()
