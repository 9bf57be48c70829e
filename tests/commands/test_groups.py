"""Origin groups: made by their name, shared by it, and gone with their last member."""

import pytest

from evidence_board.commands import groups, sources
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from tests.commands.cases import held
from tests.commands.conftest import Harbour


def labels(project: Project) -> list[str]:
    return [one.label for one in project.all(OriginGroup)]


def test_two_sources_under_one_name_share_a_group(project: Project, case: Harbour) -> None:
    pilot = sources.cite(project, "A pilot")
    first = groups.put_in(project, case.office, " Harbour ")
    second = groups.put_in(project, pilot, "Harbour")
    assert first.group == second.group is not None
    assert labels(project) == ["Harbour"]


def test_a_group_goes_with_the_last_that_leaves_it(project: Project, case: Harbour) -> None:
    pilot = sources.cite(project, "A pilot")
    office = groups.put_in(project, case.office, "Harbour")
    pilot = groups.put_in(project, pilot, "Harbour")
    groups.put_in(project, office, "")
    assert labels(project) == ["Harbour"]
    assert project.undo_label == "Take out of origin group"
    groups.put_in(project, pilot, "Crew")
    assert labels(project) == ["Crew"]
    assert project.get(Source, case.office.id).group is None


def test_each_change_of_group_is_one_step_and_undone_exactly(
    project: Project, case: Harbour
) -> None:
    office = groups.put_in(project, case.office, "Harbour")
    assert project.undo_label == "Set origin group"
    before, steps = held(project), len(project.steps())
    groups.put_in(project, office, "Crew")
    after = held(project)
    assert len(project.steps()) == steps + 1
    project.undo()
    assert held(project) == before
    project.redo()
    assert held(project) == after


def test_the_same_group_again_is_no_step(project: Project, case: Harbour) -> None:
    office = groups.put_in(project, case.office, "Harbour")
    steps = len(project.steps())
    groups.put_in(project, office, "Harbour")
    assert len(project.steps()) == steps


def test_a_source_that_is_gone_is_refused_and_leaves_no_group(
    project: Project, case: Harbour
) -> None:
    office = sources.cite(project, "A pilot")
    project.undo()
    with pytest.raises((KeyError, ValueError)):
        groups.put_in(project, office, "Harbour")
    assert labels(project) == []
