"""The verb `salvage`: exit codes, JSON and sentences."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.project.damage import PAGE, blanked, pages_with


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    """Return the sample case."""
    path = tmp_path / "case.evboard"
    run("sample", path)
    return path


def test_a_sound_project_is_salvaged_whole(run: Run, case: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.evboard"
    done = run("salvage", case, "-o", new, "--json")
    told = json.loads(done.stdout)
    assert (told["losses"], told["findings"]) == (0, [])
    assert told["steps_kept"] == told["steps_found"] > 0
    shown = [json.loads(run("show", one, "--json").stdout) for one in (case, new)]
    assert shown[0] == shown[1]
    assert told["kept"]["claims"] == len(shown[0]["claims"])
    run("check", new)


def test_what_is_lost_is_named_and_the_code_says_so(run: Run, case: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.evboard"
    content = case.read_bytes()
    lost = range(len(content) // PAGE // 2)
    case.write_bytes(blanked(content, list(lost)))
    damaged = case.read_bytes()
    done = run("salvage", case, "-o", new, code=1)
    assert b"losses are named above" in done.stdout
    assert b"lost: " in done.stdout
    assert case.read_bytes() == damaged
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.evboard", "new.evboard"]


def test_the_schema_may_be_lost(run: Run, case: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.evboard"
    before = run("show", case, "--json").stdout
    content = case.read_bytes()
    case.write_bytes(blanked(content, [0, *pages_with(content, b"CREATE TABLE")]))
    run("show", case, "--json", code=1)
    run("salvage", case, "-o", new)
    assert run("show", new, "--json").stdout == before


def test_refusals_leave_nothing(run: Run, case: Path, tmp_path: Path) -> None:
    other = tmp_path / "words.txt"
    other.write_bytes(b"Only words.\n" * 1_000)
    new = tmp_path / "new.evboard"
    assert b"holds nothing of a project" in run("salvage", other, "-o", new, code=1).stderr
    assert b"is the project itself" in run("salvage", case, "-o", case, code=1).stderr
    assert b"exists already" in run("salvage", case, "-o", other, code=1).stderr
    assert b"is not there" in run("salvage", tmp_path / "gone", "-o", new, code=1).stderr
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.evboard", "words.txt"]


def test_it_needs_no_display(run_alone: Run, case: Path, tmp_path: Path) -> None:
    run_alone("salvage", case, "-o", tmp_path / "new.evboard")
