"""What a retraction recounts: every claim downstream, from what to what."""

from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.origins import count
from evidence_board.analysis.retraction import (
    downstream,
    fallen,
    recounted_words,
    recounting,
    withdrawn,
)
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.source import Source
from tests.analysis.graphs import Case
from tests.analysis.warnings.cases import claim


def _case() -> Case:
    """Return two claims on one think tank, one by a citation, and a judgement on both."""
    case = Case().files("A", "B", "C").origin("tank").origin("office")
    case.says("A", "tank", claim="c1").says("B", "office", claim="c1").says("C", claim="c2")
    case.cites("C", "tank").says("B", "office", claim="c3")
    case.add(claim(1), claim(2), claim(3), claim(4, kind="judgement"))
    for number in (1, 2):
        case.add(Link(id=f"l{number}", from_id=f"c{number}", to_id="c4", type="supports"))
    return case.add(Link(id="l5", from_id="c4", to_id="c1", type="supports"))


def _marked(case: Case, id: str, standing: str) -> Case:
    case.records[id] = case.get(Source, id).replace(standing=standing)
    return case


def test_downstream_are_claims_by_chain_citation_and_support() -> None:
    """ORIGINS-19."""
    assert downstream(_case(), "tank") == ("c1", "c2", "c4")
    assert downstream(_case(), "C") == ("c1", "c2", "c4")
    assert downstream(_case(), "office") == ("c1", "c3", "c4")


def test_it_is_told_from_what_to_what_before_and_after_it_is_marked() -> None:
    """ORIGINS-19."""
    case = _case()
    before = fallen(case, "tank", ground_of(case))
    after = fallen(_marked(case, "tank", "retracted"), "tank", ground_of(case))
    assert before == after
    assert recounted_words(case, after) == "C2 from 1 to 0, C1 from 2 to 1, C4 from 2 to 1"
    assert recounted_words(case, after, 1) == "C2 from 1 to 0, 2 more"
    assert count(case, "c1").groups == ("office",)


def test_a_claim_that_loses_nothing_is_downstream_and_not_listed() -> None:
    """ORIGINS-19."""
    case = Case().files("A", "B").origin("tank").says("A", "tank").says("B", "A", "tank")
    case.says("B", "tank")
    case.add(claim(1).replace(id="c"))
    (one,) = recounting(case, "A", ground_of(case))
    assert (one.before.files, one.after.files) == (2, 1)
    assert one.differs
    assert [x.differs for x in recounting(case, "tank", ground_of(case))] == [True]
    lone = Case().files("A").origin("tank").says("A", claim="c").cites("A", "tank", "mentions")
    assert fallen(lone, "tank", ground_of(lone)) == ()


def test_a_range_is_told_as_one() -> None:
    """ORIGINS-19."""
    case = Case().files("A", "B").origin("tank").says("A", "tank", claim="c1").says("B", claim="c1")
    case.add(claim(1))
    assert recounted_words(case, fallen(case, "tank", ground_of(case))) == "C1 from 1–2 to 0–1"


def test_what_was_withdrawn_is_listed_by_number() -> None:
    """ORIGINS-19."""
    case = _marked(_marked(_case(), "tank", "retracted"), "office", "corrected")
    case.records["tank"] = case.get(Source, "tank").replace(number=7)
    assert [one.id for one in withdrawn(case)] == ["office", "tank"]
    assert isinstance(case.find("c1"), Claim)


def test_sources_that_cite_each_other_are_followed_once() -> None:
    """ORIGINS-19."""
    case = _case().cites("tank", "C").cites("C", "tank", "mentions").cites("C", "office")
    case.cites("A", "C").cites("A", "tank")
    assert downstream(case, "tank") == ("c1", "c2", "c4")


def test_the_whole_count_can_be_asked_for_beside_the_present_one() -> None:
    """ORIGINS-19."""
    case = _marked(_case(), "tank", "retracted")
    ground = ground_of(case)
    assert count(case, "c2", ground).n_min == 0
    assert count(case, "c2", ground.as_if_all_current()).n_min == 1
    assert ground.retracted == {"tank"}
