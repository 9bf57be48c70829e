"""What is wrong with judgements: ceilings, reasons, coherence, contradictions, key judgements."""

from typing import get_args

import pytest

from evidence_board.analysis.warnings import (
    confirmation,
    contradictions,
    f_under_high,
    key_judgements,
    off_scale_term,
    over_ceiling,
    project_answers,
    rules,
    unmirrored,
    unreasoned_confidence,
    unreasoned_grade,
    unreasoned_likelihood,
    unreasoned_link,
    whole_over_part,
)
from evidence_board.analysis.warnings.finding import ORDER, Finding, Severity, listed, mark
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.analysis.warnings.survey import survey
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.scales import SCALES
from evidence_board.model.source import OriginGroup, Source
from tests.analysis.graphs import Case
from tests.analysis.warnings.cases import claim, found, link, told


def _asserted(case: Case, number: int, *origins: str, observed: bool = False) -> Case:
    """Let a file assert a claim for each of these origins."""
    for name in origins:
        if case.find(name) is None:
            case.origin(name)
        case.files(f"f-{name}").add(
            Assertion(
                id=f"a{number}{name}",
                claim=f"c{number}",
                source=f"f-{name}",
                chain=(f"f-{name}", name),
                observed=observed,
            )
        )
    return case


def test_a_claim_called_confirmed_by_one_observer_is_told() -> None:
    """WARN-3."""
    case = Case().add(claim(1, credibility="1"), claim(2, credibility="2"))
    _asserted(case, 1, "o", observed=True)
    assert told(case, confirmation.KIND) == [
        "C1 is graded 1. That needs two independent origins that each observed the claim itself; "
        "only one does."
    ]
    _asserted(case, 1, "p", observed=True)
    assert told(case, confirmation.KIND) == []


def test_confidence_above_the_ceiling_is_told_with_the_ceiling_and_its_reason() -> None:
    """WARN-8."""
    case = Case().add(claim(1, confidence="high", reason="So."), claim(2, confidence="low"))
    _asserted(case, 1, "o")
    assert told(case, over_ceiling.KIND) == [
        "C1 has high confidence; its basis suggests at most low. It has only one independent "
        "origin, whose evidence cannot be inspected."
    ]
    _asserted(case, 1, "o", observed=True)
    case.add(claim(1, confidence="moderate", reason="So."))
    assert told(case, over_ceiling.KIND) == []


@pytest.mark.parametrize(
    ("letters", "is_told"), [(("F", "F"), True), (("F", None), True), (("F", "C"), False)]
)
def test_high_confidence_on_unknown_reliability_alone_is_told(
    letters: tuple[str | None, str | None], is_told: bool
) -> None:
    """WARN-9."""
    case = Case().add(claim(1, confidence="high", reason="So."), OriginGroup(id="g", label="G"))
    _asserted(case, 1, "o", "p")
    fields = {"origin_kind": "identified"}
    case.add(Source.model_validate({"id": "o", "reliability": letters[0], **fields}))
    case.add(Source.model_validate({"id": "p", "reliability": letters[1], "group": "g", **fields}))
    wanted = "C1 has high confidence, but the reliability of all its origins is unknown."
    assert told(case, f_under_high.KIND) == ([wanted] if is_told else [])


def test_high_confidence_without_any_origin_is_left_to_the_ceiling() -> None:
    """WARN-9."""
    case = Case().add(claim(1, confidence="high", reason="So."))
    assert told(case, f_under_high.KIND) == []


def test_a_confidence_without_a_reason_is_held_back() -> None:
    """WARN-6."""
    case = Case().add(claim(1, confidence="low", reason=" "), claim(2, reason="Why."), claim(3))
    (finding,) = found(case, unreasoned_confidence.KIND)
    assert rules.severity(finding) == "held back"
    assert told(case, unreasoned_confidence.KIND) == ["C1 has a confidence without a reason."]


def test_a_likelihood_without_a_reason_is_told() -> None:
    """WARN-16."""
    case = Case().add(
        claim(1, likelihood="likely"),
        claim(2, likelihood="likely", likelihood_reason="The trend."),
        claim(3),
    )
    assert told(case, unreasoned_likelihood.KIND) == ["C1 is judged “likely” without a reason."]


