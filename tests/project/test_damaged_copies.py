"""Before a salvage an exact copy of the damaged file is kept, which no list offers as a backup."""

import json
import os
import shutil
from collections import deque
from pathlib import Path
from typing import NamedTuple

import pytest

from evidence_board.project.backup_restoring import every_backup
from evidence_board.project.damaged_copies import NEWEST, NotKept, folder, keep
from evidence_board.project.salvage import Salvaged
from evidence_board.project.salvaging import salvaging, told
from evidence_board.verbs.verb import result

AT = "2026-03-01T10:15:0{}Z"


@pytest.fixture(autouse=True)
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let copies go to a folder of each test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def bad(path: Path) -> Path:
    """Return a project of which a page is lost."""
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 4] = bytes(4096)
    path.write_bytes(content)
    return path


def _salvaged(bad: Path, at: str = AT.format(0)) -> Salvaged:
    part = bad.with_name("part.evboard")
    saved = result(salvaging(bad, part, at=at))
    part.unlink()
    return saved


def _names() -> list[str]:
    return sorted(one.name for one in folder().iterdir())


def test_it_is_the_same_byte_for_byte_and_says_what_it_is_of(bad: Path) -> None:
    saved = _salvaged(bad)
    copy = Path(saved.exact_copy)
    assert copy.read_bytes() == bad.read_bytes()
    about = json.loads(copy.with_suffix(".json").read_bytes())
    assert (about["path"], about["at"]) == (str(bad), AT.format(0))
    assert told(saved) == f"An exact copy of the damaged file was kept before: {copy}"
    assert len(_names()) == 2


def test_no_list_offers_it_as_a_backup(bad: Path) -> None:
    _salvaged(bad)
    assert every_backup() == ()


def test_what_lies_beside_the_file_is_kept_with_it(bad: Path) -> None:
    journal = bad.with_name(bad.name + "-journal")
    journal.write_bytes(b"half a save")
    copy = Path(_salvaged(bad).exact_copy)
    assert copy.with_name(copy.name + "-journal").read_bytes() == b"half a save"


def test_the_same_bytes_are_kept_once(bad: Path) -> None:
    assert _salvaged(bad).exact_copy == _salvaged(bad, AT.format(1)).exact_copy
    assert len(_names()) == 2


def test_of_each_place_the_newest_are_kept(bad: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.evboard"
    shutil.copyfile(bad, other)
    with other.open("ab") as file:
        file.write(b"more")
    of_other = Path(_salvaged(other, AT.format(0)).exact_copy)
    copies = []
    for place in range(NEWEST + 2):
        with bad.open("ab") as file:
            file.write(b"again")
        copies.append(Path(_salvaged(bad, AT.format(place + 1)).exact_copy))
    assert [one.exists() for one in copies] == [False] * 2 + [True] * NEWEST
    assert of_other.exists()
    assert len(_names()) == 2 * (NEWEST + 1)


class _Usage(NamedTuple):
    free: int


def test_without_twice_the_space_there_is_none_and_that_is_said(
    bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = bad.stat().st_size
    monkeypatch.setattr("shutil.disk_usage", lambda _: _Usage(2 * size - 1))
    saved = _salvaged(bad)
    assert saved.exact_copy == ""
    assert "less than twice its size free" in told(saved)
    assert told(saved).startswith("No exact copy of the damaged file was kept: ")
    assert sum(saved.kept.values()) > 0, "it was salvaged all the same"
    assert _names() == []


def test_a_folder_that_cannot_be_made_keeps_nobody_from_a_salvage(
    bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(NotKept):
        deque(keep(bad, AT.format(0)))
    assert sum(_salvaged(bad).kept.values()) > 0


def test_given_up_it_leaves_nothing(bad: Path) -> None:
    work = keep(bad, AT.format(0))
    next(work)
    assert len(_names()) == 1
    work.close()
    assert _names() == []


def test_what_a_killed_program_left_is_removed_later(bad: Path) -> None:
    left = folder() / ".copying-old"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    _salvaged(bad)
    assert not left.exists()


def test_a_file_of_another_sort_is_not_kept(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_bytes(b"Only words. " * 1_000)
    with pytest.raises(Exception, match="holds nothing of a project"):
        result(salvaging(words, tmp_path / "new.evboard", at=AT.format(0)))
    assert _names() == []
