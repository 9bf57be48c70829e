"""A program killed in the middle of a change loses that change and nothing else."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.errors import NotAProject, ProjectError
from evidence_board.project.project import Project
from tests.commands.cases import started

STOP_IN_COMMIT = """
import os, sys
from pathlib import Path
from evidence_board.model.claim import Claim
from evidence_board.project import history
from evidence_board.project.project import Project
project = Project.open(Path(sys.argv[1]))
history.write_step = lambda *_: os.kill(os.getpid(), 9)  # the rows are written by then
raw = project._session.store._file.sql.connection.driver_connection
raw.execute("PRAGMA cache_size = 2")  # so that pages reach the file before the commit
with project.transaction("Import") as tx:
    for number in range(400):
        tx.add(Claim(text=f"{number} " + "x" * 2000))
"""
WRITE_ON = """
import sys
from pathlib import Path
from evidence_board.commands import claims
from evidence_board.project.project import Project
project = Project.open(Path(sys.argv[1]))
while True:
    print(claims.write(project, "x" * 3000).number, flush=True)
"""


@pytest.fixture
def crashed(path: Path) -> Path:
    """Return a project whose program was killed after it had begun to write the file."""
    size = path.stat().st_size
    done = subprocess.run([sys.executable, "-c", STOP_IN_COMMIT, path], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    assert path.stat().st_size > size, "the file is longer than its header says"
    return path


def test_a_change_cut_short_is_taken_back_without_a_question(
    crashed: Path, small_case: bytes
) -> None:
    project = Project.open(crashed)
    assert len(project.all(Claim)) == 2
    assert project.redo_label == "Write claim"
    project.close()
    assert check(crashed) == ()
    assert list(crashed.parent.iterdir()) == [crashed]


def test_check_tells_of_it_and_changes_nothing(crashed: Path) -> None:
    before = {path.name: path.read_bytes() for path in crashed.parent.iterdir()}
    (problem,) = check(crashed)
    assert problem.kind == "container"
    assert "was cut short" in problem.text
    assert {path.name: path.read_bytes() for path in crashed.parent.iterdir()} == before


def test_a_reader_is_told_that_it_has_to_be_taken_back_first(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.project.opening._PATIENCE", 0.05)
    before = crashed.read_bytes()
    with pytest.raises(ProjectError, match="cut short and has to be taken back first"):
        Project.open(crashed, read_only=True)
    assert crashed.read_bytes() == before


def test_the_journal_lies_beside_the_file_and_not_beside_a_link_to_it(
    crashed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.evboard"
    link.symlink_to(crashed)
    project = Project.open(link)
    assert len(project.all(Claim)) == 2
    project.close()
    assert check(link) == ()


def test_the_journal_of_another_project_does_not_destroy_this_one(
    crashed: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.evboard"
    project = started(other)
    with project.transaction("Fill") as tx:
        for number in range(300):
            tx.add(Claim(text=f"{number} " + "y" * 2000))
    project.close()
    journal = other.with_name(other.name + "-journal")
    shutil.copyfile(crashed.with_name(crashed.name + "-journal"), journal)
    before = (other.read_bytes(), journal.read_bytes())
    with pytest.raises(NotAProject, match="Nothing was changed"):
        Project.open(other)
    assert (other.read_bytes(), journal.read_bytes()) == before
    journal.unlink()
    assert check(other) == ()


def test_five_kills_lose_no_edit_that_was_saved(path: Path) -> None:
    """A longer run belongs to a release; this one keeps the way to it open."""
    chance = random.Random(7)
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", WRITE_ON, path], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            told = [int(child.stdout.readline()) for _ in range(chance.randint(1, 12))]
            os.kill(child.pid, signal.SIGKILL)
            told += [int(line) for line in child.stdout.read().split("\n")[:-1] if line]
        project = Project.open(path)
        numbers = [claim.number for claim in project.all(Claim)]
        assert set(told) <= set(numbers)
        assert len(numbers) <= len({*numbers, *told}) + 1
        project.close()
        assert check(path) == ()
