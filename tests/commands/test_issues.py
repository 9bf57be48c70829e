"""What is open in a project, what was set aside, and what one press does about it."""

import pytest

from evidence_board.analysis.warnings.finding import Finding
from evidence_board.commands import (
    deferring,
    editing,
    exchange,
    issues,
    judging,
    links,
    mending,
    scaling,
)
from evidence_board.interchange.document import Document
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.commands.conftest import Harbour


def _open(project: Project, kind: str) -> list[Finding]:
    return [one for one in issues.gathered(project).open if one.kind == kind]


def _mend(project: Project, kind: str, place: int = 0) -> str:
    """Press a fix of the first finding of a kind; returns its words. It is one undo step."""
    finding = _open(project, kind)[0]
    fix = mending.fixes(project, finding)[place]
    steps = len(project.steps())
    fix.act(project)
    assert len(project.steps()) == steps + 1
    assert finding not in issues.gathered(project).open
    project.undo()
    assert finding in issues.gathered(project).open
    project.redo()
    return fix.words


def test_what_is_set_aside_is_told_apart_until_it_changes(project: Project, case: Harbour) -> None:
    """WARN-26."""
    judging.set_likelihood(project, case.sailed, "likely")
    (finding,) = _open(project, "likelihood-without-reason")
    made = deferring.defer(project, finding.id, finding.records[0], "After the next source.")
    found = issues.gathered(project)
    assert finding not in found.open
    assert found.aside == ((finding, made),)
    judging.set_likelihood(project, project.get(Claim, case.sailed.id), "very likely")
    assert _open(project, "likelihood-without-reason")
    assert issues.gathered(project).aside == ()


def test_looking_for_issues_writes_nothing(project: Project, case: Harbour) -> None:
    """WARN-28."""
    steps = project.steps()
    assert issues.gathered(project).open
    assert project.steps() == steps


def test_an_altered_copy_and_an_orphan_are_found_in_a_project(
    project: Project, case: Harbour
) -> None:
    """WARN-1, WARN-2."""
    capture = project.capture_of(case.report.id)
    assert capture is not None
    found = issues.gathered(project, frozenset({capture.sha256})).open
    assert found[0].kind == "altered-copy"
    assert _open(project, "orphan") == []


def test_a_grade_of_one_is_mended_to_the_suggested_one(project: Project, case: Harbour) -> None:
    """WARN-27."""
    exchange.take_in(project, Document((case.seen.replace(credibility="1"),)))
    assert _mend(project, "not-confirmed") == f"Grade {case.seen.mark} as 3"
    assert project.get(Claim, case.seen.id).credibility_reason


def test_confidence_is_lowered_to_its_ceiling_with_the_reason(
    project: Project, case: Harbour
) -> None:
    """WARN-27."""
    judging.set_confidence(project, case.seen, "high", "Two witnesses.")
    assert _mend(project, "over-ceiling") == f"Lower the confidence in {case.seen.mark} to low"
    now = project.get(Claim, case.seen.id)
    assert (now.confidence, now.reason.startswith("Two witnesses. It has only")) == ("low", True)


def test_a_loop_is_cut_at_the_link_that_a_person_chooses(project: Project, case: Harbour) -> None:
    """WARN-27."""
    links.connect(project, case.sailed.id, case.left.id, "supports", "So.")
    (finding,) = _open(project, "support-loop")
    words = [one.words for one in mending.fixes(project, finding)]
    left, sailed = case.left.mark, case.sailed.mark
    assert sorted(words) == sorted(
        [f"Cut “{left} supports {sailed}”", f"Cut “{sailed} supports {left}”"]
    )
    _mend(project, "support-loop", 1)
    assert sum(one.type == "supports" for one in project.all(Link)) == 1


