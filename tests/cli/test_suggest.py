"""The verb `suggest`: proposals over all sources as JSON, or a line each; nothing is written."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.suggest.gold import FOLDER

FIELDS = {
    "bibliographic": {"field", "value", "basis"},
    "attribution": {"speaker", "cue", "content", "chain"},
    "hedge": {"class"},
    "quantity": {"value", "low", "high", "unit", "comparator"},
    "date": {"edtf", "role"},
    "reuse": {"other", "tokens", "longest_run", "verbatim", "in_quotes"},
    "citation": {"to_name", "type"},
}


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    """Return a project with two texts, one of which repeats a passage of the other."""
    path = tmp_path / "case.evboard"
    run("new", path)
    repeated = tmp_path / "repeated.txt"
    ferry = (FOLDER / "wire-ferry.txt").read_text(encoding="utf-8").split("\n\n")
    repeated.write_text("Lowry Echo, 13 March 2026\n\n" + "\n\n".join(ferry[3:5]), "utf-8")
    run("add", path, FOLDER / "wire-ferry.txt", repeated)
    return path


def test_suggest_tells_what_the_contract_names(run: Run, case: Path) -> None:
    texts = {
        source["id"]: run("text", case, source["id"]).stdout.decode()
        for source in json.loads(run("show", case, "--json").stdout)["sources"]
    }
    before = case.read_bytes()
    document = json.loads(run("suggest", case, "--json").stdout)
    assert list(document) == ["suggestions"]
    for one in document["suggestions"]:
        assert one["exact"] == texts[one["source"]][one["start"] : one["end"]]
        assert one["reason"]
        assert FIELDS[one["kind"]] <= one.keys()
        for part in ("cue", "content"):
            if part in one:
                span = one[part]
                assert span["exact"] == texts[one["source"]][span["start"] : span["end"]]
    assert {one["kind"] for one in document["suggestions"]} == set(FIELDS)
    reuse = next(one for one in document["suggestions"] if one["kind"] == "reuse")
    other = reuse["other"]
    assert other["exact"] == texts[other["source"]][other["start"] : other["end"]]
    assert case.read_bytes() == before


def test_suggest_tells_people_a_line_each(run: Run, case: Path) -> None:
    lines = run("suggest", case).stdout.decode().splitlines()
    assert lines[-1] == f"{len(lines) - 1} suggestions."
    assert any(line.startswith("S1 ") and " attribution “" in line for line in lines)


def test_suggest_on_a_project_without_texts_finds_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.evboard"
    run("new", path)
    assert json.loads(run("suggest", path, "--json").stdout) == {"suggestions": []}


def test_suggest_refuses_what_is_no_project(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "words.evboard"
    path.write_text("words")
    assert run("suggest", path, code=1).stdout == b""
