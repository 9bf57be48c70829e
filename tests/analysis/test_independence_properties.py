"""What must hold of every lineage: what is taken away adds no origin, and order is no matter."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from evidence_board.analysis.independence import independence_of
from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.origins import count, origins_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation
from evidence_board.model.source import OriginKind, Source
from tests.analysis.graphs import Case

NAMES = "ABCDEF"
KIND = st.sampled_from([None, "identified", "anonymous", "unknown"])


@dataclass(frozen=True)
class Told:
    """A lineage as plain values."""

    kinds: dict[str, OriginKind | None]
    groups: dict[str, str | None]
    chains: tuple[tuple[str, ...], ...]
    cited: tuple[tuple[str, str], ...]

    def case(self, *, backwards: bool = False) -> Case:
        """Return it as an investigation; its records in one order or the other."""
        order = reversed if backwards else iter
        case = Case().add(Claim(id="c", text="c"))
        for name in order(NAMES):
            case.origin(name, self.kinds[name], group=self.groups[name])
        for place, chain in order([*enumerate(self.chains)]):
            case.add(Assertion(id=f"a{place}", claim="c", source=chain[0], chain=chain))
        for one, other in order(self.cited):
            case.add(Citation(id=f"{one}{other}", from_id=one, to_id=other, type="relays"))
        return case


NAME = st.sampled_from(NAMES)
LINEAGES = st.builds(
    Told,
    st.fixed_dictionaries({name: KIND for name in NAMES}),
    st.fixed_dictionaries({name: st.sampled_from([None, None, "g", "h"]) for name in NAMES}),
    st.lists(st.lists(NAME, min_size=1, max_size=3).map(tuple), max_size=4).map(tuple),
    st.sets(st.tuples(NAME, NAME), max_size=8).map(sorted).map(tuple),
)


@given(LINEAGES)
def test_the_order_of_records_does_not_matter(told: Told) -> None:
    found = [count(case, "c") for case in (told.case(), told.case(backwards=True))]
    assert {frozenset(one.groups) for one in found} == {frozenset(found[0].groups)}
    assert {frozenset(one.unattributed) for one in found} == {frozenset(found[0].unattributed)}
    assert found[0].circular == found[1].circular


@given(LINEAGES)
def test_counting_one_claim_all_claims_and_by_ways_are_the_same(told: Told) -> None:
    case = told.case()
    one = count(case, "c")
    assert origins_of(case)["c"] == one
    ways = independence_of(case, "c", ground_of(case)).origins
    assert (set(ways.groups), set(ways.unattributed)) == (set(one.groups), set(one.unattributed))
    assert (ways.files, ways.circular) == (one.files, one.circular)


@given(LINEAGES, NAME)
def test_one_more_carrier_of_a_known_origin_adds_no_origin(told: Told, name: str) -> None:
    before = count(told.case(), "c")
    roots = {*before.groups, *before.unattributed}
    if name in roots:
        case = told.case().files("new").says("new", name)
        assert count(case, "c").n_max == before.n_max


@given(LINEAGES, st.sets(st.sampled_from((*NAMES, "g")), min_size=1, max_size=3))
def test_what_is_muted_never_adds_an_origin(told: Told, gone: set[str]) -> None:
    case = told.case()
    ground = ground_of(case)
    before = independence_of(case, "c", ground).origins
    after = independence_of(case, "c", ground, frozenset(gone)).origins
    assert set(after.groups) <= set(before.groups)
    assert {*after.groups, *after.unattributed} <= {*before.groups, *before.unattributed}
    assert after.files <= before.files


@given(LINEAGES)
def test_merging_two_groups_never_adds_an_origin(told: Told) -> None:
    groups = {name: "g" if group == "h" else group for name, group in told.groups.items()}
    before = count(told.case(), "c")
    after = count(Told(told.kinds, groups, told.chains, told.cited).case(), "c")
    assert after.n_min <= before.n_min
    assert after.n_max <= before.n_max


@given(LINEAGES)
def test_the_stricter_count_is_never_more(told: Told) -> None:
    case = told.case().cites("A", "B", "depends partly").cites("C", "D", "depends partly")
    found = independence_of(case, "c", ground_of(case))
    assert found.n_min_strict <= found.origins.n_min
    assert found.observed + found.asserted == found.origins.n_min


@given(LINEAGES, st.sets(NAME, min_size=1, max_size=3))
def test_what_was_retracted_counts_as_what_is_muted_however_it_is_counted(
    told: Told, names: set[str]
) -> None:
    """ORIGINS-19 and ORIGINS-21."""
    case = told.case()
    muted = independence_of(case, "c", ground_of(case), frozenset(names))
    by_ground = count(case, "c", ground_of(case).without(frozenset(names)))
    for name in names:
        case.records[name] = case.get(Source, name).replace(standing="retracted")
    retracted = independence_of(case, "c", ground_of(case))
    kept = replace(retracted.origins, files=muted.origins.files)
    assert replace(retracted, origins=kept) == muted
    for one, other in ((count(case, "c"), retracted.origins), (by_ground, muted.origins)):
        assert (set(one.groups), set(one.unattributed)) == (
            set(other.groups),
            set(other.unattributed),
        )
        assert (one.files, one.circular) == (other.files, other.circular)
    assert muted.origins.files <= retracted.origins.files


@given(LINEAGES, st.sampled_from("gh"))
def test_a_muted_group_is_gone_in_every_way_of_counting(told: Told, group: str) -> None:
    """ORIGINS-21."""
    case = told.case()
    ground = ground_of(case)
    muted = independence_of(case, "c", ground, frozenset((group,))).origins
    one = count(case, "c", ground.without(frozenset((group,))))
    assert (one.files, set(one.groups), one.n_max) == (
        muted.files,
        set(muted.groups),
        muted.n_max,
    )
