"""The verb `share`: exit codes, JSON and sentences."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.commands import photographs


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    """Return the sample case."""
    path = tmp_path / "case.evboard"
    run("sample", path)
    return path


def test_a_copy_is_the_same_project(run: Run, case: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.evboard"
    before = case.read_bytes()
    told = json.loads(run("share", case, "-o", copy, "--json").stdout)
    assert (told["history"], told["left_out"], told["pictures"]) == (True, [], [])
    for verb in ("show", "history"):
        assert run(verb, case, "--json").stdout == run(verb, copy, "--json").stdout
    run("check", copy)
    assert case.read_bytes() == before


def test_without_history_one_step_is_left(run: Run, case: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.evboard"
    run("share", case, "-o", copy, "--without-history")
    (step,) = json.loads(run("history", copy, "--json").stdout)["steps"]
    assert step["label"] == "Share a copy"
    assert run("show", case, "--json").stdout == run("show", copy, "--json").stdout
    run("check", copy)


def test_sources_are_left_out_by_their_ids(run: Run, case: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.evboard"
    gone = json.loads(run("show", case, "--json").stdout)["sources"][:2]
    ids = [one["id"] for one in gone]
    done = run("share", case, "-o", copy, "--leave-out", ids[0], "--leave-out", ids[1])
    assert b"so it was left out too" in done.stdout
    left = json.loads(run("show", copy, "--json").stdout)["sources"]
    assert not {one["id"] for one in left} & set(ids)
    assert not any(id.encode() in copy.read_bytes() for id in ids)
    run("check", copy)
    refused = run("share", case, "-o", tmp_path / "no.evboard", "--leave-out", "x", code=1)
    assert b"There is no source x" in refused.stderr


def test_a_picture_that_tells_its_place_is_named(run: Run, case: Path, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(photographs.with_position())
    added = json.loads(run("add", case, photo, "--json").stdout)["added"][0]
    done = run("share", case, "-o", tmp_path / "a.evboard")
    assert b"photo.jpg" in done.stdout
    assert b"position: left out; --keep-picture keeps it" in done.stdout
    assert photo.read_bytes() not in (tmp_path / "a.evboard").read_bytes()
    kept = ("--keep-picture", added["capture"], "--json")
    told = json.loads(run("share", case, "-o", tmp_path / "b.evboard", *kept).stdout)
    assert told["history"]
    assert [one["kept"] for one in told["pictures"]] == [True]


def test_refusals(run: Run, case: Path, tmp_path: Path) -> None:
    assert b"is the project itself" in run("share", case, "-o", case, code=1).stderr
    other = tmp_path / "other.evboard"
    other.write_bytes(b"mine")
    assert b"exists already" in run("share", case, "-o", other, code=1).stderr
    assert other.read_bytes() == b"mine"


def test_it_needs_no_display(run_alone: Run, case: Path, tmp_path: Path) -> None:
    run_alone("share", case, "-o", tmp_path / "copy.evboard")
