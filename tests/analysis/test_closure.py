"""Origins of a judgement: what its supporting claims rest on, each origin and file once."""

from evidence_board.analysis.closure import closed, closed_count, supporters
from evidence_board.analysis.origins import count, origins_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from tests.analysis.graphs import Case


def _judgement() -> Case:
    """Two claims of one origin and one of another stand behind a judgement, one at second hand."""
    case = Case().files("A", "B").origin("tank").origin("office")
    case = case.says("A", "tank")
    case = case.add(Claim(id="d", text="d"), Claim(id="e", text="e"))
    case = case.add(Claim(id="j", text="j", kind="judgement"))
    case = case.add(Claim(id="k", text="k", kind="judgement"))
    case = case.add(Assertion(claim="d", source="B", chain=("B", "tank")))
    case = case.add(Assertion(claim="e", source="B", chain=("B", "office")))
    for start, end in (("c", "k"), ("d", "k"), ("k", "j"), ("e", "j")):
        case = case.add(Link(from_id=start, to_id=end, type="supports"))
    return case


def test_a_judgement_counts_each_origin_and_file_behind_it_once() -> None:
    case = _judgement()
    told = closed_count(case, case.get(Claim, "j"))
    assert (told.files, set(told.groups), told.n_max) == (2, {"tank", "office"}, 2)


def test_one_judgement_is_counted_as_all_of_them_are() -> None:
    case = _judgement()
    together = closed(case, origins_of(case))
    for claim in case.all(Claim):
        assert closed_count(case, claim) == together[claim.id]


def test_a_reported_claim_does_not_borrow_the_origins_of_its_support() -> None:
    case = _judgement().add(Link(from_id="e", to_id="c", type="supports"))
    assert closed_count(case, case.get(Claim, "c")) == count(case, "c")


def test_a_contradiction_is_no_support() -> None:
    case = _judgement().add(Link(from_id="d", to_id="j", type="contradicts"))
    assert supporters(case, "j") == ("k", "e")


def test_support_that_goes_round_ends() -> None:
    case = _judgement().add(Link(from_id="j", to_id="k", type="supports"))
    assert set(closed_count(case, case.get(Claim, "k")).groups) == {"tank", "office"}
