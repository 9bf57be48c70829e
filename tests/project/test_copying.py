"""Saving a copy: the same project in another file, whole or not at all."""

from pathlib import Path

import pytest

from evidence_board.commands import claims, projects
from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project


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
