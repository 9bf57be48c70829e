"""What becomes of a file while it is open: told in its own words, nothing pretended saved."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_board.commands import claims
from evidence_board.model.claim import Claim
from evidence_board.project.check import check
from evidence_board.project.errors import (
    Overwritten,
    ProjectError,
    ReadOnly,
    Unreadable,
    after_second_reading,
    from_database,
)
from evidence_board.project.presence import identity
from evidence_board.project.project import Project
from evidence_board.project.whereabouts import trouble
from tests.commands.cases import held, started


def _elsewhere(path: Path, statement: str) -> None:
    """Let another program change the file by the rules."""
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
    )
    subprocess.run([sys.executable, "-c", program, path, statement], check=True)


def _replace(path: Path) -> None:
    copy = path.with_name("other.evboard")
    shutil.copyfile(path, copy)
    copy.replace(path)


MOVES: dict[str, tuple[Callable[[Path], object], str]] = {
    "moved": (lambda path: path.rename(path.with_name("moved.evboard")), "moved, renamed or"),
    "deleted": (Path.unlink, "moved, renamed or deleted"),
    "replaced": (_replace, "Another file lies where"),
    "its folder moved": (
        lambda path: path.parent.rename(path.parent.with_name(path.parent.name + "-moved")),
        "its drive was taken away",
    ),
}


def test_an_empty_folder_where_a_drive_was_mounted_is_known_as_that(tmp_path: Path) -> None:
    path = tmp_path / "case.evboard"
    path.touch()
    device, number = identity(path)
    path.unlink()
    assert "moved, renamed or deleted" in trouble(path, (device, number), read_only=False)
    assert "was taken away" in trouble(path, (device + 1, number), read_only=False)


@pytest.mark.parametrize("how", MOVES)
def test_a_file_that_is_not_where_it_was_is_told_and_a_copy_can_be_saved(
    tmp_path: Path, small_case: bytes, how: str
) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    path = folder / "case.evboard"
    path.write_bytes(small_case)
    project = Project.open(path)
    assert project.trouble() == ""
    happen, words = MOVES[how]
    happen(path)
    assert words in project.trouble()
    assert "Nothing more is saved there" in project.trouble()
    before = held(project)
    with pytest.raises(ProjectError, match=r"moved, renamed or replaced|cannot be opened|disk"):
        claims.write(project, "Lost")
    assert held(project) == before, "what could not be saved is taken back"
    copy = tmp_path / "copy.evboard"
    project.save_copy(copy)
    project.close()
    assert check(copy) == ()
    again = Project.open(copy)
    assert held(again) == before
    again.close()


def test_a_file_that_comes_back_is_saved_to_again(path: Path) -> None:
    project = Project.open(path)
    moved = path.rename(path.with_name("moved.evboard"))
    assert project.trouble() != ""
    moved.rename(path)
    assert project.trouble() == ""
    claims.write(project, "Back")
    project.close()
    assert check(path) == ()


def test_a_change_by_another_program_is_shown_without_an_edit(path: Path) -> None:
    for read_only in (False, True):
        project = Project.open(path, read_only=read_only)
        assert not project.follow_others()
        text = f"Theirs {read_only}"
        _elsewhere(path, f"UPDATE claim SET text = '{text}' WHERE number = 1")
        assert project.follow_others()
        assert text in {one.text for one in project.all(Claim)}
        assert not project.follow_others()
        project.close()


def test_our_own_changes_are_none_of_another_program(path: Path) -> None:
    project = Project.open(path)
    claims.write(project, "Ours")
    project.undo()
    assert not project.follow_others()
    project.close()


def test_another_project_written_over_the_file_is_not_taken_for_ours(
    path: Path, tmp_path: Path
) -> None:
    """As a program does that copies in place: the same file, and none of SQLite's locks."""
    other = started(tmp_path / "other.evboard", title="Another")
    claims.write(other, "Not ours")
    other.close()
    project = Project.open(path)
    before = held(project)
    content = other.path.read_bytes()
    program = (
        "import sys; f = open(sys.argv[1], 'r+b'); f.write(open(sys.argv[2], 'rb').read());"
        "f.truncate()"
    )
    subprocess.run([sys.executable, "-c", program, path, other.path], check=True)
    with pytest.raises(Overwritten, match="Something else was written into"):
        project.follow_others()
    assert held(project) == before
    for _ in range(2):
        with pytest.raises(Overwritten, match="Nothing more is saved there"):
            claims.write(project, "Ours")
    assert held(project) == before
    project.close()
    assert path.read_bytes() == content, "the other project is as it was written"


def test_rubbish_written_over_the_file_is_not_called_damage_before_a_second_reading(
    path: Path,
) -> None:
    project = Project.open(path)
    before = held(project)
    program = "import sys; f = open(sys.argv[1], 'r+b'); f.write(b'x' * 200000)"
    subprocess.run([sys.executable, "-c", program, path], check=True)
    with pytest.raises((Unreadable, Overwritten)) as refusal:
        claims.write(project, "Lost")
    assert "damage" not in str(refusal.value)
    assert "not saved" in str(refusal.value) or "Nothing more is saved" in str(refusal.value)
    assert held(project) == before
    project.close()


def test_what_can_be_read_at_the_second_time_is_whole() -> None:
    error = Unreadable("A part could not be read.")
    assert "is whole. Do it again." in str(after_second_reading(error, readable=True))
    assert "a second time either" in str(after_second_reading(error, readable=False))


CODES = {
    "SQLITE_READONLY_DBMOVED": (ReadOnly, "moved, renamed or replaced"),
    "SQLITE_READONLY_ROLLBACK": (ReadOnly, "cannot be written"),
    "SQLITE_FULL": (ReadOnly, "disk is full"),
    "SQLITE_IOERR_WRITE": (ReadOnly, "disk reported an error"),
    "SQLITE_IOERR_LOCK": (ReadOnly, "disk reported an error"),
    "SQLITE_BUSY": (ProjectError, "Another program is writing"),
    "SQLITE_CORRUPT": (Unreadable, "could not be read"),
    "SQLITE_NOTADB": (Unreadable, "could not be read as a project"),
    "SQLITE_CANTOPEN": (ProjectError, "cannot be opened"),
}


@pytest.mark.parametrize("code", CODES)
def test_each_failure_has_its_own_words_and_says_what_to_do(code: str) -> None:
    error = sqlite3.OperationalError("as SQLite says")
    error.sqlite_errorname = code
    told = from_database(error)
    kind, words = CODES[code]
    assert type(told) is kind
    assert words in str(told)
    assert str(told).endswith(".")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_made_read_only_is_told(path: Path) -> None:
    project = Project.open(path)
    path.chmod(0o444)
    assert "was made read-only" in project.trouble()
    project.close()


@pytest.mark.parametrize("left", ["nothing", "another file", "a journal of another"])
def test_the_journal_beside_the_former_name_goes_only_if_it_is_surely_ours(
    path: Path, left: str
) -> None:
    journal = path.with_name(f"{path.name}-journal")
    project = Project.open(path)
    claims.write(project, "Saved")
    assert journal.is_file()
    path.rename(path.with_name("moved.evboard"))
    if left == "another file":
        path.write_bytes(b"theirs")
    if left == "a journal of another":
        journal.unlink()
        journal.write_bytes(b"of a program that crashed")
    project.close()
    assert journal.exists() == (left != "nothing")
    if left == "a journal of another":
        assert journal.read_bytes() == b"of a program that crashed"
    assert check(path.with_name("moved.evboard")) == ()
