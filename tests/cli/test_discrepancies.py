"""The verb `discrepancies` and the proposals of `suggest` of that kind; nothing is written."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.commands import claims, discrepancies
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.cli.conftest import Run

TEXTS = (
    "The depot lies 200 kilometres from the border, officials said.",
    "The depot, about 125 miles from the border, was full.",
)


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    """Return a project with a claim that two texts assert."""
    path = tmp_path / "case.evboard"
    run("new", path)
    for number, text in enumerate(TEXTS):
        written = tmp_path / f"{number}.txt"
        written.write_text(text, "utf-8")
        run("add", path, written)
    with closing(Project.open(path)) as project:
        for source in project.all(Source):
            capture = project.capture_of(source.id)
            assert capture is not None
            text = project.text(capture)
            marked = excerpt_of(source.id, capture.id, text, 0, len(text))
            if source.number == 1:
                claim = claims.mark(project, marked, "The depot is far from the border.")
            else:
                claims.attach(project, claim, marked)
    return path


def test_suggest_tells_what_does_not_fit_with_its_verdict(run: Run, case: Path) -> None:
    found = json.loads(run("suggest", case, "--json").stdout)["suggestions"]
    (one,) = (one for one in found if one["kind"] == "discrepancy")
    assert one["verdict"] == "agree after conversion and rounding"
    assert TEXTS[0][one["start"] : one["end"]] == one["exact"] == "200 kilometres"
    other = one["other"]
    assert TEXTS[1][other["start"] : other["end"]] == other["exact"] == "about 125 miles"
    assert other["source"] != one["source"]


def test_discrepancies_lists_proposals_and_what_was_noted(run: Run, case: Path) -> None:
    before = case.read_bytes()
    plain = json.loads(run("discrepancies", case, "--json").stdout)
    assert plain["discrepancies"] == []
    assert [one["kind"] for one in plain["suggestions"]] == ["discrepancy"]
    assert run("discrepancies", case).stdout.decode().startswith("proposed, agree after")
    assert case.read_bytes() == before
    with closing(Project.open(case)) as project:
        (found,) = discrepancies.found_in(project)
        discrepancies.accept(project, found, "conflict", "Two depots.")
    plain = json.loads(run("discrepancies", case, "--json").stdout)
    assert plain["suggestions"] == []
    (noted,) = plain["discrepancies"]
    assert (noted["verdict"], noted["reason"], noted["kind"]) == ("conflict", "Two depots.", "unit")
    assert (noted["one"]["exact"], noted["other"]["exact"]) == TEXTS
    told = run("discrepancies", case).stdout.decode()
    assert told.startswith(f"conflict: “{TEXTS[0]}” and “{TEXTS[1]}”. Two depots.")


def test_a_project_without_claims_has_no_discrepancies(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.evboard"
    run("new", path)
    assert run("discrepancies", path).stdout.decode().strip() == "No discrepancies."
