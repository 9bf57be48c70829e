"""A new file is there whole or not at all, whatever was made on the way."""

import os
import resource
import sqlite3
from pathlib import Path

import pytest

from evidence_board.project.errors import ProjectError
from evidence_board.project.new_file import PART, SNAPSHOT, private_folder, whole_or_nothing
from tests.commands.cases import started


def _made_in_vain(path: Path) -> None:
    with whole_or_nothing(path) as part:
        part.write_bytes(b"half")
        part.with_name("between").write_bytes(b"a step on the way")
        raise ProjectError("It cannot be made.")


def test_nothing_is_left_of_what_was_made_in_vain(tmp_path: Path) -> None:
    with pytest.raises(ProjectError):
        _made_in_vain(tmp_path / "new.evboard")

    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_where_a_folder_cannot_be_read_by_a_descriptor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`os.scandir(descriptor)` duplicates it with fcntl, which fails where locks do."""
    by_path = os.scandir

    def refusing(path: "int | str | os.PathLike[str]" = ".") -> "os._ScandirIterator[str]":
        if isinstance(path, int):
            raise OSError(37, "No locks available")
        return by_path(path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(ProjectError):
        _made_in_vain(tmp_path / "new.evboard")

    assert list(tmp_path.iterdir()) == []


def test_a_private_folder_goes_even_where_no_handle_is_left(tmp_path: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        with private_folder(tmp_path / "new.evboard", PART, SNAPSHOT) as folder:
            for name in (PART, f".{SNAPSHOT}.lock", f"{SNAPSHOT}-journal"):
                (folder / name).write_bytes(b"half")
            resource.setrlimit(resource.RLIMIT_NOFILE, (0, limits[1]))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("most", [4_096, 30_000, 150_000])
def test_a_project_that_finds_no_room_is_not_made_and_that_is_told_of_it(
    tmp_path: Path, most: int
) -> None:
    """A limit of the process stands for the disk: before the schema, in it, in the first step."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
    try:
        with pytest.raises(ProjectError, match="No file was made"):
            started(tmp_path / "new.evboard")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_written_into_a_new_file_is_told_of_that_file(tmp_path: Path) -> None:
    refused = ProjectError("The last change was not saved.")
    refused.__cause__ = sqlite3.OperationalError("disk I/O error")
    refused.__cause__.sqlite_errorname = "SQLITE_FULL"
    with (
        pytest.raises(ProjectError, match=r"^The disk is full\. No file was made\."),
        whole_or_nothing(tmp_path / "new.evboard"),
    ):
        raise refused
