"""Going back or forth to a step, a whole step at a time."""

import pytest

from evidence_board.commands import claims
from evidence_board.commands.jumping import Way, jump, way_to
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project


def texts(project: Project) -> list[str]:
    """Return what the claims say."""
    return [one.text for one in project.all(Claim)]


@pytest.fixture
def steps(project: Project) -> list[str]:
    for text in ("One", "Two", "Three", "Four"):
        claims.write(project, text)
    return [step.state for step in project.steps()]


def test_going_back_undoes_all_later_steps_and_forth_redoes_them(
    project: Project, steps: list[str]
) -> None:
    assert steps == ["done"] * 5
    second = project.steps()[2]
    assert way_to(project, second) == Way((5, 4), back=True)
    assert list(jump(project, way_to(project, second))) == [1, 2]
    assert texts(project) == ["One", "Two"]
    last = project.steps()[-1]
    assert way_to(project, last) == Way((4, 5), back=False)
    assert list(jump(project, way_to(project, last))) == [1, 2]
    assert texts(project) == ["One", "Two", "Three", "Four"]


def test_the_way_back_to_the_first_step_leaves_the_empty_project(
    project: Project, steps: list[str]
) -> None:
    assert steps
    list(jump(project, way_to(project, project.steps()[0])))
    assert texts(project) == []


def test_stopping_on_the_way_leaves_whole_steps(project: Project, steps: list[str]) -> None:
    assert steps
    way = jump(project, way_to(project, project.steps()[1]))
    assert next(way) == 1
    del way
    assert texts(project) == ["One", "Two", "Three"]


def test_there_is_no_way_to_where_one_is_and_none_to_an_abandoned_step(
    project: Project, steps: list[str]
) -> None:
    assert steps
    with pytest.raises(ValueError, match="The project is as this step left it"):
        way_to(project, project.steps()[-1])
    project.undo()
    claims.write(project, "Five")
    with pytest.raises(ValueError, match="something else was done instead"):
        way_to(project, project.steps()[4])


def test_the_way_ends_where_something_else_is_done_or_undone_between(
    project: Project, steps: list[str]
) -> None:
    assert steps
    way = jump(project, way_to(project, project.steps()[0]))
    next(way)
    project.redo()
    with pytest.raises(ValueError, match="could not be saved"):
        next(way)
    way = jump(project, way_to(project, project.steps()[0]))
    next(way)
    claims.write(project, "Five")
    with pytest.raises(ValueError, match="Something was done on the way"):
        next(way)
    assert texts(project) == ["One", "Two", "Three", "Five"]
