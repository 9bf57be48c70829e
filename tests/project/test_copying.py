"""Saving a copy: the same project in another file, whole or not at all."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.commands import claims, projects
from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.copying_beside import copy_beside
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.project.telling import tell_nobody


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = projects.start(tmp_path / "case.evboard", title="Case")
    claims.write(made, "The yard was full.")
    return made


def test_a_copy_holds_the_records_and_the_history(project: Project, tmp_path: Path) -> None:
    project.save_copy(tmp_path / "copy.evboard")
    claims.write(project, "The yard was empty.")
    assert check(tmp_path / "copy.evboard") == ()
    copy = Project.open(tmp_path / "copy.evboard")
    assert [claim.text for claim in copy.all(Claim)] == ["The yard was full."]
    copy.undo()
    assert copy.all(Claim) == ()
    copy.close()
    project.close()


def test_a_copy_never_replaces_a_file(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectError, match="exists already"):
        project.save_copy(other)
    assert other.read_text(encoding="utf-8") == "mine"
    project.close()


def test_a_copy_that_cannot_be_made_leaves_nothing(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be made"):
        project.save_copy(tmp_path / "no folder" / "copy.evboard")
    project.close()
    assert [one.name for one in tmp_path.iterdir()] == ["case.evboard"]


def test_a_copy_is_told_of_and_can_be_given_up(project: Project, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    project.save_copy(tmp_path / "copy.evboard", lambda *far: seen.append(far))
    assert any(done == total > 0 for done, total in seen)

    def give_up(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(ProjectError, match="cannot be made"):
        project.save_copy(tmp_path / "other.evboard", give_up)
    project.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.evboard", "copy.evboard"]


def test_what_is_saved_while_a_copy_is_made_goes_into_it(project: Project, tmp_path: Path) -> None:
    with project.transaction("Import") as tx:
        tx.add_all([Claim(text="x" * 5_000) for _ in range(2_000)])
    begun, go_on = threading.Event(), threading.Event()

    def wait(done: int, total: int) -> None:
        if 0 < done < total:
            begun.set()
            assert go_on.wait(60)

    copying = threading.Thread(target=project.save_copy, args=(tmp_path / "copy.evboard", wait))
    copying.start()
    assert begun.wait(60)
    claims.write(project, "Written meanwhile.")
    go_on.set()
    copying.join()
    assert check(tmp_path / "copy.evboard") == ()
    copy = Project.open(tmp_path / "copy.evboard", read_only=True)
    assert [step.hash for step in copy.steps()] == [step.hash for step in project.steps()]
    assert copy.all(Claim)[-1].text == "Written meanwhile."
    copy.close()
    project.close()


def test_closing_a_project_ends_the_copying(project: Project, tmp_path: Path) -> None:
    refusals: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def wait(_done: int, _total: int) -> None:
        begun.set()
        assert go_on.wait(60)

    def copy() -> None:
        try:
            project.save_copy(tmp_path / "copy.evboard", wait)
        except ProjectError as refusal:
            refusals.append(str(refusal))

    copying = threading.Thread(target=copy)
    copying.start()
    assert begun.wait(60)
    project.close()
    go_on.set()
    copying.join()
    assert refusals == ["The project was closed before the copy was made."]
    assert [one.name for one in tmp_path.iterdir()] == ["case.evboard"]


def test_a_project_open_to_read_only_can_be_copied(project: Project, tmp_path: Path) -> None:
    project.close()
    reader = Project.open(tmp_path / "case.evboard", read_only=True)
    reader.save_copy(tmp_path / "copy.evboard")
    reader.close()
    assert check(tmp_path / "copy.evboard") == ()


def test_a_copy_can_be_made_where_there_are_no_hard_links(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    project.save_copy(tmp_path / "copy.evboard")
    project.close()
    assert check(tmp_path / "copy.evboard") == ()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.evboard", "copy.evboard"]


def test_a_file_that_others_keep_locked_is_not_waited_for_until_the_end_of_days(
    project: Project, tmp_path: Path
) -> None:
    project.close()
    part = tmp_path / "part"
    part.touch()
    with (
        closing(sqlite3.connect(project.path, isolation_level=None)) as other,
        closing(sqlite3.connect(project.path, timeout=0)) as source,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            copy_beside(source, part, tell_nobody)
