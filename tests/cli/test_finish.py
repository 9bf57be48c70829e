"""The verb `finish`: both ways out of a save that was cut short, each on a copy."""

import shutil
from pathlib import Path

import pytest

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.leftovers import journal
from evidence_board.project.project import Project
from tests.cli.conftest import Run
from tests.commands.cases import started
from tests.project.test_crash import cut_short


@pytest.fixture
def moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with an unfinished save that came from elsewhere, as far as is known."""
    monkeypatch.setattr("evidence_board.project.leftovers._PATIENCE", 0.05)
    path = tmp_path / "case.evboard"
    project = started(path)
    claims.write(project, "It stays.")
    project.close()
    cut_short(path)
    folder = tmp_path / "moved"
    folder.mkdir()
    there = folder / path.name
    shutil.copyfile(path, there)
    shutil.copyfile(journal(path), journal(there))
    return there


def _held(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def _claims(path: Path) -> list[str]:
    project = Project.open(path)
    texts = [one.text for one in project.all(Claim)]
    project.close()
    return texts


def test_the_refusal_names_the_verb(run: Run, moved: Path) -> None:
    told = run("undo", moved, code=1).stderr.decode()
    assert "holds an unfinished save" in told
    assert "`evidence-board finish case.evboard -o NEW` does the one" in told
    assert "with `--without` the other." in told


def test_it_finishes_the_save_on_a_copy(run: Run, moved: Path, tmp_path: Path) -> None:
    before, new = _held(moved), tmp_path / "new.evboard"
    assert run("finish", moved, "-o", new).stdout.decode().strip() == str(new)
    assert check(new) == ()
    assert _claims(new) == ["It stays."]
    assert _held(moved) == before


def test_a_copy_without_a_save_that_was_half_written_is_refused(
    run: Run, moved: Path, tmp_path: Path
) -> None:
    before, new = _held(moved), tmp_path / "new.evboard"
    told = run("finish", moved, "--without", "-o", new, code=1).stderr.decode()
    assert "is no sound project without the unfinished save" in told
    assert not new.exists()
    assert _held(moved) == before


def test_a_copy_is_made_without_the_save_of_another_project(
    run: Run, moved: Path, tmp_path: Path
) -> None:
    other, new = moved.with_name("other.evboard"), tmp_path / "new.evboard"
    project = started(other)
    claims.write(project, "It is another one.")
    project.close()
    shutil.copyfile(journal(moved), journal(other))
    before = _held(moved)
    run("finish", other, "--without", "-o", new)
    assert _claims(new) == ["It is another one."]
    assert _held(moved) == before


def test_nothing_is_made_where_nothing_is_unfinished(run: Run, tmp_path: Path) -> None:
    path, new = tmp_path / "whole.evboard", tmp_path / "new.evboard"
    started(path).close()
    told = run("finish", path, "-o", new, code=1).stderr.decode()
    assert told == "No unfinished save lies beside whole.evboard. Open it as it is.\n"
    assert not new.exists()


def test_no_file_is_replaced(run: Run, moved: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.evboard"
    new.write_bytes(b"mine")
    assert "exists already" in run("finish", moved, "-o", new, code=1).stderr.decode()
    assert new.read_bytes() == b"mine"
