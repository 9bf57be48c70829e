"""The verb `origins`: the names others rely on, marks and ids, what muting leaves."""

import json
from pathlib import Path

import pytest

from evidence_board.commands import independence, projects, retracting
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.cli.conftest import Run

FIELDS = (
    "claim files n_min n_max groups unattributed single_points cut_origins cut_carriers cut_any "
    "circular n_min_strict observed asserted independence"
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


def test_what_was_judged_and_what_was_retracted_is_told_too(run: Run, sample: Path) -> None:
    """ORIGINS-19 and ORIGINS-22."""
    two = next(one for one in _asked(run, sample) if one["n_min"] == 2)
    groups = two["groups"]
    assert isinstance(groups, list)
    pair = {"one": groups[0], "other": groups[1]}
    assert two["independence"] == [{**pair, "verdict": None, "reason": ""}]
    project = Project.open(sample)
    independence.judge(project, groups[0], groups[1], "shown", "Each took its own images.")
    claim = str(two["claim"])
    origin = project.get(Source, project.get(Assertion, _said(project, claim)).chain[-1])
    retracting.mark(project, origin, "retracted", "Its note of today.")
    project.undo()
    project.close()
    told = run("origins", sample, claim).stdout.decode()
    assert "That the two are independent is shown: Each took its own images." in told
    run("redo", sample)
    plain = json.loads(run("origins", sample, "--json").stdout)
    (withdrawn,) = plain["withdrawn"]
    assert (withdrawn["source"], withdrawn["standing"]) == (origin.id, "retracted")
    (fell,) = [one for one in withdrawn["claims"] if one["claim"] == claim]
    assert (fell["before"]["n_min"], fell["after"]["n_min"]) == (2, 1)
    assert f"{origin.mark} retracted; recounted: " in run("origins", sample).stdout.decode()


def _said(project: Project, claim: str) -> str:
    return next(
        one.id for one in project.all(Assertion) if one.claim == claim and len(one.chain) > 1
    )
