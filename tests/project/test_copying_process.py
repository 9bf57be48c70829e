"""Saving a copy in a process of its own: the file that is open, whole, or nothing."""

import shutil
from pathlib import Path

import pytest

from evidence_board.commands import claims, projects
from evidence_board.model.claim import Claim
from evidence_board.project.chain import ended
from evidence_board.project.check import check
from evidence_board.project.copying_process import Elsewhere, saving_copy
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give an open project of some megabytes, alone in its folder."""
    made = projects.start(tmp_path / "case.evboard", title="Case")
    with made.transaction("Import") as tx:
        tx.add_all([Claim(text="x" * 5_000) for _ in range(2_000)])
    return made


def test_a_copy_is_whole_and_the_project_stays_open(project: Project, tmp_path: Path) -> None:
    copy = tmp_path / "copy.evboard"
    steps, seen = saving_copy(project.path, project.lies_at, copy), []
    for far in steps:
        seen.append(far)
    assert any(done == total > 0 for done, total in seen)
    assert check(copy) == ()
    opened = Project.open(copy, read_only=True)
    assert opened.steps() == project.steps()
    opened.close()
    claims.write(project, "It goes on here.")
    project.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.evboard", "copy.evboard"]


def test_a_copy_that_is_given_up_leaves_nothing(project: Project, tmp_path: Path) -> None:
    steps = saving_copy(project.path, project.lies_at, tmp_path / "copy.evboard")
    while not next(steps)[0]:
        continue
    steps.close()
    project.close()
    assert [one.name for one in tmp_path.iterdir()] == ["case.evboard"]


@pytest.mark.parametrize("fate", ["moved", "replaced"])
def test_another_file_is_never_copied_in_its_place(
    project: Project, tmp_path: Path, fate: str
) -> None:
    moved = project.path.rename(tmp_path / "moved.evboard")
    if fate == "replaced":
        shutil.copyfile(moved, project.path)
    with pytest.raises(Elsewhere):
        ended(saving_copy(project.path, project.lies_at, tmp_path / "copy.evboard"))
    assert not (tmp_path / "copy.evboard").exists()
    project.close()


def test_a_damaged_project_gives_no_copy_and_a_sentence(project: Project, tmp_path: Path) -> None:
    project.close()
    with project.path.open("rb+") as file:
        file.seek(4096 * 20)
        file.write(bytes(4096 * 6))
    with pytest.raises(ProjectError, match=r"No file was made\. Restore the project"):
        ended(saving_copy(project.path, project.lies_at, tmp_path / "copy.evboard"))
    assert [one.name for one in tmp_path.iterdir()] == ["case.evboard"]
