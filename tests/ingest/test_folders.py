"""A folder stands for every file below it that is meant to be seen."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_board.ingest import folders
from evidence_board.ingest.folders import Gathered, gather


def gathered(*paths: Path) -> Gathered:
    found: list[Gathered] = []

    def to_its_end() -> Iterator[tuple[int, int]]:
        found.append((yield from gather(paths)))

    list(to_its_end())
    return found[0]


def names(found: Gathered, top: Path) -> list[str]:
    return [str(path.relative_to(top)) for path in found.files]


def test_files_are_found_at_every_depth_in_their_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/er/c.txt", "deep/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert names(gathered(tmp_path), tmp_path) == ["a.txt", "b.txt", "deep/d.txt", "deep/er/c.txt"]


def test_hidden_files_and_hidden_folders_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").touch()
    (tmp_path / ".hidden").touch()
    (tmp_path / "seen").touch()
    assert names(gathered(tmp_path), tmp_path) == ["seen"]


def test_links_out_of_the_folder_and_links_to_folders_are_left_out(tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    (tmp_path / "secret").touch()
    (top / "inside").touch()
    (top / "to-inside").symlink_to("inside")
    (top / "to-secret").symlink_to(tmp_path / "secret")
    (top / "to-nothing").symlink_to("gone")
    (top / "round").symlink_to(top)
    assert names(gathered(top), top) == ["inside", "to-inside"]


def test_a_file_given_by_itself_stands_for_itself_even_when_it_is_hidden(tmp_path: Path) -> None:
    hidden, gone = tmp_path / ".hidden", tmp_path / "gone"
    hidden.touch()
    assert gathered(hidden, gone).files == (hidden, gone)


def test_a_file_that_is_met_twice_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert gathered(tmp_path / "a", tmp_path).files == (tmp_path / "a",)


def test_a_folder_that_may_not_be_read_holds_nothing(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a").touch()
    closed.chmod(0)
    expected = ["closed/a"] if os.access(closed, os.R_OK) else []
    assert names(gathered(tmp_path), tmp_path) == expected
    closed.chmod(0o700)


def test_more_files_than_a_case_has_are_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        (tmp_path / str(number)).touch()
    monkeypatch.setattr(folders, "MOST", 10)
    found = gathered(tmp_path)
    assert (len(found.files), found.cut) == (10, True)


def test_it_can_be_stopped_between_files(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / str(number)).touch()
    steps = gather([tmp_path])
    assert next(steps) == (0, 0)
    steps.close()
