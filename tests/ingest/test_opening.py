"""Whatever is dropped is looked at without waiting, and refused with one sentence."""

import os
import socket
from pathlib import Path

import pytest

from evidence_board.ingest.draft import Refused, printable_name
from evidence_board.ingest.formats import LARGEST
from evidence_board.ingest.opening import load


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        load(path)
    return str(refused.value)


def test_a_file_gives_its_exact_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfa\r\n\xff")
    assert load(tmp_path / "a.txt") == b"\xef\xbb\xbfa\r\n\xff"


def test_a_link_to_a_file_gives_the_bytes_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert load(tmp_path / "b.txt") == b"words"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"“{tmp_path.name}” is a folder. Add the files in it."


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").startswith("“pipe” is a pipe, not a file.")


def test_a_device_is_refused() -> None:
    assert refusal(Path("/dev/zero")).startswith("“zero” is a device, not a file.")


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name has to be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("talk")
        assert refusal(tmp_path / "talk").startswith("“talk” is a socket, not a file.")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt").startswith("“gone.txt” is not there.")
    (tmp_path / "link").symlink_to(tmp_path / "gone.txt")
    assert refusal(tmp_path / "link").startswith("“link” is a link to a file that is not there.")


def test_a_loop_of_links_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "cannot be opened" in refusal(tmp_path / "loop")
    assert "cannot be opened" in refusal(tmp_path / ("a" * 300))
    assert "cannot be opened" in refusal(tmp_path / "a\0b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "closed.txt").write_text("words")
    (tmp_path / "closed.txt").chmod(0)
    assert refusal(tmp_path / "closed.txt").startswith("You may not read “closed.txt”.")


def test_a_refused_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", deny)
    assert refusal(tmp_path / "a.txt") == (
        "You may not read “a.txt”. Change its permissions, or add a copy of it."
    )


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(LARGEST + 1)
    assert refusal(tmp_path / "large.txt").startswith("“large.txt” is larger than 20 MB.")
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(LARGEST)
    assert len(load(tmp_path / "large.txt")) == LARGEST


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"two\nlines.txt", "two\\nlines.txt"),
        (b"caf\xe9.txt", "caf\\xe9.txt"),
        ("Zürich \U0001f6f0.txt".encode(), "Zürich \U0001f6f0.txt"),
        ("a\u202etxt.exe".encode(), "a\\u202etxt.exe"),
    ],
)
def test_a_name_is_made_printable(tmp_path: Path, name: bytes, shown: str) -> None:
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))
    path.write_bytes(b"words")
    assert printable_name(path) == shown
    assert shown.encode("utf-8")
    assert load(path) == b"words"
