"""Counts that lean on an assumption, and sources that took something back."""

from evidence_board.analysis.warnings import assumed_independence, rules, withdrawn_sources
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.source import Source
from tests.analysis.graphs import Case
from tests.analysis.warnings.cases import claim, found, told

ALL = (
    *(assumed_independence.KIND, assumed_independence.UNJUDGED, assumed_independence.ASSUMED),
    *(withdrawn_sources.RETRACTED, withdrawn_sources.CORRECTED),
)


def _two(**fields: object) -> Case:
    case = Case().files("A", "B").origin("tank").origin("office")
    for number, id in enumerate(["A", "B", "tank", "office"], 1):
        case.records[id] = case.get(Source, id).replace(number=number, publisher=id.title())
    case.says("A", "tank", claim="c1").says("B", "office", claim="c1")
    return case.add(claim(1, "The ferry left.", **fields))


def _assumed(case: Case, one: str = "tank", other: str = "office") -> Case:
    return case.add(
        IndependenceVerdict(
            id=f"v{one}", one=one, other=other, verdict="assumed", reason="No link is known."
        )
    )


def test_a_claim_graded_1_on_assumed_independence_is_told() -> None:
    """WARN-34."""
    assert told(_assumed(_two(credibility="1")), *ALL) == [
        "C1 is graded 1; that S3 Tank and S4 Office are independent is assumed."
    ]
    assert told(_assumed(_two(confidence="high")), *ALL)[0].startswith("C1 has high confidence;")


def test_nobody_having_judged_it_is_told_where_much_leans_on_it_only() -> None:
    """WARN-34."""
    assert told(_two(credibility="1"), *ALL) == [
        "C1 is graded 1; whether S3 Tank and S4 Office are independent is not judged."
    ]
    assert told(_two(credibility="2"), *ALL) == []
    assert told(_two(credibility="1", status="withdrawn"), *ALL) == []


def test_any_other_claim_is_told_as_to_know() -> None:
    """WARN-34."""
    case = _assumed(_two())
    (one,) = found(case, *ALL)
    assert rules.severity(one) == "to know"
    assert rules.sentence(case, one) == (
        "C1 counts S3 Tank and S4 Office apart: their independence is assumed."
    )


def test_of_many_pairs_the_first_are_named() -> None:
    """WARN-34."""
    case = _two(credibility="1")
    for id in ("pier", "navy"):
        case.files(f"by-{id}").origin(id).says(f"by-{id}", id, claim="c1")
    case.add(claim(1, credibility="1"))
    (sentence,) = told(case, *ALL)
    assert sentence.endswith("; 4 more pairs are independent is not judged.")


def test_a_source_that_was_retracted_is_told_with_what_was_recounted() -> None:
    """WARN-35."""
    case = _two()
    case.records["tank"] = case.get(Source, "tank").replace(standing="retracted")
    assert told(case, *ALL) == ["S3 was retracted. Origins recounted: C1 from 2 to 1."]
    case.records["idle"] = Source(id="idle", number=9, standing="retracted")
    assert told(case, *ALL)[1] == "S9 was retracted. No claim rests on less by that."


def test_of_many_claims_the_first_are_named() -> None:
    """WARN-35."""
    case = _two()
    for number in range(2, 7):
        case.says("A", "tank", claim=f"c{number}").add(claim(number))
    case.records["tank"] = case.get(Source, "tank").replace(standing="retracted")
    (sentence,) = told(case, *ALL)
    assert sentence.endswith("C5 from 1 to 0 and 2 more.")
    case.records["tank"] = case.get(Source, "tank").replace(standing="corrected")
    (sentence,) = told(case, *ALL)
    assert "C1, C2, C3, C4 and 2 more rest on it" in sentence


def test_a_source_that_was_corrected_is_told_with_the_claims_that_rest_on_it() -> None:
    """WARN-35."""
    case = _two()
    case.records["A"] = case.get(Source, "A").replace(standing="corrected")
    assert told(case, *ALL) == [
        "S1 was corrected; C1 rests on it: look whether its words still stand."
    ]
    case.records["idle"] = Source(id="idle", number=9, standing="corrected")
    assert len(told(case, *ALL)) == 1