def test_grades_without_a_reason_are_told_of_claims_and_sources() -> None:
    """WARN-17."""
    case = Case().add(
        claim(1, credibility="3"),
        claim(2, credibility="3", credibility_reason="One origin."),
        Source(id="s", number=4, reliability="B"),
        Source(id="t", number=5, reliability="B", reliability_reason="Often right."),
    )
    assert told(case, unreasoned_grade.KIND) == [
        "C1 is graded 3 without a reason.",
        "S4 is graded B without a reason.",
    ]


def test_a_link_without_a_reason_is_told_by_its_ends() -> None:
    """WARN-21."""
    case = Case().add(claim(1), claim(2), link(1, 2, why=" "), link(2, 1, "contradicts"))
    assert told(case, unreasoned_link.KIND) == ["The link “C1 supports C2” has no reason."]
    (finding,) = found(case, unreasoned_link.KIND)
    assert unreasoned_link.tell(Case(), finding) == "The link “that is gone” has no reason."


def test_a_whole_that_is_likelier_than_what_it_presupposes_is_told() -> None:
    """WARN-11."""
    case = Case().add(
        claim(1, likelihood="very likely", likelihood_range=(80.0, 95.0)),
        claim(2, likelihood="likely"),
        claim(3, likelihood="very likely"),
        claim(4),
    )
    case.add(*(link(1, part, "presupposes") for part in (2, 3, 4)), link(1, 2, "elaborates"))
    assert told(case, whole_over_part.KIND) == [
        "C1 is judged “very likely”, but C2, which it needs, is only “likely”."
    ]


def test_a_conclusion_needs_the_premises_of_its_only_step() -> None:
    """WARN-11."""
    case = Case().add(
        claim(1, likelihood="very likely"), claim(2, likelihood="likely"), claim(3), claim(4)
    )
    case.add(link(2, 1, group="g"), link(3, 1, group="g"))
    assert len(found(case, whole_over_part.KIND)) == 1
    case.add(link(4, 1))
    assert found(case, whole_over_part.KIND) == [], "another step carries it too"


def test_a_link_to_a_link_has_no_part() -> None:
    case = Case().add(claim(1), claim(2), claim(3), link(1, 2))
    case.add(Link(id="odd", from_id="c3", to_id="l1-supports-2", type="presupposes", reason="So."))
    assert found(case, whole_over_part.KIND) == []


@pytest.mark.parametrize("key", SCALES)
def test_a_negation_out_of_step_is_told_on_every_scale(key: str) -> None:
    """WARN-12."""
    scale = SCALES[key]
    by_cell = {term.cell: term for term in scale.terms}
    record = ProjectRecord.model_validate({"id": "p", "title": "Case", "scale": key})
    mirrored = Case(record).add(
        claim(1, likelihood=by_cell[6].word),
        claim(2, likelihood=by_cell[2].synonym or by_cell[2].word, negates="c1"),
    )
    assert told(mirrored, unmirrored.KIND) == []
    mirrored.add(claim(2, likelihood=by_cell[3].word, negates="c1"))
    assert told(mirrored, unmirrored.KIND) == [
        f"C2 negates C1 (“{by_cell[6].word}”) and is “{by_cell[3].word}”: "
        f"“{by_cell[2].word}” would mirror it."
    ]


def test_only_two_judged_terms_of_the_scale_can_be_out_of_step() -> None:
    """WARN-12."""
    case = Case().add(
        claim(1, likelihood="remote chance"),
        claim(2, likelihood="likely", negates="c1"),
        claim(3),
        claim(4, likelihood="likely", negates="c3"),
        claim(5, likelihood="likely"),
        claim(6, negates="c5"),
        claim(7, likelihood="remote chance", negates="c5"),
    )
    assert told(case, unmirrored.KIND) == []


