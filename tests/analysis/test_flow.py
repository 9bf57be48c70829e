"""The fewest by a flow: where it can be asked, and that it says what trying says."""

import pytest

from evidence_board.analysis import bottlenecks
from evidence_board.analysis.bottlenecks import smallest_cut, smallest_cut_of
from evidence_board.analysis.flow import flows, smallest_by_flow
from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.support import Support, Vertex, Way, support_of
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from tests.analysis.graphs import Case


def _support(case: Case, claim: str = "c") -> Support:
    return support_of(case, claim, ground_of(case))


def test_a_claim_of_many_files_and_origins_is_known_at_once() -> None:
    """ORIGINS-6."""
    case = Case()
    for place in range(60):
        case.files(f"A{place}").origin(f"x{place}").says(f"A{place}", f"x{place}")
    support = _support(case)
    assert flows(support)
    assert smallest_cut(support, support.ids - support.links) == 60


def test_the_cut_lies_where_the_ways_are_fewest() -> None:
    """ORIGINS-6."""
    case = Case().files("A", "B", "C").origin("r", None).origin("x").origin("y")
    case.says("A", "r").says("B", "r").says("C", "r").cites("r", "x").cites("r", "y")
    assert smallest_cut_of(_support(case), {"A", "B", "C", "r", "x", "y"}) == {"r"}
    assert smallest_cut(_support(case), {"x", "y"}) == 2
    assert smallest_cut(_support(case), {"A", "B", "C"}) == 3


def test_where_it_stands_by_others_no_number_of_these_is_enough() -> None:
    """ORIGINS-6."""
    case = Case().files("A", "B").origin("x").says("A", "x").says("B", "x")
    assert smallest_by_flow(_support(case), {"A"}) is None


def test_what_is_gone_already_needs_not_go() -> None:
    """ORIGINS-21."""
    case = Case().files("A", "B").origin("x").origin("y").says("A", "x").says("B", "y")
    support = _support(case)
    assert smallest_by_flow(support, support.ids, frozenset({"x"})) in ({"B"}, {"y"})
    assert smallest_by_flow(support, support.ids, frozenset({"x", "B"})) == frozenset()


def test_linked_premises_have_to_be_tried() -> None:
    """ORIGINS-6."""
    case = Case().files("A", "B").says("A", claim="d").says("B", claim="e")
    case.add(Claim(id="c", text="c", kind="judgement"))
    for one in "de":
        case.add(Link(id=f"{one}-c", from_id=one, to_id="c", type="supports", group="both"))
    assert not flows(_support(case))


def test_a_source_that_carries_two_claims_has_to_be_tried() -> None:
    """ORIGINS-6."""
    case = Case().files("A").origin("x").says("A", "x", claim="d").says("A", "x", claim="e")
    case.add(Claim(id="c", text="c", kind="judgement"))
    for one in "de":
        case.add(Link(id=f"{one}-c", from_id=one, to_id="c", type="supports"))
    assert not flows(_support(case))


def test_an_official_who_stands_for_others_of_his_office_has_to_be_tried() -> None:
    """ORIGINS-6."""
    case = Case().files("A").origin("x", "anonymous", affiliation="Navy")
    case.says("A").cites("A", "x").cites("x", "A").says("x", observed=True)
    support = _support(case)
    assert not flows(support)
    assert smallest_cut(support, support.ids) == 1


def test_two_places_of_one_source_have_to_be_tried() -> None:
    """ORIGINS-6."""
    start, here, there = Vertex("c", ""), Vertex("c", "A"), Vertex("d", "A")
    ways = [Way(start, frozenset({here})), Way(start, frozenset({there}))]
    ways += [Way(here, frozenset()), Way(there, frozenset())]
    assert not flows(Support("c", ways, [], {}))


def _premises() -> Support:
    case = Case().files("A", "B").says("A", claim="d").says("B", claim="e")
    case.add(Claim(id="c", text="c", kind="judgement"))
    for one in "de":
        case.add(Link(id=f"{one}-c", from_id=one, to_id="c", type="supports", group="both"))
    return _support(case)


def test_where_nothing_among_these_brings_linked_premises_down_none_is_named() -> None:
    """ORIGINS-6."""
    assert smallest_cut_of(_premises(), frozenset({"z"})) is None
    assert smallest_cut_of(_premises(), frozenset({"A", "B"})) in ({"A"}, {"B"})


def test_what_would_take_too_long_to_try_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """ORIGINS-6."""
    monkeypatch.setattr(bottlenecks, "MOST_TRIED", 0)
    assert smallest_cut_of(_premises(), frozenset({"A", "B"})) is None
