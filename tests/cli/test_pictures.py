"""Pictures at the command line: added, sealed, given back, listed in a brief; bad ones named."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ingest.drawn import bomb, png
from tests.typeset.reading import text_of


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    """Return a project with one picture and nothing else."""
    path = tmp_path / "case.evboard"
    (tmp_path / "yard.png").write_bytes(png(40, 30))
    run("new", path, "--title", "Case", "--question", "Who left?")
    run("add", path, tmp_path / "yard.png")
    return path


def test_a_picture_is_added_with_its_size_and_without_text(run: Run, case: Path) -> None:
    shown = json.loads(run("show", case, "--json").stdout)
    (source,) = shown["sources"]
    (capture,) = shown["captures"]
    assert (source["kind"], source["title"]) == ("image", "yard")
    assert source["basis"]["title"]["basis"] == "inferred"
    assert (capture["media_type"], capture["remark"]) == ("image/png", "PNG, 40 × 30 px")
    assert run("text", case, source["id"]).stdout == b""


def test_the_sealed_bytes_of_a_picture_come_back(run: Run, case: Path, tmp_path: Path) -> None:
    (capture,) = json.loads(run("show", case, "--json").stdout)["captures"]
    run("capture", case, capture["id"], "-o", tmp_path / "again.png")
    assert (tmp_path / "again.png").read_bytes() == png(40, 30)


def test_the_good_picture_stays_and_the_bad_ones_are_named(
    run: Run, case: Path, tmp_path: Path
) -> None:
    (tmp_path / "good.png").write_bytes(png(8, 6))
    (tmp_path / "bomb.png").write_bytes(bomb())
    (tmp_path / "cut.png").write_bytes(png(80, 60)[:60])
    paths = [tmp_path / name for name in ("bomb.png", "good.png", "cut.png")]
    told = json.loads(run("add", case, *paths, "--json", code=1).stdout)
    assert [Path(one["path"]).name for one in told["added"]] == ["good.png"]
    assert [Path(one["path"]).name for one in told["refused"]] == ["bomb.png", "cut.png"]
    assert "60,000 × 60,000 pixels" in told["refused"][0]["reason"]


def test_the_same_picture_again_is_existing(run: Run, case: Path, tmp_path: Path) -> None:
    told = json.loads(run("add", case, tmp_path / "yard.png", "--json").stdout)
    assert (len(told["added"]), len(told["existing"])) == (0, 1)


def test_a_brief_lists_a_picture_with_its_hash(run: Run, case: Path, tmp_path: Path) -> None:
    (capture,) = json.loads(run("show", case, "--json").stdout)["captures"]
    run("brief", case, "-o", tmp_path / "brief.pdf")
    told = "".join(text_of(tmp_path / "brief.pdf").split())
    assert capture["sha256"] in told
    assert "yard.png" in told
    assert "notext:PNG,40×30px" in told
    assert capture["text_sha256"] not in told


def test_a_project_with_a_picture_is_sound(run: Run, case: Path) -> None:
    assert json.loads(run("check", case, "--json").stdout) == {"ok": True, "problems": []}
