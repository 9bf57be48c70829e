"""Starting a project: it is a file, with a board, before the first edit."""

from pathlib import Path

import pytest

from evidence_board.commands import projects
from evidence_board.commands.sample import sample
from evidence_board.model.board import Board
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from tests.commands.cases import held, started


def test_a_new_project_is_on_disk_with_a_board(tmp_path: Path) -> None:
    project = projects.start(tmp_path / "New case.evboard", question="  Who? ")
    assert project.record.title == "New case"
    assert project.record.question == "Who?"
    assert (project.record.scale, project.record.tlp) == ("icd203", "TLP:AMBER")
    assert project.record.created_at.endswith("Z")
    assert len(project.all(Board)) == 1
    assert (tmp_path / "New case.evboard").stat().st_size > 0
    project.close()
    assert check(tmp_path / "New case.evboard") == ()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    taken = tmp_path / "taken.evboard"
    taken.write_bytes(b"mine")
    with pytest.raises(ProjectError, match="exists already"):
        started(taken)
    assert taken.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [taken]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be made"):
        started(tmp_path / "no" / "case.evboard")
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_for_a_journal_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ProjectError):
        started(tmp_path / ("x" * 250))
    assert list(tmp_path.iterdir()) == []


def test_the_sample_case_is_undone_and_done_again_and_never_without_a_board(tmp_path: Path) -> None:
    path = tmp_path / "sample.evboard"
    sample(path)
    project = Project.open(path)
    whole = held(project)
    boards = project.all(Board)
    project.undo()
    assert project.all(Board) == boards, "a window makes one where none is, and that ends redo"
    assert project.redo_label == "Import document"
    project.redo()
    assert held(project) == whole
    project.close()
