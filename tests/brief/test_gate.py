"""What is open before export, worst first."""

from evidence_board.brief.gate import ORDER, open_points
from evidence_board.model.link import Link
from tests.brief.harbour import CLAIMS, LINKS, PROJECT, WORDS, Held, harbour


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
    assert "The link “C7 undercuts the step C1 supports C3” has no reason." in said(bare)


def test_claims_without_words_are_named_as_those_of_the_analyst() -> None:
    assert "C7 is tied to no words of a source and is marked analyst." in said(harbour())


def test_open_contradictions_are_named() -> None:
    assert "The contradiction between C2 and C3 is open." in said(harbour())


def test_unknown_grades_and_origins_are_named() -> None:
    assert "S4 Coast Agency is not graded." in said(harbour())
    assert "C6: 1 statement has no origin traced." in said(harbour())
    more = harbour().but(*(one.replace(chain=()) for one in WORDS if one.id in ("a1", "a2")))
    assert "C1: 2 statements have no origin traced." in said(more)


def test_a_first_grade_on_one_origin_is_named() -> None:
    graded = harbour().but(CLAIMS[0].replace(credibility="1"))
    sentence = "C1 is graded 1, but a second independent origin is not recorded."
    assert sentence in said(graded)


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
