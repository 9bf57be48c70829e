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


def _with_an_assumption(**fields: str) -> Case:
    """Return a judgement on two linked premises: what one source says, and what is assumed."""
    case = Case().files("A").origin("tank").says("A", "tank")
    case = case.add(Claim(id="j", text="j", kind="judgement"))
    case = case.add(Claim.model_validate({"id": "a", "text": "a", "kind": "assumption", **fields}))
    for start in ("c", "a"):
        case = case.add(Link(from_id=start, to_id="j", type="supports", group="g"))
    return case


def test_an_assumption_among_linked_premises_is_taken_as_true() -> None:
    """ORIGINS-23."""
    case = _with_an_assumption()
    told = closed_count(case, case.get(Claim, "j"))
    assert (told.files, set(told.groups)) == (1, {"tank"})


def test_a_withdrawn_assumption_leaves_its_judgement_no_ground() -> None:
    """ORIGINS-23."""
    case = _with_an_assumption(status="withdrawn")
    assert closed_count(case, case.get(Claim, "j")).groups == ()


def test_what_rests_on_an_assumption_alone_has_no_origin() -> None:
    """ORIGINS-23."""
    case = Case().add(Claim(id="j", text="j", kind="judgement"))
    case = case.add(Claim(id="a", text="a", kind="assumption"))
    case = case.add(Link(from_id="a", to_id="j", type="supports"))
    told = closed_count(case, case.get(Claim, "j"))
    assert (told.files, told.groups) == (0, ())


def test_an_assumption_that_somebody_states_rests_on_that() -> None:
    """ORIGINS-23."""
    case = _with_an_assumption().files("B").origin("office")
    case = case.add(Assertion(claim="a", source="B", chain=("B", "office")))
    told = closed_count(case, case.get(Claim, "j"))
    assert (told.files, set(told.groups)) == (2, {"tank", "office"})
