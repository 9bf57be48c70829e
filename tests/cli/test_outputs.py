"""What a verb may not write over: devices, pipes, links in a ring, other projects, side files."""

import os
from pathlib import Path

import pytest

from evidence_board.__main__ import main
from tests.commands.cases import started

WRITING = ("export", "brief --to md")
MAKING = ("new", "sample", "share -o", "salvage -o")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("case.evboard", "other.evboard"):
        started(tmp_path / name).close()
    os.mkfifo("pipe")
    Path("folder").mkdir()
    Path("ring").symlink_to("ring")
    Path("device").symlink_to("/dev/null")
    return tmp_path / "case.evboard"


def seen(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        one.name: (one.lstat().st_mode, one.read_bytes() if one.is_file() else b"")
        for one in folder.iterdir()
    }


@pytest.mark.parametrize("verb", WRITING)
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("pipe", "that is a pipe or a device, not a file"),
        ("device", "that is a pipe or a device, not a file"),
        ("folder", "that is a folder, not a file"),
        ("ring", "that is a link that leads round in a ring"),
        ("other.evboard", "that is a project, which is not replaced"),
        ("case.evboard-journal", "that name is kept for what belongs to case.evboard"),
        ("no/out", "No such file or directory"),
        ("x" * 300, "File name too long"),
        ("", "that is a folder, not a file"),
    ],
)
def test_what_must_not_be_replaced_stays(
    case: Path, verb: str, name: str, why: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = seen(case.parent)
    first, *more = verb.split()
    assert main([first, str(case), *more, "-o", name]) == 1
    told = capfd.readouterr().err
    assert told.endswith(f"{why}.\n")
    assert told.count("\n") == 1
    assert seen(case.parent) == before


@pytest.mark.parametrize("verb", MAKING)
def test_no_project_gets_the_name_of_what_belongs_to_another(
    case: Path, verb: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = seen(case.parent)
    first, *option = verb.split()
    given = [str(case), *option] if option else []
    assert main([first, *given, f"{case}-wal"]) == 1
    assert "kept for what belongs to case.evboard" in capfd.readouterr().err
    assert seen(case.parent) == before


def test_a_link_is_followed_and_stays_one(case: Path) -> None:
    Path("real.md").write_text("old")
    Path("link.md").symlink_to("real.md")
    assert main(["export", str(case), "-o", "link.md"]) == 0
    assert Path("link.md").is_symlink()
    assert Path("real.md").read_text().startswith('{\n "format"')
