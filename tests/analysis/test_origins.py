"""Independent origins: each row of the table in the tradecraft notes, with its count by hand."""

from dataclasses import dataclass

import pytest

from evidence_board.analysis.origins import count, lineage, origins_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from tests.analysis.graphs import Case


@dataclass(frozen=True)
class Expected:
    files: int
    groups: set[str]
    unknown: set[str]
    circular: bool = False


def _outlets() -> Case:
    return Case().files("A", "B", "C")


def _press_and_official() -> Case:
    loop = Case().files("press").origin("official").says("press")
    return loop.cites("press", "official").cites("official", "press")


CASES: dict[str, tuple[Case, Expected]] = {
    "ORIGINS-5: nobody says it": (
        Case().add(Claim(id="c", text="c")),
        Expected(0, set(), set()),
    ),
    "ORIGINS-3: a file that says it in its own voice is no origin": (
        _outlets().says("A"),
        Expected(1, set(), {"A"}),
    ),
    "ORIGINS-8: wire copy in three outlets is one origin": (
        _outlets().origin("wire").says("A", "wire").says("B", "wire").says("C", "wire"),
        Expected(3, {"wire"}, set()),
    ),
    "ORIGINS-8: a wire agency that relays somebody else is a relay": (
        _outlets()
        .origin("wire", None)
        .origin("tank")
        .says("A", "wire", "tank")
        .says("B", "wire", "tank"),
        Expected(2, {"tank"}, set()),
    ),
    "ORIGINS-8: a reprint with a new byline rests on the first print": (
        _outlets().origin("tank").says("A", "tank").says("B").cites("B", "A", "republishes"),
        Expected(2, {"tank"}, set()),
    ),
    "ORIGINS-9: a translation is a relay": (
        _outlets().origin("ministry").says("A", "ministry").says("B").cites("B", "A", "translates"),
        Expected(2, {"ministry"}, set()),
    ),
    "ORIGINS-11: two translations of one remark are one origin": (
        _outlets()
        .origin("speaker")
        .says("A")
        .says("B")
        .cites("A", "speaker", "translates")
        .cites("B", "speaker", "translates"),
        Expected(2, {"speaker"}, set()),
    ),
    "ORIGINS-10: outlets that quote one anonymous official count one office": (
        _outlets()
        .origin("x", "anonymous", affiliation="Port  Authority")
        .origin("y", "anonymous", affiliation="port authority ")
        .says("A", "x")
        .says("B", "y"),
        Expected(2, {"x"}, set()),
    ),
    "ORIGINS-10: another affiliation is another group": (
        _outlets()
        .origin("x", "anonymous", affiliation="Port authority")
        .origin("y", "anonymous", affiliation="Navy")
        .says("A", "x")
        .says("B", "y"),
        Expected(2, {"x", "y"}, set()),
    ),
    "ORIGINS-10: without an affiliation an official is unknown": (
        _outlets()
        .origin("x", "anonymous", affiliation="  ")
        .origin("y", "anonymous")
        .says("A", "x")
        .says("B", "y"),
        Expected(2, set(), {"x", "y"}),
    ),
    "ORIGINS-4: the analyst's group goes before the affiliation": (
        _outlets()
        .origin("x", "anonymous", affiliation="Navy", group="state")
        .origin("y", "anonymous", affiliation="Navy")
        .origin("z", group="state")
        .says("A", "x")
        .says("B", "y")
        .says("C", "z"),
        Expected(3, {"state", "y"}, set()),
    ),
    "ORIGINS-4: spokesmen of one government are one group": (
        _outlets()
        .origin("x", group="state")
        .origin("y", group="state")
        .says("A", "x")
        .says("B", "y"),
        Expected(2, {"state"}, set()),
    ),
    "ORIGINS-4: a group with a known member is not counted again for an unknown one": (
        _outlets()
        .origin("x", group="state")
        .origin("y", "unknown", group="state")
        .says("A", "x")
        .says("B", "y"),
        Expected(2, {"state"}, set()),
    ),
    "ORIGINS-4: unknown roots of one group count once": (
        _outlets()
        .origin("x", "unknown", group="same-text")
        .origin("y", "unattributed", group="same-text")
        .says("A", "x")
        .says("B", "y"),
        Expected(2, set(), {"same-text"}),
    ),
    "ORIGINS-12: press and official that repeat each other are a loop": (
        _press_and_official(),
        Expected(1, set(), set(), circular=True),
    ),
    "ORIGINS-12: unless one of them shows knowledge of its own": (
        _press_and_official().says("official", observed=True),
        Expected(1, {"official"}, set()),
    ),
    "ORIGINS-2: a loop with a way out is a pass-through": (
        _press_and_official().origin("register").cites("official", "register"),
        Expected(1, {"register"}, set()),
    ),
    "ORIGINS-2: a source that cites itself is a loop": (
        _outlets().says("A").cites("A", "A"),
        Expected(1, set(), set(), circular=True),
    ),
    "ORIGINS-2: a loop beside an origin is told, and adds none": (
        _outlets().origin("tank").says("A").cites("A", "B").cites("B", "A").says("C", "tank"),
        Expected(2, {"tank"}, set(), circular=True),
    ),
    "ORIGINS-15: a re-blog leads to an unknown upstream": (
        _outlets().origin("upstream", "unknown").says("A", "upstream"),
        Expected(1, set(), {"upstream"}),
    ),
    "ORIGINS-16: analysts of two images are two groups": (
        _outlets()
        .origin("x", group="image-1")
        .origin("y", group="image-2")
        .says("A", "x")
        .says("B", "y"),
        Expected(2, {"image-1", "image-2"}, set()),
    ),
    "ORIGINS-4: analysts of one image are one": (
        _outlets()
        .origin("x", group="image-1")
        .origin("y", group="image-1")
        .says("A", "x")
        .says("B", "y"),
        Expected(2, {"image-1"}, set()),
    ),
    "ORIGINS-18: a party to the conflict counts as an origin": (
        _outlets().origin("party").says("A", "party"),
        Expected(1, {"party"}, set()),
    ),
    "ORIGINS-1: a mention is no lineage": (
        _outlets().origin("tank").says("A").cites("A", "tank", "mentions"),
        Expected(1, set(), {"A"}),
    ),
    "ORIGINS-1: leaning on it in part is no lineage either": (
        _outlets().origin("tank").says("A").cites("A", "tank", "depends partly"),
        Expected(1, set(), {"A"}),
    ),
    "ORIGINS-1: a file that rests on two origins carries both": (
        _outlets().origin("x").origin("y").says("A").cites("A", "x").cites("A", "y"),
        Expected(1, {"x", "y"}, set()),
    ),
    "ORIGINS-5: a source that is cited only is no file": (
        Case().origin("tank").says("tank"),
        Expected(0, {"tank"}, set()),
    ),
    "ORIGINS-5: two assertions in one file are one file": (
        _outlets().origin("x").origin("y").says("A", "x").says("A", "y"),
        Expected(1, {"x", "y"}, set()),
    ),
    "ORIGINS-5: an origin shared by a known and an unknown way": (
        _outlets().origin("tank").says("A", "tank").says("B"),
        Expected(2, {"tank"}, {"B"}),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_counts_as_the_rule_says(name: str) -> None:
    case, expected = CASES[name]
    found = count(case, "c")
    assert found.files == expected.files
    assert set(found.groups) == expected.groups
    assert set(found.unattributed) == expected.unknown
    assert found.circular is expected.circular
    assert found.n_min == len(expected.groups)
    assert found.n_max == len(expected.groups) + len(expected.unknown)
    assert origins_of(case)["c"] == found


def test_a_document_is_an_origin_for_one_claim_and_a_relay_for_another() -> None:
    case = Case().files("A").origin("tank").says("A", "tank", claim="c").says("A", claim="d")
    assert count(case, "c").groups == ("tank",)
    assert count(case, "d").unattributed == ("A",)


def test_the_same_office_has_the_same_id_in_every_claim() -> None:
    case = Case().files("A", "B")
    case.origin("x", "anonymous", affiliation="Navy").origin("y", "anonymous", affiliation="Navy")
    case.says("A", "x", claim="c").says("B", "y", claim="d")
    assert count(case, "c").groups == count(case, "d").groups == ("x",)


def test_a_chain_without_its_carrier_starts_at_the_carrier_all_the_same() -> None:
    case = Case().files("A").origin("tank").add(Claim(id="c", text="c"))
    case.add(Assertion(id="a", claim="c", source="A", chain=("tank",)))
    assert lineage(case, "c") == {"A": {"tank"}, "tank": frozenset()}


def test_an_assertion_without_a_chain_stands_for_its_carrier() -> None:
    case = Case().files("A").add(Claim(id="c", text="c"))
    case.add(Assertion(id="a", claim="c", source="A"))
    assert lineage(case, "c") == {"A": frozenset()}


def test_lineage_is_followed_behind_the_end_of_a_chain_only() -> None:
    case = Case().files("A").origin("wire", None).origin("tank").origin("other")
    case.says("A", "wire").cites("wire", "tank").cites("A", "other")
    assert count(case, "c").groups == ("tank",)


def test_a_lineage_of_ten_thousand_relays_is_walked_without_recursion() -> None:
    case = Case().files("A").says("A")
    case.origin("r0", None).cites("A", "r0")
    for n in range(10_000):
        case.origin(f"r{n + 1}", None).cites(f"r{n}", f"r{n + 1}")
    case.origin("tank").cites("r10000", "tank")
    assert count(case, "c").groups == ("tank",)


def test_an_expert_who_quotes_a_study_and_adds_a_view_is_the_origin_of_the_view_only() -> None:
    """ORIGINS-13."""
    case = Case().files("A").origin("expert").origin("study")
    case.says("A", "expert", "study", claim="c").says("A", "expert", claim="d")
    assert count(case, "c").groups == ("study",)
    assert count(case, "d").groups == ("expert",)


def test_what_many_read_in_one_register_has_one_basis() -> None:
    """ORIGINS-14."""
    case = Case().files("A", "B", "C").origin("register")
    for carrier in "ABC":
        case.says(carrier, "register")
    found = count(case, "c")
    assert (found.files, found.groups) == (3, ("register",))


def _standing(case: Case, id: str, standing: str) -> Case:
    case.records[id] = case.get(Source, id).replace(standing=standing)
    return case


def test_a_source_that_was_retracted_is_kept_and_counts_no_more_nor_what_rests_on_it() -> None:
    """ORIGINS-19."""
    case = Case().files("A", "B", "C").origin("tank").origin("office")
    case.says("A", "tank").says("B", "A", "tank").says("C", "office")
    assert count(case, "c").groups == ("tank", "office")
    _standing(case, "tank", "retracted")
    found = count(case, "c")
    assert (found.files, found.groups) == (3, ("office",)), "what they state is kept"
    assert case.find("tank") is not None
    assert count(_standing(case, "tank", "current"), "c").n_min == 2


def test_a_source_that_was_corrected_counts_as_before() -> None:
    """ORIGINS-19."""
    case = _standing(Case().files("A").origin("tank").says("A", "tank"), "tank", "corrected")
    assert count(case, "c").groups == ("tank",)


def test_a_retracted_relay_takes_along_only_what_has_no_other_way() -> None:
    """ORIGINS-19."""
    case = Case().files("A", "B").origin("wire", None).origin("tank")
    case.says("A", "wire", "tank").says("B", "tank")
    found = count(_standing(case, "wire", "retracted"), "c")
    assert (found.files, found.groups) == (2, ("tank",))
    found = count(_standing(case, "A", "retracted"), "c")
    assert (found.files, found.groups) == (1, ("tank",)), "a file that was retracted is none"


def test_a_source_where_one_chain_ends_is_no_origin_where_another_chain_leads_on() -> None:
    """ORIGINS-1: what one chain tells of a source holds for the claim, whoever states it."""
    case = Case().files("a", "c").origin("b").says("a", "b").says("c", "a")
    assert count(case, "c").groups == ("b",)
    assert count(case, "c").unattributed == ()


def test_a_chain_that_another_one_begins_is_followed_to_its_end() -> None:
    """ORIGINS-1."""
    case = Case().files("A").origin("r", None).origin("x").says("A", "x")
    case.add(Assertion(id="other", claim="c", source="A", chain=("r", "x")))
    assert count(case, "c").groups == ("x",)
