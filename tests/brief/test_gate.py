"""What is open before export, worst first."""

from evidence_board.analysis.warnings import rules
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.analysis.warnings.survey import survey
from evidence_board.brief.content import build
from evidence_board.brief.gate import ORDER, open_points
from evidence_board.brief.in_columns import InColumns
from evidence_board.brief.parts.open_points import MOST, OpenPoints
from evidence_board.model.deferral import Deferral
from evidence_board.model.link import Link
from evidence_board.model.source import Source
from tests.brief.harbour import AT, CLAIMS, LINKS, PROJECT, WORDS, Held, harbour


def said(held: Held) -> list[str]:
    return [point.sentence for point in open_points(held)]


def test_points_come_worst_first_and_lead_to_a_record() -> None:
    points = open_points(harbour())
    ranks = [ORDER.index(point.severity) for point in points]
    assert ranks == sorted(ranks)
    assert all(harbour().find(point.record_id) for point in points)
    assert points[0].sentence == "C4 has a confidence without a reason."


def test_a_link_without_a_reason_is_named_by_its_ends() -> None:
    assert "The link “C6 supports C4” has no reason." in said(harbour())
    bare = harbour().but(
        *(one.replace(reason="") for one in LINKS if isinstance(one, Link) and one.id == "l4")
    )
    assert any(
        one.startswith("The link “C7 undercuts") and one.endswith("has no reason.")
        for one in said(bare)
    )


def test_claims_without_words_are_named_as_those_of_the_analyst() -> None:
    assert "C7 is tied to no words of a source and is marked analyst." in said(harbour())


def test_open_contradictions_are_named() -> None:
    told = [one for one in said(harbour()) if "contradict each other" in one]
    assert any("C2 and C3" in one for one in told)
    assert any("H8 and C3" in one for one in told)


def test_unknown_grades_and_origins_are_named() -> None:
    assert "S4 Coast Agency is not graded." in said(harbour())
    assert "C6: 1 statement has no origin traced." in said(harbour())
    more = harbour().but(*(one.replace(chain=()) for one in WORDS if one.id in ("a1", "a2")))
    assert "C1: 2 statements have no origin traced." in said(more)


def test_a_first_grade_on_one_origin_is_named() -> None:
    graded = harbour().but(CLAIMS[0].replace(credibility="1"))
    assert said(graded)[0].startswith("C1 is graded 1. That needs two independent origins")


def test_the_gate_has_every_finding_of_the_rules_and_its_severity() -> None:
    view = InColumns(harbour())
    found = survey(Inquiry(view))
    points = {(one.severity, one.sentence, one.record_id) for one in open_points(harbour())}
    for finding in found:
        told = rules.severity(finding), rules.sentence(view, finding), finding.records[0]
        assert told in points
    assert len(points) == len(found) + 1, "and the marking"


def test_what_a_person_set_aside_is_no_point_any_more_but_printed_with_the_reason() -> None:
    held = harbour()
    finding = next(one for one in survey(Inquiry(InColumns(held))) if "load" in one.records)
    sentence = rules.sentence(InColumns(held), finding)
    aside = Deferral(id="d", warning=finding.id, record=finding.records[0], reason="Next week")
    calm = held.but(aside)
    assert sentence in said(held)
    assert sentence not in said(calm)
    part = build(calm, at=AT).part("open_points")
    assert isinstance(part, OpenPoints)
    assert (part.rows[-1].sentence, part.rows[-1].left) == (sentence, "Next week.")


def test_of_one_rule_the_first_are_printed_and_how_many_more_there_are() -> None:
    many = [Source(id=f"s{n}", number=n, title=f"Letter {n}") for n in range(1, 41)]
    part = build(Held(PROJECT, *many), at=AT).part("open_points")
    assert isinstance(part, OpenPoints)
    ungraded = [one.sentence for one in part.rows if one.kind == part.rows[-1].kind]
    assert len(ungraded) == MOST
    assert ungraded[-1] == f"{40 - MOST + 1} more of the same kind."
    assert len(open_points(Held(PROJECT, *many))) >= 40


def test_a_stricter_marking_inside_is_named() -> None:
    sentence = "The brief is marked TLP:RED, stricter than the project's TLP:AMBER."
    assert sentence in said(harbour())


def test_a_project_without_question_or_judgement_is_told_so() -> None:
    points = said(Held(PROJECT.replace(question="")))
    assert points == [
        "The project states no key question.",
        "No key judgement yet: write a claim as a judgement and judge its likelihood.",
    ]


def test_a_key_judgement_that_is_not_judged_or_supported_is_told_so() -> None:
    bare = Held(PROJECT, CLAIMS[2].replace(likelihood=None, likelihood_range=None, confidence=None))
    assert said(bare) == [
        "C3 is a key judgement that nothing supports.",
        "The likelihood of C3 is not judged.",
        "The confidence in C3 is not judged.",
    ]


def test_a_term_of_another_scale_is_named() -> None:
    other = harbour().but(PROJECT.replace(scale="phia"))
    assert "“roughly even chance” of C4 is no term of the PHIA scale." in said(other)
