"""A file that lost what was saved here is found out; one that is as it should be never."""

import shutil
from pathlib import Path

import pytest

from evidence_board.commands import claims
from evidence_board.project import backups, marks
from evidence_board.project.backup_making import make
from evidence_board.project.project import Project


@pytest.fixture(autouse=True)
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let marks go to a folder of each test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def _work_on(path: Path, *words: str) -> str:
    project = Project.open(path)
    for one in words:
        claims.write(project, one)
    marks.keep(project.record.id, path, project.steps(), project.now())
    project.close()
    return project.record.id


def _lost(path: Path) -> marks.Loss | None:
    project = Project.open(path, read_only=True)
    project.close()
    return marks.lost(project.record.id, path, project.steps())


def test_a_file_that_goes_on_lost_nothing(path: Path) -> None:
    assert _lost(path) is None
    _work_on(path, "One.")
    assert _lost(path) is None
    project = Project.open(path)
    claims.write(project, "After the mark was kept.")
    project.undo()
    project.close()
    assert _lost(path) is None


def test_an_older_file_in_its_place_is_found_out(path: Path) -> None:
    older = path.read_bytes()
    _work_on(path, "One.", "Two.")
    path.write_bytes(older)
    loss = _lost(path)
    assert loss is not None
    assert (loss.mark.path, loss.mark.step, loss.held) == (str(path), 8, 0)


def test_a_backup_that_has_what_is_missing_is_told(path: Path) -> None:
    older = path.read_bytes()
    make(path)
    _work_on(path, "One.")
    make(path)
    _work_on(path, "Two.")
    path.write_bytes(older)
    loss = _lost(path)
    assert loss is not None
    assert (loss.mark.step, loss.held) == (8, 7)


def test_a_file_that_went_another_way_is_found_out(path: Path) -> None:
    older = path.read_bytes()
    _work_on(path, "One.")
    path.write_bytes(older)
    project = Project.open(path)
    for one in ("Another.", "Another way."):
        claims.write(project, one)
    project.close()
    assert _lost(path) is not None


def test_it_is_told_once_and_work_goes_on_from_there(path: Path) -> None:
    older = path.read_bytes()
    _work_on(path, "One.", "Two.")
    path.write_bytes(older)
    assert _lost(path) is not None
    _work_on(path)
    assert _lost(path) is None


def test_an_old_copy_beside_the_project_is_no_loss(path: Path) -> None:
    copy = path.with_name("copy.evboard")
    shutil.copyfile(path, copy)
    _work_on(path, "One.")
    assert _lost(copy) is None


def test_a_project_that_was_moved_is_known_again(path: Path) -> None:
    older = path.read_bytes()
    _work_on(path, "One.")
    moved = path.rename(path.with_name("moved.evboard"))
    assert _lost(moved) is None
    moved.write_bytes(older)
    assert _lost(moved) is not None


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"[{}]", b'[{"path": 1}]', b"[" * 9_000])
def test_marks_that_cannot_be_read_are_none(path: Path, content: bytes) -> None:
    project = _work_on(path, "One.")
    (backups.folder_of(project) / "last-saved.json").write_bytes(content)
    assert _lost(path) is None
    _work_on(path)
    assert _lost(path) is None


def test_the_places_of_a_project_that_are_remembered_have_an_end(path: Path) -> None:
    project = Project.open(path, read_only=True)
    project.close()
    for number in range(40):
        marks.keep(project.record.id, Path(f"/somewhere/{number}"), project.steps(), "")
    assert marks.lost(project.record.id, Path("/somewhere/39"), ()) is not None
    told = (backups.folder_of(project.record.id) / "last-saved.json").read_text()
    assert told.count("/somewhere/") == 20
