"""The brief's settings and issues: one step each, refused in a sentence where they cannot be."""

import pytest

from evidence_board.brief.case import key_judgements_of
from evidence_board.brief.issuing import issue_of
from evidence_board.brief.plan import chosen, plan_of
from evidence_board.commands import briefing, claims, editing, judging, removal
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.issue import Issue
from evidence_board.project.project import Project
from tests.commands.conftest import Harbour

DIGEST = "ab" * 32
"""The SHA-256 of a file that was written."""


def marks(project: Project) -> list[str]:
    return [claim.mark for claim in key_judgements_of(project)]


def test_there_is_one_plan_however_often_it_is_changed(project: Project) -> None:
    briefing.set_depth(project, "one page")
    briefing.set_paper(project, "Letter")
    briefing.choose_part(project, "legend", wanted=False)
    assert project.count(BriefPlan) == 1
    plan = plan_of(project)
    assert (plan.depth, plan.paper, plan.left_out) == ("one page", "Letter", ("legend",))


def test_a_part_that_was_left_out_comes_back_to_its_place(project: Project) -> None:
    before = chosen(plan_of(project))
    briefing.choose_part(project, "boards", wanted=False)
    assert "boards" not in chosen(plan_of(project))
    briefing.choose_part(project, "boards", wanted=True)
    assert chosen(plan_of(project)) == before


def test_what_belongs_to_every_brief_cannot_be_left_out(project: Project) -> None:
    before = project.steps()
    with pytest.raises(ValueError, match="“Contradictions” belongs to every brief"):
        briefing.choose_part(project, "contradictions", wanted=False)
    assert project.steps() == before


def test_key_judgements_are_chosen_ordered_and_taken_out(project: Project, case: Harbour) -> None:
    back = claims.write(project, "It came back.", kind="hypothesis")
    early = claims.write(project, "It was early.", kind="judgement")
    for claim in (case.sailed, back):
        briefing.choose_judgement(project, claim.id, wanted=True)
    briefing.choose_judgement(project, early.id, wanted=True, place=1)
    assert marks(project) == ["C3", early.mark, back.mark]
    briefing.order_judgements(project, [back.id, case.sailed.id, early.id], back.id)
    assert marks(project) == [back.mark, "C3", early.mark]
    briefing.choose_judgement(project, case.sailed.id, wanted=False)
    assert marks(project) == [back.mark, early.mark]


def test_choosing_keeps_those_that_were_there_by_their_likelihood(
    project: Project, case: Harbour
) -> None:
    judging.set_likelihood(project, case.sailed, "likely")
    assert marks(project) == ["C3"]
    back = claims.write(project, "It came back.", kind="judgement")
    briefing.choose_judgement(project, back.id, wanted=True)
    assert marks(project) == ["C3", back.mark]


def test_reported_and_withdrawn_claims_are_no_key_judgements(
    project: Project, case: Harbour
) -> None:
    with pytest.raises(ValueError, match=r"is not a judgement\. Make it one first"):
        briefing.choose_judgement(project, case.left.id, wanted=True)
    gone = editing.change(project, case.sailed, status="withdrawn")
    with pytest.raises(ValueError, match=r"is withdrawn\. Open it again first"):
        briefing.choose_judgement(project, gone.id, wanted=True)


def test_the_last_key_judgement_stays(project: Project, case: Harbour) -> None:
    briefing.choose_judgement(project, case.sailed.id, wanted=True)
    with pytest.raises(ValueError, match="is the only key judgement"):
        briefing.choose_judgement(project, case.sailed.id, wanted=False)


def test_an_issue_keeps_file_state_and_judgements(project: Project, case: Harbour) -> None:
    briefing.choose_judgement(project, case.sailed.id, wanted=True)
    made = issue_of(project, number=project.next_number(Issue), at="2026-04-01T00:00:00Z", by="Ada")
    kept = briefing.keep_issue(project, made, "case.pdf", DIGEST)
    assert (kept.number, kept.file_name, kept.issued_by) == (1, "case.pdf", "Ada")
    assert kept.sha256 == DIGEST
    assert set(kept.judgements) == {case.sailed.id}
    assert project.next_number(Issue) == 2


def test_a_number_that_was_given_is_not_given_again(project: Project, case: Harbour) -> None:
    made = issue_of(project, number=1, at=project.now())
    briefing.keep_issue(project, made, "case.pdf", DIGEST)
    with pytest.raises(ValueError, match="There is an issue 1 already"):
        briefing.keep_issue(project, made.replace(id="other"), "case.pdf", DIGEST)
    project.undo()
    assert project.count(Issue) == 0
    assert project.next_number(Issue) == 2


def test_a_claim_may_go_whose_standing_an_issue_keeps(project: Project, case: Harbour) -> None:
    judging.set_likelihood(project, case.sailed, "likely")
    briefing.keep_issue(project, issue_of(project, number=1, at=project.now()), "a.pdf", DIGEST)
    removal.remove(project, [case.sailed.id])
    assert project.find(case.sailed.id) is None
    (issue,) = project.all(Issue)
    assert case.sailed.id in issue.judgements
