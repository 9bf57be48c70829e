"""Chains: from who carries the words to who first said them, told as ids and names."""

import pytest

from evidence_board.analysis import origins
from evidence_board.commands import chains, claims, sources
from evidence_board.commands.chains import Teller, teller_of
from evidence_board.commands.claims import Saying
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def chain_of(project: Project, case: Harbour) -> tuple[str, ...]:
    return project.get(Assertion, case.assertion.id).chain


def test_a_name_that_nobody_has_becomes_a_cited_source_of_the_same_step(
    project: Project, case: Harbour
) -> None:
    steps = len(project.steps())
    chains.set_chain(project, case.assertion, [case.report.id, " A pilot ", case.office.id])
    first, pilot, last = chain_of(project, case)
    assert (first, last) == (case.report.id, case.office.id)
    assert project.get(Source, pilot).publisher == "A pilot"
    assert project.capture_of(pilot) is None
    assert len(project.steps()) == steps + 1


def test_undoing_a_chain_takes_its_new_source_back(project: Project, case: Harbour) -> None:
    before = held(project)
    chains.set_chain(project, case.assertion, [case.report.id, "A pilot"])
    assert project.undo_label == "Set chain"
    after = held(project)
    project.undo()
    assert held(project) == before
    project.redo()
    assert held(project) == after


def test_the_carrier_alone_traces_nothing(project: Project, case: Harbour) -> None:
    assert chain_of(project, case)
    chains.set_chain(project, case.assertion, [case.report.id])
    assert chain_of(project, case) == ()


def test_the_same_chain_again_is_no_step(project: Project, case: Harbour) -> None:
    steps = len(project.steps())
    chains.set_chain(project, case.assertion, chain_of(project, case))
    assert len(project.steps()) == steps


def test_a_source_twice_in_a_chain_is_refused_whole(project: Project, case: Harbour) -> None:
    before = held(project)
    with pytest.raises(ValueError, match="only once"):
        chains.set_chain(project, case.assertion, [case.report.id, "A pilot", case.report.id])
    assert held(project) == before


def test_a_chain_that_starts_elsewhere_is_refused(project: Project, case: Harbour) -> None:
    before = held(project)
    other = sources.cite(project, "A pilot")
    with pytest.raises(ValueError, match="starts with the source that carries the words"):
        chains.set_chain(project, case.assertion, [other.id, case.report.id])
    project.undo()
    assert held(project) == before


def test_a_name_of_blanks_is_refused(project: Project, case: Harbour) -> None:
    before = held(project)
    with pytest.raises(ValueError, match="needs a name"):
        chains.set_chain(project, case.assertion, [case.report.id, "  "])
    assert held(project) == before


def said_by(project: Project, case: Harbour, *tellers: Teller) -> list[Source]:
    """Make a claim from new words with this chain; returns who stands behind the carrier."""
    capture = project.capture_of(case.report.id)
    assert capture is not None
    words = excerpt_of(case.report.id, capture.id, project.text(capture), 1, 6)
    claim = claims.mark(project, words, "Two ships left.", saying=Saying(tellers))
    (said,) = (one for one in project.referrers(claim.id) if isinstance(one, Assertion))
    assert said.chain[:1] == (case.report.id,)
    return [project.get(Source, one) for one in said.chain[1:]]


def test_a_relay_and_an_origin_that_nobody_had_are_made_with_the_claim(
    project: Project, case: Harbour
) -> None:
    steps = len(project.steps())
    relay, origin = said_by(project, case, Teller("Coast Wire"), Teller("Bureau of Ships"))
    assert (relay.name, relay.origin_kind) == ("Coast Wire", None)
    assert (origin.name, origin.origin_kind) == ("Bureau of Ships", "identified")
    assert len(project.steps()) == steps + 1
    project.undo()
    assert project.find(relay.id) is None


def test_an_unnamed_official_gets_the_affiliation_and_f(project: Project, case: Harbour) -> None:
    (official,) = said_by(
        project, case, Teller("a port official", unnamed=True, affiliation="Port of Harwick")
    )
    assert official.origin_kind == "anonymous"
    assert official.affiliation == "Port of Harwick"
    assert official.reliability == "F"
    assert official.reliability_reason


def test_a_relay_at_whom_a_chain_ends_is_an_origin_from_then_on(
    project: Project, case: Harbour
) -> None:
    relay, _ = said_by(project, case, Teller("Coast Wire"), Teller("Bureau of Ships"))
    (again,) = said_by(project, case, teller_of(relay))
    assert again.id == relay.id
    assert again.origin_kind == "identified"
    assert origins.count(project, project.all(Claim)[-1].id).n_min == 1


def test_a_source_is_known_by_its_name_however_it_is_written(
    project: Project, case: Harbour
) -> None:
    (made,) = said_by(project, case, Teller("The Bureau of Ships"))
    assert chains.known(project, "bureau  of SHIPS") == made
    assert chains.known(project, "Bureau") is None
    assert chains.known(project, " ") is None


def test_unnamed_officials_of_two_places_are_two_sources(project: Project, case: Harbour) -> None:
    (first,) = said_by(project, case, Teller("an official", unnamed=True, affiliation="Port"))
    assert chains.known(project, "An official", "port") == first
    assert chains.known(project, "an official", "Ministry") is None


def test_the_chain_that_was_set_last_is_offered_without_its_carrier(
    project: Project, case: Harbour
) -> None:
    made = said_by(project, case, Teller("Coast Wire"), Teller("Bureau of Ships"))
    assert list(chains.last_chain(project)) == made


def test_a_teller_without_a_name_is_refused_and_no_claim_is_made(
    project: Project, case: Harbour
) -> None:
    before = held(project)
    with pytest.raises(ValueError, match="needs a name"):
        said_by(project, case, Teller("  "))
    assert held(project) == before
