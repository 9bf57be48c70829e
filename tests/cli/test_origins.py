"""The verb `origins`: the names others rely on, marks and ids, what muting leaves."""

import json
from pathlib import Path

import pytest

from evidence_board.commands import projects
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from tests.cli.conftest import Run

FIELDS = (
    "claim files n_min n_max groups unattributed single_points cut_origins cut_carriers cut_any "
    "circular n_min_strict observed asserted"
)


@pytest.fixture
def sample(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "sample.evboard"
    run("sample", path)
    return path


def _asked(run: Run, path: Path, *more: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("origins", path, *more, "--json").stdout)[
        "claims"
    ]
    return found


def test_every_claim_is_told_by_the_names_of_the_contract(run: Run, sample: Path) -> None:
    before = sample.read_bytes()
    found = _asked(run, sample)
    project = Project.open(sample, read_only=True)
    assert [one["claim"] for one in found] == [claim.id for claim in project.all(Claim)]
    project.close()
    assert all(" ".join(one) == FIELDS for one in found)
    assert sample.read_bytes() == before


def test_a_mark_and_an_id_name_the_same_claim(run: Run, sample: Path) -> None:
    (by_mark,) = _asked(run, sample, "C1")
    assert _asked(run, sample, str(by_mark["claim"])) == [by_mark]


def test_muting_the_only_origin_leaves_nothing(run: Run, sample: Path) -> None:
    one = next(one for one in _asked(run, sample) if one["n_min"] == one["n_max"] == 1)
    groups = one["groups"]
    assert isinstance(groups, list)
    (left,) = _asked(run, sample, str(one["claim"]), "--mute", groups[0])
    assert (left["n_max"], left["files"], left["cut_any"]) == (0, 0, 0)
    assert left["single_points"] == []


def test_it_is_told_in_words_too(run: Run, sample: Path) -> None:
    told = run("origins", sample, "C1").stdout.decode()
    assert told.startswith("C1  ")
    assert "independent origin" in told


def test_what_is_not_there_is_refused(run: Run, sample: Path) -> None:
    assert b"There is no claim C999." in run("origins", sample, "C999", code=1).stderr
    refused = run("origins", sample, "--mute", "C1", code=1).stderr
    assert b"There is no source, origin group or link C1 to mute." in refused


def test_a_project_without_claims_says_so(run: Run, tmp_path: Path) -> None:
    projects.start(tmp_path / "empty.evboard").close()
    assert run("origins", tmp_path / "empty.evboard").stdout == b"No claims.\n"
