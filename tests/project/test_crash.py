"""A program killed in the middle of a change loses that change and nothing else."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.model.claim import Claim
from evidence_board.paths import user_work_folder
from evidence_board.project import leftovers, opening, presence
from evidence_board.project.check import check
from evidence_board.project.errors import Damaged, ProjectError, Unfinished
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
    return cut_short(path)


def cut_short(path: Path) -> Path:
    """Let the program be killed after it has begun to write the file."""
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
    monkeypatch.setattr("evidence_board.project.leftovers._PATIENCE", 0.05)
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


@pytest.fixture
def with_foreign_journal(crashed: Path, tmp_path: Path) -> Path:
    """Return another project, closed, beside which the journal of the first one lies."""
    other = tmp_path / "other.evboard"
    project = started(other)
    with project.transaction("Fill") as tx:
        for number in range(300):
            tx.add(Claim(text=f"{number} " + "y" * 2000))
    project.close()
    shutil.copyfile(leftovers.journal(crashed), leftovers.journal(other))
    return other


def _held(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def test_the_journal_of_another_project_does_not_destroy_this_one(
    with_foreign_journal: Path,
) -> None:
    """Not even where a crash of ours would have left one: that is tried on a copy first."""
    other = with_foreign_journal
    presence.begin(other, "other")
    record = next((user_work_folder() / "open").glob(f"*-{other.stat().st_ino}.json"))
    told = json.loads(record.read_bytes())
    record.write_text(json.dumps({**told, "pid": 2**22 + 1, "born": ""}), encoding="utf-8")
    assert leftovers.is_own(other)
    before = _held(other)
    with pytest.raises(Damaged, match="Nothing was changed"):
        Project.open(other)
    assert _held(other) == before
    leftovers.journal(other).unlink()
    assert check(other) == ()


def test_a_journal_that_is_not_known_to_be_ours_is_asked_about(
    with_foreign_journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.project.leftovers._PATIENCE", 0.05)
    before = _held(with_foreign_journal)
    for read_only in (False, True):
        with pytest.raises(Unfinished, match=r"other\.evboard-journal beside other\.evboard holds"):
            Project.open(with_foreign_journal, read_only=read_only)
    assert _held(with_foreign_journal) == before


def test_a_copy_is_opened_without_the_foreign_journal(
    with_foreign_journal: Path, tmp_path: Path
) -> None:
    before = _held(with_foreign_journal)
    copy = tmp_path / "copy.evboard"
    with pytest.raises(Damaged, match="does not give a sound project"):
        opening.finished_copy(with_foreign_journal, copy)
    assert _held(with_foreign_journal) == before, "nothing is left at the copy's place"
    opening.copy_without(with_foreign_journal, copy)
    project = Project.open(copy)
    assert len(project.all(Claim)) == 300
    project.close()
    copy.unlink()
    assert _held(with_foreign_journal) == before


def test_a_crash_on_another_computer_is_finished_on_a_copy(
    crashed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file and its journal came by mail, say: this computer knows nothing of a session."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nobody"))
    monkeypatch.setattr("evidence_board.project.leftovers._PATIENCE", 0.05)
    before = {one.name: one.read_bytes() for one in (crashed, leftovers.journal(crashed))}
    with pytest.raises(Unfinished):
        Project.open(crashed)
    copy = tmp_path / "copy.evboard"
    opening.finished_copy(crashed, copy)
    assert {one.name: one.read_bytes() for one in (crashed, leftovers.journal(crashed))} == before
    assert check(copy) == ()
    with pytest.raises(ProjectError, match="exists already"):
        opening.finished_copy(crashed, copy)
    project = Project.open(copy)
    assert len(project.all(Claim)) == 2
    project.close()


def test_changes_of_another_program_in_a_log_are_finished_on_a_copy(
    path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "open" / "case.evboard"
    copy.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE claim SET text = 'By another program'")
        other.commit()
        for one in (path, leftovers.log(path)):
            shutil.copyfile(one, copy.with_name(one.name))
    with pytest.raises(Unfinished, match=r"case\.evboard-wal beside"):
        Project.open(copy)
    opening.finished_copy(copy, tmp_path / "finished.evboard")
    opening.copy_without(copy, tmp_path / "without.evboard")
    for name, there in (("finished", True), ("without", False)):
        project = Project.open(tmp_path / f"{name}.evboard")
        assert ("By another program" in {one.text for one in project.all(Claim)}) is there
        project.close()


def test_the_note_of_a_session_goes_with_it(path: Path) -> None:
    project = Project.open(path)
    left = presence.of(path)
    assert left is not None
    assert left.ours
    assert left.project == project.record.id
    project.close()
    assert presence.of(path) is None


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


def test_what_a_failing_disk_left_unfinished_at_closing_is_our_own(path: Path) -> None:
    file = presence.begin(path, "p")
    assert not leftovers.is_own(path), "somebody is at work"
    presence.leave(file)
    assert leftovers.is_own(path)
