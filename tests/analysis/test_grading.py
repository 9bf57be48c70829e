"""What the origins of a claim suggest for its credibility and for the confidence in it."""

import pytest

from evidence_board.analysis.ceiling import ceiling_of
from evidence_board.analysis.closure import closed_count
from evidence_board.analysis.credibility import Suggested, is_as_good, not_confirmed, suggested
from evidence_board.analysis.lineage import ground_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from tests.analysis.graphs import Case
from tests.analysis.warnings.cases import claim, link


def _case(*claims: Claim) -> Case:
    return Case().add(*(claims or (claim(1),)))


def _says(case: Case, *origins: str, number: int = 1, **fields: object) -> Case:
    """Let a file of its own assert a claim for each of these origins."""
    for name in origins:
        if case.find(name) is None:
            case.origin(name)
        case.files(f"f-{name}")
        chain = (f"f-{name}", name)
        made = {"id": f"a{number}{name}", "claim": f"c{number}", "source": chain[0], "chain": chain}
        case.add(Assertion.model_validate({**made, **fields}))
    return case


def _suggested(case: Case, number: int = 1) -> Suggested:
    return suggested(case, case.get(Claim, f"c{number}"), ground_of(case))


def test_without_an_identified_origin_the_credibility_cannot_be_judged() -> None:
    """GRADE-1."""
    case = _case().files("f").add(Assertion(id="a", claim="c1", source="f"))
    assert _suggested(_case()).digit == _suggested(case).digit == "6"
    assert "no identified origin" in _suggested(case).reason


def test_a_headline_or_a_teaser_without_a_body_cannot_be_judged() -> None:
    """GRADE-1."""
    case = _says(_case(), "o", mode="headline")
    _says(case, "p", mode="link teaser")
    assert _suggested(case).digit == "6"
    assert "without a body" in _suggested(case).reason
    assert _suggested(_says(case, "q", mode="paraphrase")).digit == "2"


def test_one_origin_that_infers_is_possibly_true() -> None:
    """GRADE-2."""
    assert _suggested(_says(_case(), "o")).digit == "3"


def test_one_that_observed_or_several_that_infer_are_probably_true() -> None:
    """GRADE-2."""
    assert _suggested(_says(_case(), "o", observed=True)).digit == "2"
    assert _suggested(_says(_case(), "o", "p")).digit == "2"


def test_only_two_origins_that_each_observed_the_claim_itself_confirm_it() -> None:
    """GRADE-3."""
    case = _says(_case(), "o", "p", observed=True)
    assert _suggested(case).digit == "1"
    assert not not_confirmed(case, case.get(Claim, "c1"), ground_of(case))


@pytest.mark.parametrize("spoiled", [{"partial": True}, {"basis": "inferred"}])
def test_who_saw_a_part_or_infers_confirms_nothing(spoiled: dict[str, object]) -> None:
    """GRADE-3."""
    case = _says(_case(), "o", observed=True)
    _says(case, "p", observed=True, number=1, **spoiled)
    assert _suggested(case).digit == "2"
    assert "only one does" in not_confirmed(case, case.get(Claim, "c1"), ground_of(case))


def test_two_observers_in_one_group_or_without_a_name_are_not_two() -> None:
    """GRADE-3."""
    case = _case().origin("o", group="g").origin("p", group="g")
    _says(case, "o", "p", observed=True)
    assert "only one does" in not_confirmed(case, case.get(Claim, "c1"), ground_of(case))
    case = _case().origin("o", "unknown").origin("p", "unknown")
    _says(case, "o", "p", observed=True)
    assert "none does" in not_confirmed(case, case.get(Claim, "c1"), ground_of(case))


def test_a_better_graded_claim_against_it_makes_it_doubtful() -> None:
    """GRADE-4."""
    case = _case(claim(1), claim(2, credibility="2")).add(link(2, 1, "contradicts"))
    _says(case, "o")
    assert _suggested(case) == Suggested("4", "C2, graded 2, contradicts it.")
    _says(case, "p", observed=True)
    assert _suggested(case).digit == "2", "as good is not better"