def test_an_open_contradiction_of_graded_claims_is_told_with_the_grades() -> None:
    """WARN-7."""
    case = Case().add(
        claim(1, credibility="2"),
        claim(2, credibility="3"),
        claim(3, credibility="6"),
        claim(4, credibility="1", status="settled"),
        claim(5, credibility="2", negates="c1"),
        claim(6, credibility="2", negates="c6"),
    )
    case.add(*(link(1, end, "contradicts") for end in (2, 3, 4)), link(2, 1, "contradicts"))
    assert told(case, contradictions.KIND) == [
        "C1 (graded 2) and C2 (graded 3) contradict each other, and neither is settled.",
        "C5 (graded 2) and C1 (graded 2) contradict each other, and neither is settled.",
    ]
    assert told(case, contradictions.UNGRADED) == [
        "C1 and C3 contradict each other, neither is settled, not both are graded."
    ]


def test_a_likelihood_of_another_scale_is_told() -> None:
    """WARN-13."""
    case = Case().add(claim(1, likelihood="highly likely"), claim(2, likelihood="likely"))
    assert told(case, off_scale_term.KIND) == [
        "“highly likely” of C1 is no term of the ICD 203 scale."
    ]


def test_a_range_that_spans_two_words_of_the_scale_is_told_with_both() -> None:
    """SCALE-4."""
    record = ProjectRecord(id="p", title="Case", scale="phia")
    case = Case(record).add(
        claim(1, likelihood="unlikely", likelihood_range=(20.0, 45.0)),
        claim(2, likelihood="unlikely", likelihood_range=(25.0, 35.0)),
        claim(3, likelihood="highly likely", likelihood_range=(80.0, 95.0)),
    )
    assert told(case, off_scale_term.KIND) == [
        "The range of C1 (“unlikely”) spans “unlikely” and “realistic possibility” of the PHIA "
        "scale: choose one."
    ]


def test_key_judgements_are_supported_and_judged() -> None:
    """WARN-14."""
    case = (
        Case()
        .files("s")
        .add(
            claim(1, kind="judgement", likelihood="likely"),
            claim(2, kind="hypothesis", likelihood="likely", confidence="low", reason="Few."),
            claim(3, kind="judgement", likelihood="likely", status="withdrawn"),
            claim(4, kind="assumption"),
            claim(5),
        )
    )
    case.add(link(4, 1), link(5, 2))
    assert told(case, key_judgements.UNSUPPORTED) == [
        "C1 is a key judgement that nothing supports."
    ]
    assert told(case, key_judgements.UNJUDGED) == ["The confidence in C1 is not judged."]
    case.add(claim(6, kind="judgement", rank=1.0))
    assert told(case, key_judgements.UNJUDGED) == [
        "The likelihood of C6 is not judged.",
        "The confidence in C6 is not judged.",
    ]


def test_a_project_without_question_and_answer_is_told() -> None:
    """WARN-15."""
    kinds = (project_answers.NO_QUESTION, project_answers.NO_JUDGEMENT)
    assert told(Case(), *kinds) == [
        "The project states no key question.",
        "No key judgement yet: write a claim as a judgement and judge its likelihood.",
    ]
    case = Case(ProjectRecord(id="p", title="Case", question="Did it leave?"))
    case.add(claim(1, kind="judgement", likelihood="likely"))
    assert told(case, *kinds) == []


def test_findings_come_worst_first_and_each_says_why_it_is_one() -> None:
    """WARN-25."""
    case = Case().add(claim(1, credibility="1", confidence="high"), claim(2), link(1, 2, why=""))
    every = survey(Inquiry(case))
    ranks = [ORDER.index(rules.severity(one)) for one in every]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 2
    assert all(rules.reason(one).endswith(".") for one in every)
    assert set(ORDER) == set(get_args(Severity))
    assert len({rule.kind for rule in rules.RULES}) == len(rules.RULES)


def test_a_finding_is_known_by_rule_record_and_what_it_rests_on() -> None:
    """WARN-26."""
    plain = Finding("hedge", ("c1",))
    assert plain.id == "hedge:c1"
    assert Finding("hedge", ("c1",), ("may",)).id != Finding("hedge", ("c1",), ("might",)).id
    assert Finding("hedge", ("c1", "c2")).id != Finding("hedge", ("c1", "c3")).id
    assert len(Finding("support-loop", tuple(f"{n:036}" for n in range(500))).id) < 200


def test_what_is_gone_is_called_that_and_names_are_listed() -> None:
    assert mark(None) == "what is gone"
    assert listed(["C1"]) == "C1"
