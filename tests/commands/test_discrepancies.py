"""Discrepancies: proposed of the excerpts of claims, noted, settled, taken away, turned down."""

from pathlib import Path

import pytest

from evidence_board.commands import claims, discrepancies, links, projects, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.suggest.suggestion import Difference

FIRST = "The depot lies 200 kilometres from the border, officials said."
SECOND = "The depot, about 125 miles from the border, was full."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a project with two texts."""
    opened = projects.start(tmp_path / "case.evboard")
    drafts = [
        SourceDraft(name, text.encode(), text, "text/plain", "UTF-8", "test", {})
        for name, text in (("a.txt", FIRST), ("b.txt", SECOND))
    ]
    sources.pin(opened, drafts)
    return opened


def marked(project: Project, number: int) -> Excerpt:
    """Return the whole text of a source as an excerpt that is not stored yet."""
    source = project.all(Source)[number]
    capture = project.capture_of(source.id)
    assert capture is not None
    text = project.text(capture)
    return excerpt_of(source.id, capture.id, text, 0, len(text))


@pytest.fixture
def claim(project: Project) -> Claim:
    """Give a claim that both texts assert."""
    made = claims.mark(project, marked(project, 0), "The depot is far from the border.")
    claims.attach(project, made, marked(project, 1))
    return made


def proposed(project: Project) -> list[Difference]:
    """Return what is still open."""
    found = discrepancies.found_in(project)
    return [one for one in found if discrepancies.is_open(project, one)]


def test_two_excerpts_of_one_claim_are_compared(project: Project, claim: Claim) -> None:
    (found,) = proposed(project)
    assert found.verdict == "agree after conversion and rounding"
    assert found.span.exact == FIRST[found.span.start : found.span.end]
    assert found.other.exact == SECOND[found.other.start : found.other.end]


def test_excerpts_of_linked_claims_are_compared_once(project: Project) -> None:
    one = claims.mark(project, marked(project, 0), "The depot is far.")
    other = claims.mark(project, marked(project, 1), "The depot is not far.")
    assert proposed(project) == []
    links.connect(project, one.id, other.id, "contradicts")
    assert len(proposed(project)) == 1


def test_accept_notes_it_with_the_verdict_as_one_step(project: Project, claim: Claim) -> None:
    (found,) = proposed(project)
    noted = discrepancies.accept(project, found, found.verdict, "")
    assert (noted.one, noted.other) == (found.excerpt, found.other_excerpt)
    assert noted.verdict == found.verdict
    assert noted.reason == f"{found.reason}."
    assert proposed(project) == []
    project.undo()
    assert project.all(Discrepancy) == ()
    assert proposed(project) == [found]


def test_a_verdict_needs_its_reason(project: Project, claim: Claim) -> None:
    (found,) = proposed(project)
    noted = discrepancies.accept(project, found, None, "")
    with pytest.raises(ValueError, match="needs its reason"):
        discrepancies.settle(project, noted, "conflict", " ")
    assert project.get(Discrepancy, noted.id).verdict is None
    settled = discrepancies.settle(project, noted, "conflict", "They mean two depots.")
    assert (settled.verdict, settled.reason) == ("conflict", "They mean two depots.")


def test_what_is_taken_away_is_proposed_again(project: Project, claim: Claim) -> None:
    (found,) = proposed(project)
    noted = discrepancies.accept(project, found, found.verdict, "")
    discrepancies.take_away(project, noted)
    assert project.all(Discrepancy) == ()
    assert proposed(project) == [found]


def test_what_is_turned_down_does_not_come_again(project: Project, claim: Claim) -> None:
    (found,) = proposed(project)
    discrepancies.turn_down(project, found)
    assert proposed(project) == []
    assert not discrepancies.is_open(project, found.turned())
    project.undo()
    assert proposed(project) == [found]