def test_a_claim_graded_one_against_it_makes_it_improbable_and_not_confirmed() -> None:
    """GRADE-4."""
    case = _case(claim(1), claim(2, credibility="1")).add(link(2, 1, "contradicts"))
    _says(case, "o", "p", observed=True)
    assert _suggested(case) == Suggested("5", "C2, graded 1, contradicts it.")
    assert "contradicts it and is not settled" in not_confirmed(
        case, case.get(Claim, "c1"), ground_of(case)
    )
    case.add(claim(2, credibility="3"))
    assert not not_confirmed(case, case.get(Claim, "c1"), ground_of(case))


def test_what_is_not_graded_or_unknown_is_neither_better_nor_worse() -> None:
    """GRADE-5."""
    case = _case(claim(1), claim(2), claim(3, credibility="6"))
    case.add(link(2, 1, "contradicts"), link(3, 1, "contradicts"))
    assert _suggested(_says(case, "o")).digit == "3"
    case = _case(claim(1), claim(2, credibility="2")).add(link(2, 1, "contradicts"))
    assert _suggested(case).digit == "6", "no basis stays no basis"
    assert is_as_good("2", "2")
    assert is_as_good("1", "5")
    assert not is_as_good("3", "2")
    assert not any(is_as_good(one, "5") or is_as_good("1", one) for one in ("6", None, ""))


def _ceiling(case: Case, number: int = 1) -> tuple[str, str]:
    asked, ground = case.get(Claim, f"c{number}"), ground_of(case)
    found = ceiling_of(case, asked, ground, closed_count(case, asked, ground))
    return found.term, found.reason


def test_one_origin_or_none_suggests_low() -> None:
    """GRADE-6."""
    assert _ceiling(_case()) == ("low", "It has no identified origin.")
    assert _ceiling(_says(_case(), "o")) == (
        "low",
        "It has only one independent origin, whose evidence cannot be inspected.",
    )


def test_evidence_that_can_be_inspected_raises_it_to_moderate() -> None:
    """GRADE-6."""
    assert _ceiling(_says(_case(), "o", observed=True)) == (
        "moderate",
        "It has only one independent origin, whose evidence can be inspected.",
    )


def test_what_anyone_can_verify_now_suggests_high() -> None:
    """GRADE-6."""
    case = _case().add(Source(id="law", kind="register", origin_kind="identified"))
    assert _ceiling(_says(case, "law"))[0] == "high"


def test_two_that_only_assert_stay_moderate() -> None:
    """GRADE-6."""
    assert _ceiling(_says(_case(), "o", "p")) == (
        "moderate",
        "Its origins only assert: none shows evidence of its own.",
    )


def test_two_with_direct_evidence_suggest_high_unless_a_gap_or_a_rival_is_open() -> None:
    """GRADE-6."""
    case = _says(_case(), "o", "p", observed=True)
    assert _ceiling(case)[0] == "high"
    case.add(Note(id="n", number=3, text="Remark", about="c1"))
    case.add(Note(id="q", number=1, text="Where?", kind="gap", state="answered", about="c1"))
    assert _ceiling(case)[0] == "high"
    case.add(Note(id="q", number=1, text="Where?", kind="gap", about="c1"))
    assert _ceiling(case) == ("moderate", "The gap Q1 is open.")
    case.add(claim(2), link(2, 1, "contradicts"))
    assert _ceiling(case) == ("moderate", "C2 contradicts it and is not settled.")


def test_a_judgement_has_the_evidence_of_all_that_supports_it() -> None:
    """GRADE-6."""
    case = _case(claim(1), claim(2), claim(3, kind="judgement"))
    case.add(link(1, 3), link(2, 3), link(1, 2), link(2, 1))
    _says(case, "o", number=1, observed=True)
    _says(case, "p", number=2)
    assert _ceiling(case, 3)[0] == "high"
