"""A second program is told who has the project open, and may read."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project import lock
from evidence_board.project.errors import InUse, ProjectError, ReadOnly
from evidence_board.project.project import Project
from tests.commands.cases import held, started

HOLD = """
import sys
from pathlib import Path
from evidence_board.project.project import Project
project = Project.open(Path(sys.argv[1]), clock=lambda: "2026-01-01T00:00:00Z")
print("open", flush=True)
sys.stdin.read(1)
project.close()
"""


def _holding(path: Path) -> "subprocess.Popen[bytes]":
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"open\n"
    return child


def test_a_second_program_is_told_who_has_it_and_since_when(path: Path) -> None:
    since = r"^case\.evboard has been open since 00:00 UTC on 1 January 2026 \(.+ on .+\)\. Close"
    with _holding(path) as child:
        with pytest.raises(InUse, match=since):
            Project.open(path)
        reader = Project.open(path, read_only=True)
        assert reader.read_only
        assert re.match(since.removesuffix(" Close"), lock.who_has(path))
        assert len(reader.all(Claim)) == 2
        with pytest.raises(ReadOnly, match="open to read only"):
            claims.write(reader, "More")
        with pytest.raises(ReadOnly, match="open to read only"):
            reader.undo()
        reader.close()
        assert lock.lock_path(path).exists(), "a reader does not take the lock away"
        child.communicate(b"\n", timeout=20)
    assert lock.who_has(path) == ""
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_lock_of_a_program_that_died_is_taken_over(path: Path) -> None:
    with _holding(path) as child:
        child.kill()
        child.communicate(timeout=20)
    assert lock.lock_path(path).exists()
    project = Project.open(path)
    assert not project.read_only
    project.close()
    assert not lock.lock_path(path).exists()


def test_the_same_program_does_not_open_it_twice(path: Path) -> None:
    project = Project.open(path)
    for read_only in (False, True):
        with pytest.raises(InUse):
            Project.open(path, read_only=read_only)
    project.close()
    project.close()


def test_a_link_to_an_open_project_is_the_same_project(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.evboard"
    link.symlink_to(path)
    project = Project.open(link)
    assert project.path == path.resolve()
    with pytest.raises(InUse):
        Project.open(path)
    project.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.evboard", "link.evboard"]


def test_a_lock_on_another_machine_counts(path: Path) -> None:
    since = "2026-01-01T09:00:00Z"
    told = {"pid": 1, "host": "elsewhere", "user": "Kim", "since": since, "born": ""}
    lock.lock_path(path).write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(InUse, match=r"09:00 UTC on 1 January 2026 \(Kim on elsewhere\)"):
        Project.open(path)
    assert json.loads(lock.lock_path(path).read_bytes()) == told


def test_a_time_that_is_none_is_told_as_it_stands(path: Path) -> None:
    told = {"pid": 1, "host": "elsewhere", "user": "Kim", "since": "noon", "born": ""}
    lock.lock_path(path).write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(InUse, match=r"open since noon \(Kim on elsewhere\)"):
        Project.open(path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"pid": "x"}', b"\xff", b'{"pid": 1}'])
def test_a_lock_that_says_nothing_does_not_lock(path: Path, content: bytes) -> None:
    lock.lock_path(path).write_bytes(content)
    project = Project.open(path)
    assert not project.read_only
    project.close()


def test_another_process_with_the_number_of_the_dead_one_does_not_lock(path: Path) -> None:
    with _holding(path) as child:
        child.kill()
        child.communicate(timeout=20)
    told = json.loads(lock.lock_path(path).read_bytes())
    told["pid"] = os.getppid()
    lock.lock_path(path).write_text(json.dumps(told), encoding="utf-8")
    Project.open(path).close()


def test_a_change_by_another_program_is_read_before_ours_is_made(tmp_path: Path) -> None:
    """Two programs that could not see each other's lock, as on a network drive."""
    project = started(tmp_path / "case.evboard")
    told: list[bool] = []
    project.observe(lambda changes: told.append(changes.touches(Claim)))
    lock.lock_path(project.path).unlink()
    done = subprocess.run(
        [
            *(sys.executable, "-c"),
            "import sys; from pathlib import Path\n"
            "from evidence_board.commands import claims\n"
            "from evidence_board.project.project import Project\n"
            "claims.write(p := Project.open(Path(sys.argv[1])), 'Theirs'); p.close()",
            project.path,
        ],
        check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "theirs")},
    )
    assert done.returncode == 0
    with pytest.raises(ProjectError, match="Another program has changed this project"):
        claims.write(project, "Ours")
    assert told == [True]
    assert [one.text for one in project.all(Claim)] == ["Theirs"]
    claims.write(project, "Ours")
    assert [one.number for one in project.all(Claim)] == [1, 2]
    assert project.undo_label == "Write claim"
    before = held(project)
    project.close()
    again = Project.open(tmp_path / "case.evboard")
    assert held(again) == before
    again.close()


@pytest.mark.parametrize("content", [b"[" * 200_000, b"\xff\xfe{", b"[1, 2]", b'{"pid": -1}'])
def test_a_lock_of_rubbish_is_taken_over(path: Path, content: bytes) -> None:
    lock.lock_path(path).write_bytes(content)
    Project.open(path).close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_lock_that_is_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(lock.lock_path(path))
    Project.open(path).close()


def test_a_lock_cannot_write_to_a_terminal(path: Path) -> None:
    told = {"pid": 1, "host": "elsewhere", "user": "\x1b[2J\u202eKim" + "x" * 900, "since": "now"}
    lock.lock_path(path).write_text(json.dumps(told | {"born": ""}), encoding="utf-8")
    with pytest.raises(InUse, match="since now") as refusal:
        Project.open(path)
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 400


def test_a_lock_that_finds_no_room_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk takes the name of a file and none of its words."""

    def no_room(*_told: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json, "dump", no_room)
    assert not lock.acquire(tmp_path / "case.evboard", "2026-01-01T00:00:00Z")
    assert list(tmp_path.iterdir()) == []
