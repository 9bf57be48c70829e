"""What is wrong with the words of a claim: two claims in one, a hedge, words off the scale."""

import pytest

from evidence_board.analysis.warnings import hedged_claim, off_scale_words, two_claims
from evidence_board.model.project_record import ProjectRecord
from tests.analysis.graphs import Case
from tests.analysis.warnings.cases import claim, found, told


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The ferry left and the crew stayed.", "and"),
        ("The ferry left; the crew stayed.", ";"),
        ("The ferry as well as the tug left.", "as well as"),
        ("Ferries and tugs left.", "and"),
        ("The ferry left.", ""),
        ("Two ships shuttled between Rajin and Dunai.", ""),
        ("Between five and ten ships left; all of them empty.", ";"),
        ("A hundred and five wagons stood there.", ""),
        ("Bosnia and Herzegovina signed.", ""),
        ("He said “come and see” there.", ""),
        ("The sandbank was bare.", ""),
        ("The commander left the stand.", ""),
    ],
)
def test_a_claim_with_and_says_two_things(text: str, joined: str) -> None:
    """WARN-20."""
    assert two_claims.joining(text) == joined


def test_two_claims_in_one_are_told_with_what_joins_them() -> None:
    """WARN-20."""
    case = Case().add(claim(1, "The ferry left and the crew stayed."), claim(2))
    assert told(case, two_claims.KIND) == [
        "C1 says two things, joined by “and”: make a claim of each."
    ]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The ferry reportedly left.", "reportedly"),
        ("Reportedly the ferry left.", "reportedly"),
        ("The ferry may have left.", "may"),
        ("The ferry left in May 2023.", ""),
        ("May was cold.", ""),
        ("The ferry is believed to have left.", "is believed to"),
        ("The ferry appears to be empty.", "appears to"),
        ("The ferry left.", ""),
        ("The mayor left.", ""),
    ],
)
def test_a_hedge_is_found_in_the_text_of_a_claim(text: str, hedge: str) -> None:
    """WARN-19."""
    assert hedged_claim.hedge_in(text) == hedge


def test_a_hedge_inside_a_reported_claim_is_told_but_not_in_a_judgement() -> None:
    """WARN-19."""
    case = Case().add(
        claim(1, "The ferry reportedly left."),
        claim(2, "The ferry reportedly left.", kind="judgement"),
    )
    assert told(case, hedged_claim.KIND) == [
        "C1 has a hedge inside, “reportedly”: it belongs to who said so."
    ]


@pytest.mark.parametrize(
    ("text", "hedge", "bare"),
    [
        ("The ferry reportedly left.", "reportedly", "The ferry left."),
        ("Reportedly, the ferry left.", "reportedly", "The ferry left."),
        ("The ferry, allegedly, left.", "allegedly", "The ferry left."),
    ],
)
def test_a_loose_hedge_can_be_taken_out(text: str, hedge: str, bare: str) -> None:
    """WARN-27."""
    assert hedged_claim.without(text, hedge) == bare


@pytest.mark.parametrize(
    ("scale", "text", "word"),
    [
        ("icd203", "The ferry may leave.", "may"),
        ("icd203", "It is possible that the ferry left.", "possible"),
        ("icd203", "We cannot rule out that it left.", "cannot rule out"),
        ("icd203", "That it left cannot be ruled out.", "cannot be ruled out"),
        ("icd203", "It is highly likely that it left.", "highly likely"),
        ("phia", "It is highly likely that it left.", ""),
        ("phia", "It is a realistic possibility that it left.", ""),
        ("phia", "It is very likely that it left.", "very likely"),
        ("icd203", "It is very likely that it left.", ""),
        ("icd203", "The ferry left in May.", ""),
        ("kent", "The chances are about even; could be.", "could"),
        ("icd203", "The ferry left.", ""),
    ],
)
def test_words_of_likelihood_outside_the_scale_are_found(scale: str, text: str, word: str) -> None:
    """WARN-18."""
    assert off_scale_words.off_scale(text, scale) == word


def test_words_off_the_scale_are_told_of_judgements_only() -> None:
    """WARN-18."""
    record = ProjectRecord(id="p", title="Case", scale="phia")
    case = Case(record).add(
        claim(1, "The ferry may leave.", kind="judgement"),
        claim(2, "The ferry may leave.", kind="hypothesis"),
        claim(3, "The ferry may leave."),
    )
    assert told(case, off_scale_words.KIND) == [
        "C1 says “may”, which is not on the PHIA scale: set its likelihood instead.",
        "H2 says “may”, which is not on the PHIA scale: set its likelihood instead.",
    ]


def test_another_word_makes_another_finding() -> None:
    """WARN-26."""
    case = Case().add(claim(1, "The ferry may leave.", kind="judgement"))
    (before,) = found(case, off_scale_words.KIND)
    case.add(claim(1, "The ferry may sail.", kind="judgement"))
    (same,) = found(case, off_scale_words.KIND)
    case.add(claim(1, "The ferry could sail.", kind="judgement"))
    (other,) = found(case, off_scale_words.KIND)
    assert before.id == same.id != other.id
