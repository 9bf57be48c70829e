"""What a check found is set aside with a reason, and taken up again."""

import pytest

from evidence_board.commands import deferring, removal
from evidence_board.model.deferral import Deferral
from evidence_board.project.project import Project
from tests.commands.conftest import Harbour

FINDING = "two-claims:C1:and"


def test_a_finding_is_set_aside_with_who_when_and_why(project: Project, case: Harbour) -> None:
    project.author = "Ada"
    made = deferring.defer(project, FINDING, case.seen.id, "  One event. ")
    assert (made.reason, made.made_by, made.record) == ("One event.", "Ada", case.seen.id)
    assert made.made_at
    assert deferring.of(project, FINDING) == made


def test_nothing_is_set_aside_without_a_reason(project: Project, case: Harbour) -> None:
    before = project.steps()
    with pytest.raises(ValueError, match="Write why it can wait"):
        deferring.defer(project, FINDING, case.seen.id, " \n")
    assert project.steps() == before
    assert deferring.of(project, FINDING) is None


def test_set_aside_again_it_gets_the_new_reason_and_stays_one(
    project: Project, case: Harbour
) -> None:
    deferring.defer(project, FINDING, case.seen.id, "Later.")
    deferring.defer(project, FINDING, case.seen.id, "After the next source.")
    assert [one.reason for one in project.all(Deferral)] == ["After the next source."]


def test_what_was_set_aside_goes_with_its_record_and_comes_back_with_it(
    project: Project, case: Harbour
) -> None:
    made = deferring.defer(project, FINDING, case.seen.id, "Later.")
    removal.remove(project, [case.seen.id])
    assert project.all(Deferral) == ()
    project.undo()
    assert project.all(Deferral) == (made,)


def test_taken_up_again_it_is_open(project: Project, case: Harbour) -> None:
    deferring.take_up(project, deferring.defer(project, FINDING, case.seen.id, "Later."))
    assert deferring.of(project, FINDING) is None
