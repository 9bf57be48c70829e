"""The verbs of lineage: citing, cutting, chains, standing, independence, and what they refuse."""

import json
from pathlib import Path

import pytest

from evidence_board.commands import claims, projects, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.link import Citation
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from tests.cli.conftest import Run


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Make a project in which two papers state a claim; nobody has traced who said it first."""
    project = projects.start(tmp_path / "case.evboard")
    papers = [sources.cite(project, name) for name in ("Harbour Post", "Coast Times")]
    claim = claims.write(project, "The ferry left at six.", kind="reported")
    with project.transaction("Say so") as tx:
        for paper in papers:
            tx.add(Assertion(claim=claim.id, source=paper.id))
    project.close()
    return tmp_path / "case.evboard"


def _counts(run: Run, path: Path) -> tuple[int, int]:
    (found,) = json.loads(run("origins", path, "--json").stdout)["claims"]
    return found["n_min"], found["n_max"]


def _words(run: Run, *arguments: str | Path) -> str:
    return run(*arguments).stdout.decode().strip()


def _one(path: Path, kind: type[Citation]) -> Citation:
    project = Project.open(path, read_only=True)
    (found,) = project.all(kind)
    project.close()
    return found


def test_two_papers_that_cite_one_wire_have_one_origin(run: Run, case: Path) -> None:
    """ORIGINS-1: by mark, by name, and a new name is added once."""
    assert _words(run, "cite", case, "S1", "Harbour wire", "--type", "quotes") == (
        "Add citation. Origins recounted: C1 from 0–2 to 1–2."
    )
    told = run("cite", case, "coast times", "harbour  wire", "--reason", "It says so.", "--json")
    found = json.loads(told.stdout)
    assert found["step"] == "Add citation"
    (one,) = found["recounted"]
    assert (one["before"]["n_max"], one["after"]["n_max"], one["after"]["n_min"]) == (2, 1, 1)
    assert _counts(run, case) == (1, 1)
    project = Project.open(case, read_only=True)
    assert [one.name for one in project.all(Source)][2:] == ["Harbour wire"]
    assert [(one.type, one.reason) for one in project.all(Citation)] == [
        ("quotes", ""),
        ("relays", "It says so."),
    ]
    project.close()


def test_a_step_that_is_cut_is_gone_from_citations_and_chains(run: Run, case: Path) -> None:
    run("cite", case, "S1", "Harbour wire")
    run("chain", case, "C1", "S2", "Harbour wire")
    assert _counts(run, case) == (1, 1)
    assert _words(run, "cut", case, "S2", "Harbour wire") == (
        "Cut line. Origins recounted: C1 from 1 to 1–2."
    )
    run("cut", case, "S1", "S3")
    assert _counts(run, case) == (0, 2)
    run("undo", case)
    assert _one(case, Citation).type == "relays"


def test_a_chain_is_set_through_new_names_and_cleared(run: Run, case: Path) -> None:
    told = _words(run, "chain", case, "C1", "S1", "Coast wire", "Harbour office")
    assert told == "Set chain. Origins recounted: C1 from 0–2 to 1–2."
    project = Project.open(case, read_only=True)
    kinds = {one.name: one.origin_kind for one in project.all(Source)}
    assert (kinds["Coast wire"], kinds["Harbour office"]) == (None, "identified")
    project.close()
    assert _words(run, "chain", case, "C1", "S1").endswith("C1 from 1–2 to 0–2.")


def test_a_source_that_retracted_counts_no_more_until_it_is_current_again(
    run: Run, case: Path
) -> None:
    """ORIGINS-19."""
    run("chain", case, "C1", "S1", "Harbour office")
    refused = run("standing", case, "S3", "retracted", code=1).stderr
    assert refused == b"Write where that stands, such as the date and words of the note.\n"
    told = _words(run, "standing", case, "Harbour office", "retracted", "--words", "Note of 6 May")
    assert told == "Mark source as retracted. Origins recounted: C1 from 1–2 to 0–1."
    assert _words(run, "standing", case, "S3", "current").endswith("C1 from 0–1 to 1–2.")
    assert _words(run, "standing", case, "S3", "corrected", "--words", "Note of 7 May") == (
        "Mark source as corrected. No claim counts otherwise."
    )


def test_independence_is_judged_shared_taken_apart_and_taken_back(run: Run, case: Path) -> None:
    """ORIGINS-22."""
    run("chain", case, "C1", "S1", "Harbour office")
    run("chain", case, "C1", "S2", "Harbour master")
    ends = ("Harbour office", "Harbour master")
    assert _counts(run, case) == (2, 2)
    refused = run("independence", case, *ends, "shown", code=1).stderr.decode()
    assert "reason" in refused
    run("independence", case, *ends, "shown", "--reason", "Each stood at another quay.")
    project = Project.open(case, read_only=True)
    assert [one.verdict for one in project.all(IndependenceVerdict)] == ["shown"]
    project.close()
    assert "No claim counts otherwise" in _words(run, "independence", case, *ends, "unjudged")
    why = ("--reason", "One pays the other.", "--label", "Harbour")
    told = _words(run, "independence", case, *ends, "shared", *why)
    assert told == "Count origins as one. Origins recounted: C1 from 2 to 1."
    project = Project.open(case, read_only=True)
    assert [one.label for one in project.all(OriginGroup)] == ["Harbour"]
    project.close()
    assert _words(run, "independence", case, "Harbour", ends[0], "apart").endswith("from 1 to 2.")
    refused = run("independence", case, *ends, "apart", code=1).stderr.decode()
    assert refused.startswith("These two are not in one origin group.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("cite", "S9", "S1"), "There is no source S9. `show --json` lists the sources.\n"),
        (("cite", "S1", "S9"), "There is no source S9. `show --json` lists the sources.\n"),
        (("cite", "S1", "C1"), "There is no source C1. `show --json` lists the sources.\n"),
        (("cite", "S1", " "), "A source needs a name. Type who or what it is.\n"),
        (("cite", "S1", "S1"), "A source cannot rest on itself. Choose another source.\n"),
        (("cut", "S1", "S2"), "S1 does not rest on S2. Nothing was cut.\n"),
        (("chain", "C7", "S1"), "There is no claim C7. `show --json` lists the claims.\n"),
        (("standing", "Nobody", "current"), "There is no source Nobody. `show"),
        (("independence", "S1", "Nobody", "shown"), "There is no source Nobody. `show"),
        (("independence", "S1", "S2", "unjudged"), "These two are not judged."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_changes_nothing(
    run: Run, case: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    before = case.read_bytes()
    verb, *rest = arguments
    refused = run(verb, case, *rest, code=1)
    assert refused.stderr.decode().startswith(sentence)
    assert refused.stdout == b""
    assert case.read_bytes() == before


def test_a_source_that_does_not_state_the_claim_has_no_chain_there(run: Run, case: Path) -> None:
    run("cite", case, "S1", "Harbour wire")
    refused = run("chain", case, "C1", "Harbour wire", "Harbour office", code=1).stderr.decode()
    assert refused == "S3 does not state C1. Tie it to the claim first.\n"
    project = Project.open(case, read_only=True)
    assert len(project.all(Claim)) == 1
    project.close()
