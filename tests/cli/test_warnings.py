"""The verb `warnings`: the names others rely on, worst first, what was set aside told apart."""

import json
from pathlib import Path

import pytest

from evidence_board.analysis.warnings.finding import ORDER
from evidence_board.commands import deferring, projects
from evidence_board.project.project import Project
from tests.cli.conftest import Run

FIELDS = "id kind severity records sentence reason fixes set_aside"


@pytest.fixture
def sample(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "sample.evboard"
    run("sample", path)
    return path


def _told(run: Run, path: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("warnings", path, "--json").stdout)["warnings"]
    return found


def test_every_warning_has_these_names_and_the_worst_comes_first(run: Run, sample: Path) -> None:
    """WARN-25, WARN-28."""
    before = sample.read_bytes()
    found = _told(run, sample)
    assert found
    assert all(" ".join(one) == FIELDS for one in found)
    ranks = [ORDER.index(one["severity"]) for one in found]
    assert ranks == sorted(ranks)
    assert sample.read_bytes() == before


def test_what_was_set_aside_comes_last_with_its_reason(run: Run, sample: Path) -> None:
    """WARN-26."""
    first = _told(run, sample)[0]
    project = Project.open(sample)
    records = first["records"]
    assert isinstance(records, list)
    deferring.defer(project, str(first["id"]), records[0], "After the next source.")
    project.close()
    last = _told(run, sample)[-1]
    assert (last["id"], last["set_aside"]) == (first["id"], "After the next source.")
    told = run("warnings", sample).stdout.decode()
    assert told.endswith(
        f"set aside:\n    {first['sentence']}\n        Not now: After the next source.\n"
    )


def test_it_is_told_in_words_under_a_line_for_each_severity(run: Run, sample: Path) -> None:
    """WARN-25."""
    told = run("warnings", sample).stdout.decode()
    assert told.startswith("doubtful:\n    C10 (graded 2) and C11 (graded 4) contradict")
    unfinished = told.partition("\nunfinished:\n")[2].partition(":\n")[0]
    assert "    The link “C17 elaborates C15” has no reason.\n" in unfinished


def test_an_empty_project_lacks_a_question_and_an_answer(run: Run, tmp_path: Path) -> None:
    """WARN-15."""
    path = tmp_path / "new.evboard"
    projects.start(path).close()
    assert [one["kind"] for one in _told(run, path)] == ["no-question", "no-judgement"]
