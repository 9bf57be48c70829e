"""What somebody put into the history, or took out of the kept copies, is told and does no harm."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.commands import claims
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Plain, Record
from evidence_board.model.source import Source
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.project.schema import canonical
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


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (ProjectRecord, {}),
        (Link, {"from_id": "gone"}),
        (Claim, {"negates": "gone"}),
        (Assertion, {"chain": ["gone"]}),
        (Capture, {"sha256": "0" * 64}),
        (Capture, {"text_sha256": "0" * 64}),
    ],
)
def test_what_a_lie_would_bring_by_undo_is_refused(
    path: Path, kind: type[Record], fields: dict[str, Plain]
) -> None:
    told = canonical(_first(path, kind).plain() | {"id": "a-lie"} | fields)
    _tell_of_the_newest_step(path, kind.table, "a-lie", told, None)
    project = Project.open(path)
    before = held(project)
    with pytest.raises(ProjectError, match="would leave the project in pieces"):
        project.undo()
    assert held(project) == before
    project.close()


@pytest.mark.parametrize("kind", [ProjectRecord, Claim, Source, Excerpt])
def test_what_others_name_is_not_removed_by_a_lie(path: Path, kind: type[Record]) -> None:
    one = _first(path, kind)
    _tell_of_the_newest_step(path, kind.table, one.id, None, canonical(one.plain()))
    project = Project.open(path)
    before = held(project)
    with pytest.raises(ProjectError, match="would leave the project in pieces"):
        project.undo()
    assert held(project) == before
    project.close()


def test_a_step_that_none_can_follow_lets_nothing_be_changed(path: Path) -> None:
    _alter(path, f"UPDATE change SET step = {2**63 - 1} WHERE step = 6")
    _alter(path, f"UPDATE step SET seq = {2**63 - 1}, state = 'done' WHERE seq = 6")
    project = Project.open(path)
    before = held(project)
    with pytest.raises(ProjectError, match="none can follow"):
        claims.write(project, "One more.")
    assert held(project) == before
    project.close()


@pytest.mark.parametrize(
    "how",
    [
        "UPDATE search_data SET block = zeroblob(64) WHERE id = 10",
        "UPDATE search_data SET block = x'' WHERE id = 10",
        "DELETE FROM indexed",
    ],
)
def test_a_search_index_that_takes_nothing_in_is_named_and_salvage_with_it(
    path: Path, how: str
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(how)
        connection.commit()
    project = Project.open(path)
    before = held(project)
    with pytest.raises(ProjectError, match=r"search index.*Salvage the project"):
        claims.write(project, "One more.")
    assert held(project) == before
    project.close()


def _first(path: Path, kind: type[Record]) -> Record:
    project = Project.open(path, read_only=True)
    one = project.all(kind)[0]
    project.close()
    return one


def _tell_of_the_newest_step(
    path: Path, table: str, id: str, before: str | None, after: str | None
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        newest = "step = (SELECT max(seq) FROM step WHERE state = 'done')"
        connection.execute(f"DELETE FROM change WHERE {newest} AND seq > 0")
        told = (table, id, before, after)
        fields = "record = ?, record_id = ?, before = ?, after = ?"
        connection.execute(f"UPDATE change SET {fields} WHERE {newest}", told)
        connection.commit()
