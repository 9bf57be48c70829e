"""Counting on after a change: only what it touches is counted anew, and all of that."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_board.analysis.closure import closed_count
from evidence_board.analysis.independence import independence_of
from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.recount import Recount
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from tests.analysis.graphs import Case

NAMES, CLAIMS = "ABCDE", ("c", "d", "j", "k")


def _start() -> Case:
    case = Case().files("A", "B")
    for name in "CDE":
        case.origin(name)
    for claim in CLAIMS:
        case.add(Claim(id=claim, text=claim, kind="judgement" if claim in "jk" else "reported"))
    return case.says("A", "C").says("B", claim="d")


def _draw_record(data: st.DataObject, case: Case) -> tuple[Record | None, Record | None]:
    """Return one record before and after a change that the case can take."""
    name, other = (data.draw(st.sampled_from(NAMES)) for _ in range(2))
    claim, further = (data.draw(st.sampled_from(CLAIMS)) for _ in range(2))
    place = data.draw(st.integers(0, 3))
    makers: dict[str, Callable[[], Record]] = {
        "citation": lambda: Citation(
            id=f"cite{place}",
            from_id=name,
            to_id=other,
            type=data.draw(st.sampled_from(["quotes", "relays", "mentions", "depends partly"])),
        ),
        "assertion": lambda: Assertion(
            id=f"said{place}",
            claim=claim,
            source=name,
            chain=() if name == other else (name, other),
            observed=data.draw(st.booleans()),
        ),
        "link": lambda: Link(
            id=f"link{place}",
            from_id=claim,
            to_id=further,
            type=data.draw(st.sampled_from(["supports", "contradicts"])),
            group=data.draw(st.sampled_from([None, "g"])),
        ),
        "source": lambda: Source(
            id=name,
            origin_kind=data.draw(st.sampled_from([None, "identified", "anonymous", "unknown"])),
            affiliation=data.draw(st.sampled_from(["", "Navy"])),
            standing=data.draw(st.sampled_from(["current", "retracted"])),
        ),
        "claim": lambda: Claim(
            id=claim,
            text=claim,
            kind=data.draw(st.sampled_from(["reported", "judgement", "assumption"])),
            status=data.draw(st.sampled_from(["open", "withdrawn"])),
        ),
        "capture": lambda: Case().files(name).all(Capture)[0],
    }
    made = makers[data.draw(st.sampled_from(sorted(makers)))]()
    before = case.find(made.id)
    lasting = isinstance(made, Source | Claim)
    return before, None if before and not lasting and data.draw(st.booleans()) else made


def _change(case: Case, before: Record | None, after: Record | None) -> ChangeSet:
    if after is None:
        assert before is not None
        del case.records[before.id]
    else:
        case.records[after.id] = after
    return ChangeSet((Change(before, after),))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_after_each_change_every_claim_counts_as_if_counted_for_the_first_time(
    data: st.DataObject,
) -> None:
    """ORIGINS-20."""
    case = _start()
    recount = Recount(case)
    for _ in range(data.draw(st.integers(1, 8))):
        known = {one.id: recount.origins(one) for one in case.all(Claim)}
        for id in known:
            recount.independence(id)
        touched = recount.apply(_change(case, *_draw_record(data, case)))
        assert touched is not None
        ground = ground_of(case)
        for claim in case.all(Claim):
            plain = closed_count(case, claim, ground)
            assert recount.origins(claim) == plain
            assert recount.independence(claim.id) == independence_of(case, claim.id, ground)
            assert claim.id in touched or plain == known[claim.id]


def test_claims_that_a_citation_does_not_reach_stay_counted() -> None:
    """ORIGINS-20."""
    case = _start()
    recount = Recount(case)
    counted = [recount.independence(one.id) for one in case.all(Claim)]
    changes = _change(case, None, Citation(id="x", from_id="A", to_id="D", type="quotes"))
    assert recount.apply(changes) == frozenset({"c"})
    assert not recount.knows("c")
    assert recount.knows("d")
    assert recount.independence("d") is counted[1]


def test_a_change_set_that_was_heard_of_twice_is_felt_once() -> None:
    """ORIGINS-20."""
    case = _start()
    recount = Recount(case)
    recount.origins(case.get(Claim, "c"))
    changes = _change(case, None, Citation(id="x", from_id="A", to_id="D", type="quotes"))
    first = recount.apply(changes)
    found = recount.origins(case.get(Claim, "c"))
    assert recount.apply(changes) is first
    assert recount.origins(case.get(Claim, "c")) is found


def test_so_many_changes_that_counting_anew_is_quicker_forget_all() -> None:
    """ORIGINS-20."""
    case = _start()
    recount = Recount(case)
    recount.origins(case.get(Claim, "c"))
    new = [Source(id=f"s{place}") for place in range(500)]
    case.add(*new)
    assert recount.apply(ChangeSet(tuple(Change(None, one) for one in new))) is None


def test_a_source_on_which_many_claims_rest_is_not_followed_to_all_of_them() -> None:
    """ORIGINS-20."""
    case = _start()
    for place in range(20_100):
        case.records[f"said{place}"] = Assertion(id=f"said{place}", claim="c", source="B")
    recount = Recount(case)
    recount.origins(case.get(Claim, "c"))
    changes = _change(case, None, Citation(id="x", from_id="B", to_id="D", type="quotes"))
    assert recount.apply(changes) is None
    assert recount.origins(case.get(Claim, "c")).groups == ("C", "D")


def test_what_is_muted_counts_as_gone_until_it_is_let_back() -> None:
    """ORIGINS-21."""
    case = _start()
    recount = Recount(case)
    claim = case.get(Claim, "c")
    assert recount.origins(claim).n_min == 1
    recount.mute({"C"})
    assert recount.origins(claim).n_min == 0
    recount.mute(frozenset())
    assert recount.origins(claim).n_min == 1


def test_a_judgement_counts_on_without_a_muted_link_by_whichever_way_it_is_asked() -> None:
    """ORIGINS-21."""
    case = _start()
    case.add(Link(id="l1", from_id="c", to_id="j", type="supports"))
    case.add(Link(id="l2", from_id="d", to_id="j", type="supports"))
    recount = Recount(case)
    judgement = case.get(Claim, "j")
    assert recount.origins(judgement).files == 2
    recount.mute({"l1"})
    assert recount.origins(judgement).files == 1
    by_parts = closed_count(case, judgement, recount.ground)
    assert (by_parts.files, by_parts.n_max) == (1, 1)
    recount.mute(frozenset())
    assert recount.origins(judgement).files == 2


def test_a_retraction_reaches_the_claims_behind_it_and_no_others() -> None:
    """ORIGINS-19 and ORIGINS-20."""
    case = _start()
    recount = Recount(case)
    counted = {one.id: recount.origins(one) for one in case.all(Claim)}
    taken = case.get(Source, "C").replace(standing="retracted")
    changes = ChangeSet((Change(case.get(Source, "C"), taken),))
    case.records["C"] = taken
    assert recount.apply(changes) == frozenset({"c"})
    assert recount.origins(case.get(Claim, "c")).n_min == 0
    assert recount.origins(case.get(Claim, "d")) is counted["d"]
    case.records["C"] = taken.replace(standing="current")
    recount.apply(ChangeSet((Change(taken, case.get(Source, "C")),)))
    assert recount.origins(case.get(Claim, "c")) == counted["c"]


def test_what_was_never_counted_needs_no_following() -> None:
    """ORIGINS-20."""
    case = _start()
    changes = _change(case, None, Citation(id="x", from_id="A", to_id="D", type="quotes"))
    assert Recount(case).apply(changes) is None


def test_what_an_origin_counts_as_reaches_the_claims_of_those_that_cite_it() -> None:
    """ORIGINS-20."""
    case = _start().cites("B", "E")
    recount = Recount(case)
    claim = case.get(Claim, "d")
    assert recount.origins(claim).groups == ("E",)
    before = case.get(Source, "E")
    changes = _change(case, before, before.replace(origin_kind="unknown"))
    assert recount.apply(changes) == frozenset({"d"})
    assert (recount.origins(claim).n_min, recount.origins(claim).n_max) == (0, 1)


def test_a_source_that_is_gone_is_forgotten() -> None:
    """ORIGINS-20."""
    case = _start()
    recount = Recount(case)
    for one in case.all(Claim):
        recount.origins(one)
    assert "E" in recount.ground.roots
    assert recount.apply(_change(case, case.get(Source, "E"), None)) == frozenset()
    assert "E" not in recount.ground.roots