@pytest.mark.parametrize("kind", ["contradiction", "contradiction-ungraded"])
def test_a_contradiction_is_settled_by_settling_one(
    project: Project, case: Harbour, kind: str
) -> None:
    """WARN-27."""
    links.connect(project, case.left.id, case.seen.id, "contradicts", "So.")
    if kind == "contradiction":
        for claim in (case.left, case.seen):
            editing.change(project, claim, credibility="3")
    assert _mend(project, kind, 1) == f"Call {case.seen.mark} settled"
    assert project.get(Claim, case.seen.id).status == "settled"


def test_a_negation_is_brought_in_step(project: Project, case: Harbour) -> None:
    """WARN-27."""
    judging.set_likelihood(project, case.sailed, "very likely", "So.")
    editing.change(project, case.left, negates=case.sailed.id, likelihood="likely")
    assert _mend(project, "unmirrored") == f"Judge {case.left.mark} “very unlikely”"
    assert "negates" in project.get(Claim, case.left.id).likelihood_reason


def test_a_whole_is_lowered_to_its_part(project: Project, case: Harbour) -> None:
    """WARN-27."""
    links.connect(project, case.sailed.id, case.left.id, "presupposes", "So.")
    judging.set_likelihood(project, case.sailed, "very likely", "So.")
    judging.set_likelihood(project, case.left, "likely", "So.")
    assert _mend(project, "whole-over-part") == f"Judge {case.sailed.mark} “likely”"
    project.undo()
    scaling.switch(project, "kent")
    editing.change(project, project.get(Claim, case.left.id), likelihood="unlikely")
    (finding,) = _open(project, "whole-over-part")
    assert mending.fixes(project, finding) == (), "the part's word is not on the scale"


def test_the_words_that_a_range_spans_are_offered_after_the_scale_was_switched(
    project: Project, case: Harbour
) -> None:
    """SCALE-4."""
    judging.set_likelihood(project, case.sailed, "unlikely", "So.")
    editing.change(project, case.sailed, likelihood_range=(80.0, 95.0))
    editing.change(project, project.get(Claim, case.sailed.id), likelihood="very likely")
    scaling.switch(project, "kent")
    assert _mend(project, "off-scale-term", 1) == "Call it “almost certain”"


def test_a_loose_hedge_is_moved_to_who_said_so(project: Project, case: Harbour) -> None:
    """WARN-27."""
    editing.change(project, case.seen, text="The ferry reportedly left.")
    assert _mend(project, "hedge") == "Move “reportedly” to who said so"
    assert project.get(Claim, case.seen.id).text == "The ferry left."
    (said,) = (one for one in project.referrers(case.seen.id) if isinstance(one, Assertion))
    assert said.hedge == "reportedly"


def test_a_hedge_that_somebody_has_already_or_that_is_bound_stays(
    project: Project, case: Harbour
) -> None:
    """WARN-27."""
    (said,) = (one for one in project.referrers(case.seen.id) if isinstance(one, Assertion))
    editing.change(project, said, hedge="it seems")
    editing.change(project, case.seen, text="The ferry probably left.")
    _mend(project, "hedge")
    assert project.get(Assertion, said.id).hedge == "it seems"
    editing.change(project, project.get(Claim, case.seen.id), text="The ferry may have left.")
    assert mending.fixes(project, _open(project, "hedge")[0]) == ()


def test_a_grade_gets_the_reason_of_the_suggestion_where_that_is_the_same(
    project: Project, case: Harbour
) -> None:
    """WARN-27."""
    editing.change(project, case.seen, credibility="3")
    assert _mend(project, "grade-without-reason") == "Take the suggested reason"
    editing.change(project, project.get(Claim, case.seen.id), credibility="5")
    editing.change(
        project, project.get(Claim, case.seen.id), credibility="2", credibility_reason=""
    )
    editing.change(project, project.get(Source, case.office.id), reliability="B")
    assert [mending.fixes(project, one) for one in _open(project, "grade-without-reason")] == [
        (),
        (),
    ]


def test_what_nothing_can_be_done_about_by_a_press_has_no_fix(
    project: Project, case: Harbour
) -> None:
    assert mending.fixes(project, _open(project, "no-question")[0]) == ()
