"""Backups by verbs: made, listed, restored; refusals in one sentence."""

import json
import shutil
from pathlib import Path

import pytest

from evidence_board.project.backups import summary_path
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let backups go to a folder of each test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    """Return a new project, closed."""
    path = tmp_path / "case.evboard"
    run("new", path, "--title", "Ferry")
    return path


def test_a_project_without_backups_says_so(path: Path, run: Run) -> None:
    assert run("backups", path).stdout == b"case.evboard has no backups.\n"
    assert json.loads(run("backups", path, "--json").stdout) == {"backups": []}


def test_a_backup_is_made_listed_and_restored(path: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry left at noon.")
    run("add", path, tmp_path / "a.txt")
    shown = run("show", path, "--json").stdout
    told = run("backups", path, "--make").stdout.decode()
    assert "0 claims, 1 sources" in told
    assert str(path) in told
    run("add", path, tmp_path / "a.txt")
    run("backups", path, "--make")
    (only,) = json.loads(run("backups", path, "--json").stdout)["backups"]
    assert (only["number"], only["step"], only["counts"]["sources"]) == (1, 2, 1)
    assert (only["title"], only["project_path"], only["flaws"]) == ("Ferry", str(path), 0)
    assert Path(only["path"]).stat().st_size == only["size"]
    new = tmp_path / "new.evboard"
    assert run("restore", path, "1", "-o", new).stdout.decode().strip() == str(new)
    assert run("show", new, "--json").stdout == shown
    run("check", new)


def test_a_lost_project_is_restored_by_the_name_that_it_had(
    path: Path, run: Run, tmp_path: Path
) -> None:
    shown = run("show", path, "--json").stdout
    run("backups", path, "--make")
    path.unlink()
    assert b"step 1" in run("backups", path).stdout
    run("restore", path, "1", "-o", path)
    assert run("show", path, "--json").stdout == shown


def test_a_backup_that_does_not_tell_what_it_holds_is_listed(path: Path, run: Run) -> None:
    run("backups", path, "--make")
    (only,) = json.loads(run("backups", path, "--json").stdout)["backups"]
    summary_path(Path(only["path"])).write_text("{")
    assert b"What it holds cannot be told" in run("backups", path).stdout
    (only,) = json.loads(run("backups", path, "--json").stdout)["backups"]
    assert (only["number"], only["counts"]) == (1, None)


def test_what_cannot_be_done_is_told_in_a_sentence(path: Path, run: Run, tmp_path: Path) -> None:
    told = run("restore", path, "7", "-o", tmp_path / "new.evboard", code=1).stderr
    assert told == b"case.evboard has no backup 7. `backups` lists them.\n"
    run("backups", path, "--make")
    before = path.read_bytes()
    copy = Path(shutil.copy(path, tmp_path / "other.evboard"))
    assert b"exists already" in run("restore", path, "1", "-o", copy, code=1).stderr
    assert b"is the project itself" in run("restore", path, "1", "-o", path, code=1).stderr
    assert path.read_bytes() == before
    (tmp_path / "text.evboard").write_text("hello")
    told = run("backups", tmp_path / "text.evboard", "--make", code=1).stderr
    assert told == b"text.evboard is not an Evidence Board project. Choose another file.\n"
