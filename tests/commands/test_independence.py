"""Judging two origins: shared, assumed or shown, with a reason, as one step."""

import pytest

from evidence_board.analysis.closure import closed_count
from evidence_board.commands import groups, independence, removal, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from tests.commands.conftest import Harbour


@pytest.fixture
def pilot(project: Project, case: Harbour) -> Source:
    """Return a second origin of what the witnesses saw."""
    pilot = sources.cite(project, "The pilot", kind="person", origin_kind="identified")
    with project.transaction("Prepare") as tx:
        chain = (case.report.id, pilot.id)
        tx.add(Assertion(claim=case.seen.id, source=case.report.id, chain=chain))
    return pilot


def _n_min(project: Project, claim: Claim) -> int:
    return closed_count(project, project.get(Claim, claim.id)).n_min


def test_a_verdict_is_kept_with_reason_time_and_author_and_counts_as_before(
    project: Project, case: Harbour, pilot: Source
) -> None:
    """ORIGINS-22."""
    project.author = "Ada"
    made = independence.judge(project, pilot.id, case.office.id, "shown", " Two logs. ")
    assert isinstance(made, IndependenceVerdict)
    assert (made.verdict, made.reason, made.made_by) == ("shown", "Two logs.", "Ada")
    assert made.made_at
    assert _n_min(project, case.seen) == 2


def test_what_is_shared_counts_once_with_the_reason_and_undo_counts_two_again(
    project: Project, case: Harbour, pilot: Source
) -> None:
    """ORIGINS-22."""
    independence.judge(project, pilot.id, case.office.id, "assumed", "No link is known.")
    steps = len(project.steps())
    made = independence.judge(project, pilot.id, case.office.id, "shared", "The office sent him.")
    assert isinstance(made, OriginGroup)
    assert made.reason == "The office sent him."
    assert {"The pilot", "Harbour office"} == {
        name.split(" ", 1)[1] for name in made.label.split(" and ")
    }
    assert project.all(IndependenceVerdict) == ()
    assert len(project.steps()) == steps + 1
    assert _n_min(project, case.seen) == 1
    project.undo()
    assert _n_min(project, case.seen) == 2
    assert len(project.all(IndependenceVerdict)) == 1


def test_judged_again_either_way_round_it_stays_one_verdict(
    project: Project, case: Harbour, pilot: Source
) -> None:
    """ORIGINS-22."""
    independence.judge(project, pilot.id, case.office.id, "assumed", "No link is known.")
    independence.judge(project, case.office.id, pilot.id, "shown", "Two logs.")
    assert [one.verdict for one in project.all(IndependenceVerdict)] == ["shown"]
    independence.take_back(project, pilot.id, case.office.id)
    assert project.all(IndependenceVerdict) == ()
    with pytest.raises(ValueError, match="not judged"):
        independence.take_back(project, pilot.id, case.office.id)


def test_nothing_is_judged_without_a_reason_nor_of_what_counts_as_one(
    project: Project, case: Harbour, pilot: Source
) -> None:
    """ORIGINS-22."""
    before = project.steps()
    with pytest.raises(ValueError, match="needs its reason"):
        independence.judge(project, pilot.id, case.office.id, "shown", " ")
    assert project.steps() == before
    groups.merge(project, [pilot.id, case.office.id], "Port", "One house")
    with pytest.raises(ValueError, match="Count them apart first"):
        independence.judge(project, pilot.id, case.office.id, "shown", "Two logs.")


def test_a_verdict_goes_with_its_origin_and_comes_back_with_it(
    project: Project, case: Harbour, pilot: Source
) -> None:
    """ORIGINS-22."""
    made = independence.judge(project, pilot.id, case.office.id, "shown", "Two logs.")
    removal.remove(project, [pilot.id])
    assert project.all(IndependenceVerdict) == ()
    project.undo()
    assert project.all(IndependenceVerdict) == (made,)


def test_a_verdict_on_a_group_follows_it_into_a_larger_one_and_goes_with_it(
    project: Project, case: Harbour, pilot: Source
) -> None:
    """ORIGINS-22."""
    crew = sources.cite(project, "The crew", kind="person", origin_kind="identified")
    harbour = sources.cite(project, "Harbour police", kind="person", origin_kind="identified")
    port = groups.merge(project, [pilot.id, case.office.id], "Port", "One house")
    independence.judge(project, pilot.id, crew.id, "shown", "They were at sea.")
    independence.judge(project, harbour.id, crew.id, "assumed", "No link is known.")
    independence.judge(project, harbour.id, port.id, "assumed", "No link is known.")
    named = {frozenset((one.one, one.other)) for one in project.all(IndependenceVerdict)}
    assert frozenset((port.id, crew.id)) in named, "of a member that of its group"
    state = groups.merge(project, [pilot.id, harbour.id], "State", "One government")
    ends = [{one.one, one.other} for one in project.all(IndependenceVerdict)]
    assert {state.id, crew.id} in ends
    assert all(port.id not in one for one in ends)
    assert {state.id, harbour.id} not in ends
    groups.take_apart(project, state.id)
    left = [{one.one, one.other} for one in project.all(IndependenceVerdict)]
    assert left == [{harbour.id, crew.id}]


def test_a_group_that_is_judged_as_shared_brings_all_its_members(
    project: Project, case: Harbour, pilot: Source
) -> None:
    """ORIGINS-22."""
    crew = sources.cite(project, "The crew", kind="person", origin_kind="identified")
    port = groups.merge(project, [pilot.id, case.office.id], "Port", "One house")
    made = independence.judge(project, port.id, crew.id, "shared", "The port sent them.", "Crewed")
    members = {one.id for one in project.all(Source) if one.group == made.id}
    assert members == {pilot.id, case.office.id, crew.id}
    assert [one.label for one in project.all(OriginGroup)] == ["Crewed"]
