"""Chains: from who carries the words to who first said them, told as ids and names."""

import pytest

from evidence_board.commands import chains, sources
from evidence_board.model.assertion import Assertion
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
