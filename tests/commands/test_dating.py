"""A date of figures: both readings, and taking the other one as one step."""

from pathlib import Path

import pytest
from pydantic import JsonValue

from evidence_board.commands import dating, editing, projects
from evidence_board.model.source import Source
from evidence_board.project.project import Project

WORDS = "“09/10/2023”: the header has 2023-10-09; 2023-09-10 is too early"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return projects.start(tmp_path / "case.evboard")


def source(project: Project, published: str | None, words: str = WORDS) -> Source:
    known: dict[str, JsonValue] = {"published": {"basis": "header", "words": words}}
    with project.transaction("Add source") as tx:
        return tx.add(Source(title="Rail", published=published, basis=known))


def test_both_readings_are_those_of_the_words_that_the_date_rests_on(project: Project) -> None:
    one = source(project, "2023-10-09")
    assert dating.readings(one) == ("2023-10-09", "2023-09-10")
    assert dating.others(one) == ("2023-09-10",)


@pytest.mark.parametrize("words", ["9 October 2023", "2023-10-09", "13/10/2023", "10/10/2023", ""])
def test_a_date_that_means_one_day_has_no_other_reading(project: Project, words: str) -> None:
    one = source(project, "2023-10-09", words)
    assert dating.readings(one) == ()
    assert dating.next_reading(one) is None
    with pytest.raises(ValueError, match="does not read as 2023-09-10"):
        dating.take_reading(project, one, "2023-09-10")
    assert project.get(Source, one.id) == one


def test_the_other_reading_is_one_step_and_the_form_as_given_stays(project: Project) -> None:
    one = source(project, "2023-10-09")
    before = len(project.steps())
    taken = dating.take_reading(project, one, "2023-09-10")
    assert taken.published == "2023-09-10"
    assert taken.as_given["published"] == "2023-10-09"
    assert taken.basis == one.basis
    assert len(project.steps()) == before + 1
    assert dating.next_reading(taken) == "2023-10-09"
    back = dating.take_reading(project, taken, "2023-10-09")
    assert back.as_given["published"] == "2023-10-09"
    project.undo()
    project.undo()
    assert project.get(Source, one.id) == one


def test_of_an_open_choice_each_reading_can_be_taken(project: Project) -> None:
    one = source(project, "[2023-10-09,2023-09-10]", "“09/10/2023”: nobody says which is the day")
    assert dating.others(one) == ("2023-10-09", "2023-09-10")
    taken = dating.take_reading(project, one, "2023-09-10")
    assert taken.as_given["published"] == "[2023-10-09,2023-09-10]"
    assert dating.others(taken) == ("2023-10-09",)


def test_a_date_that_was_typed_keeps_the_readings_of_what_was_given(project: Project) -> None:
    one = editing.change(project, source(project, "2023-10-09"), published="2023-10")
    assert dating.others(one) == ("2023-10-09", "2023-09-10")
