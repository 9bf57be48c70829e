"""Which words of a claim do not fit others, and until when that is open."""

from pathlib import Path

import pytest

from evidence_board.analysis.misfits import claims_of, open_misfits
from evidence_board.commands import claims, discrepancies, editing, projects, sources
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy, Verdict
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.ui.reader.scene import draft


def words(project: Project, number: int) -> Excerpt:
    source = project.all(Source)[number]
    capture = project.capture_of(source.id)
    assert isinstance(capture, Capture)
    text = project.text(capture)
    return excerpt_of(source.id, capture.id, text, 0, len(text))


@pytest.fixture
def noted(tmp_path: Path) -> tuple[Project, Claim, Claim, Discrepancy]:
    """Give two claims on words of two sources that do not fit, noted without a verdict."""
    project = projects.start(tmp_path / "case.evboard")
    sources.pin(project, [draft("a.txt", "200 km away.", "A"), draft("b.txt", "90 miles.", "B")])
    one = claims.mark(project, words(project, 0), "It is near.")
    other = claims.mark(project, words(project, 1), "It is far.")
    ends = [one.id for one in project.all(Excerpt)]
    with project.transaction("Note") as tx:
        pair = tx.add(Discrepancy(one=ends[0], other=ends[1], kind="value"))
    return project, one, other, pair


def test_an_open_discrepancy_is_a_misfit_of_the_claims_on_both_sides(
    noted: tuple[Project, Claim, Claim, Discrepancy],
) -> None:
    project, one, other, pair = noted
    assert open_misfits(project, one) == open_misfits(project, other) == (pair,)
    assert set(claims_of(project, pair)) == {one.id, other.id}


@pytest.mark.parametrize(
    ("verdict", "open_still"),
    [
        ("equal", False),
        ("agree after conversion and rounding", False),
        ("compatible", False),
        ("different measurand", False),
        ("conflict", True),
    ],
)
def test_a_verdict_that_both_fit_closes_it_and_a_conflict_does_not(
    noted: tuple[Project, Claim, Claim, Discrepancy], verdict: Verdict, open_still: bool
) -> None:
    project, one, other, pair = noted
    discrepancies.settle(project, pair, verdict, "Looked at both.")
    assert bool(open_misfits(project, one)) is open_still
    assert bool(open_misfits(project, other)) is open_still


def test_a_conflict_is_over_once_a_claim_on_either_side_is_settled(
    noted: tuple[Project, Claim, Claim, Discrepancy],
) -> None:
    project, one, other, pair = noted
    discrepancies.settle(project, pair, "conflict", "Both cannot be.")
    editing.change(project, other, "Settle", status="withdrawn")
    assert open_misfits(project, project.get(Claim, one.id)) == ()
    assert open_misfits(project, project.get(Claim, other.id)) == ()
