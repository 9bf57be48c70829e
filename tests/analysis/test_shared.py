"""Whether a line that is about to be drawn brings a new origin."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_board.analysis.shared import Shared, shared_claim, shared_source
from evidence_board.commands import claims, links, projects, sources
from evidence_board.project.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = projects.start(tmp_path / "case.evboard", title="Case")
    yield opened
    opened.close()


def test_a_carrier_of_a_known_origin_adds_none_and_another_origin_does(project: Project) -> None:
    claim = claims.write(project, "It left.", kind="reported")
    office = sources.cite(project, "Office", origin_kind="identified")
    paper = sources.cite(project, "Paper")
    radio = sources.cite(project, "Radio")
    pilot = sources.cite(project, "Pilot", origin_kind="identified")
    for carrier in (paper, radio):
        links.connect(project, carrier.id, office.id, "quotes")
    assert shared_source(project, paper.id, claim.id) is None
    links.connect(project, paper.id, claim.id, "asserts")
    assert shared_source(project, radio.id, claim.id) == Shared((radio.id, paper.id), (office.id,))
    assert shared_source(project, pilot.id, claim.id) is None


def test_a_claim_that_rests_on_the_same_origin_adds_none(project: Project) -> None:
    end = claims.write(project, "So it sailed.")
    first = claims.write(project, "It left.", kind="reported")
    second = claims.write(project, "It was seen.", kind="reported")
    bare = claims.write(project, "Nobody says so.", kind="reported")
    office = sources.cite(project, "Office", origin_kind="identified")
    for claim in (first, second):
        links.connect(project, office.id, claim.id, "asserts")
    assert shared_claim(project, second.id, end.id) is None
    links.connect(project, first.id, end.id, "supports")
    assert shared_claim(project, second.id, end.id) == Shared((second.id, first.id), (office.id,))
    assert shared_claim(project, bare.id, end.id) is None
