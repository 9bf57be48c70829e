"""Where a claim comes from as stations and routes: what is drawn, folded, grouped and named."""

from evidence_board.analysis.chart import UNTRACED, Chart, chart_of, ways_through
from evidence_board.analysis.lineage import ground_of
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from tests.analysis.graphs import Case


def _drawn(case: Case, claim: str = "c", *, relays: bool = False, folded: str = "") -> Chart:
    ground = ground_of(case)
    return chart_of(case, claim, ground, folded=frozenset(folded.split()), fold_relays=relays)


def _parts(chart: Chart) -> dict[str, str]:
    return {one.key: one.part for one in chart.stations}


def _steps(chart: Chart) -> set[tuple[str, str, str]]:
    return {(one.nearer, one.farther, one.type) for one in chart.routes}


def _relayed() -> Case:
    case = Case().files("A", "B").origin("wire", None).origin("tank")
    return case.says("A", "wire", "tank").says("B", "tank").cites("A", "wire", "relays")


def test_carriers_relays_and_origins_are_told_apart() -> None:
    """ORIGINS-1."""
    chart = _drawn(_relayed())
    told = {"c": "claim", "A": "carrier", "B": "carrier", "wire": "relay", "tank": "origin"}
    assert _parts(chart) == told


def test_a_route_has_the_type_of_its_citation_or_is_one_of_chains_only() -> None:
    """ORIGINS-1."""
    assert _steps(_drawn(_relayed())) == {
        ("c", "A", "asserts"),
        ("c", "B", "asserts"),
        ("A", "wire", "relays"),
        ("wire", "tank", "chain"),
        ("B", "tank", "chain"),
    }


def test_a_route_names_the_records_that_make_it() -> None:
    """ORIGINS-1."""
    route = next(one for one in _drawn(_relayed()).routes if one.farther == "wire")
    citation, said = route.records
    assert (citation, said[0]) == ("A-relays-wire", "a")


def test_the_ways_through_a_station_lead_from_the_claim_to_its_origins() -> None:
    """ORIGINS-1."""
    chart = _drawn(_relayed())
    through = {("c", "A"), ("A", "wire"), ("wire", "tank")}
    assert ways_through(chart, "wire") == through
    assert ways_through(chart, "tank") == {*through, ("c", "B"), ("B", "tank")}
    assert ways_through(chart, "c") == {(one.nearer, one.farther) for one in chart.routes}


def test_ways_that_go_round_end() -> None:
    """ORIGINS-2."""
    case = Case().files("A", "B").says("A").cites("A", "B").cites("B", "A")
    assert ways_through(_drawn(case), "A") == {("c", "A"), ("A", "B"), ("B", "A")}


def test_a_mention_is_not_drawn() -> None:
    """ORIGINS-1."""
    case = Case().files("A").origin("tank").says("A").cites("A", "tank", "mentions")
    assert "tank" not in _parts(_drawn(case))


def test_a_source_in_its_own_voice_has_an_unknown_station_behind_it() -> None:
    """ORIGINS-3."""
    chart = _drawn(Case().files("A").says("A"))
    behind = chart.station(f"{UNTRACED}A")
    assert behind is not None
    assert (behind.part, behind.known, behind.record) == ("origin", False, "A")
    assert ("A", f"{UNTRACED}A", "chain") in _steps(chart)


def test_a_held_report_of_an_origin_is_the_origin_itself() -> None:
    """ORIGINS-3."""
    case = Case().files("report")
    case.records["report"] = case.get(type(case.records["report"]), "report").replace(
        origin_kind="identified"
    )
    chart = _drawn(case.says("report"))
    assert _parts(chart) == {"c": "claim", "report": "origin"}


def test_a_loop_is_named_and_marked() -> None:
    """ORIGINS-2."""
    case = Case().files("A", "B").says("A").cites("A", "B").cites("B", "A")
    chart = _drawn(case)
    assert chart.loops == (("A", "B"),)
    assert {one.key for one in chart.stations if one.looped} == {"A", "B"}


def test_a_loop_that_one_of_them_saw_is_none() -> None:
    """ORIGINS-2."""
    case = Case().files("A").origin("official").says("A")
    case.cites("A", "official").cites("official", "A").says("official", observed=True)
    assert _drawn(case).loops == ()


def test_relays_fold_into_the_routes_that_pass_through_them() -> None:
    chart = _drawn(_relayed(), relays=True)
    assert "wire" not in _parts(chart)
    folded = next(one for one in chart.routes if one.nearer == "A")
    assert (folded.farther, folded.via) == ("tank", ("wire",))


def test_several_relays_in_a_row_fold_and_one_that_goes_round_ends() -> None:
    case = Case().files("A").origin("r", None).origin("s", None).origin("tank")
    case.says("A").cites("A", "r").cites("r", "s").cites("s", "r").cites("s", "tank")
    chart = _drawn(case, relays=True)
    assert [(one.farther, one.via) for one in chart.routes if one.nearer == "A"] == [
        ("tank", ("r", "s"))
    ]


def test_a_group_folds_into_one_station_with_all_routes_to_it() -> None:
    """ORIGINS-4."""
    case = Case().files("A", "B").origin("x", group="g").origin("y", group="g")
    case.says("A", "x").says("B", "y")
    open_ = _drawn(case)
    assert {one.root for one in open_.stations if one.part == "origin"} == {"g"}
    folded = _drawn(case, folded="g")
    station = folded.station("g")
    assert station is not None
    assert station.members == ("x", "y")
    assert {("A", "g", "chain"), ("B", "g", "chain")} <= _steps(folded)


def test_a_group_of_one_has_nothing_to_fold() -> None:
    case = Case().files("A").origin("x", group="g").says("A", "x")
    assert _drawn(case, folded="g") == _drawn(case)


def test_members_that_rest_on_each_other_are_one_when_folded() -> None:
    case = Case().files("A", "B").origin("x", group="g").origin("y", group="g")
    case.says("A", "x").says("B", "y").says("A", "x", "y", claim="d")
    case.add(Claim(id="j", text="j", kind="judgement"))
    for one in ("c", "d"):
        case.add(Link(id=f"{one}-j", from_id=one, to_id="j", type="supports"))
    folded = _drawn(case, "j", folded="g")
    assert all(one.nearer != one.farther for one in folded.routes)


def test_a_judgement_is_drawn_with_the_claims_that_support_it() -> None:
    """ORIGINS-7."""
    case = _relayed().add(Claim(id="j", text="j", kind="judgement"))
    case.add(Link(id="l", from_id="c", to_id="j", type="supports"))
    chart = _drawn(case, "j")
    assert [one.key for one in chart.stations if one.part == "claim"] == ["j", "c"]
    assert ("j", "c", "supports") in _steps(chart)


def test_what_supports_a_reported_claim_is_no_part_of_its_drawing() -> None:
    """ORIGINS-7."""
    case = _relayed().says("B", claim="d")
    case.add(Link(id="l", from_id="d", to_id="c", type="supports"))
    assert "d" not in _parts(_drawn(case))


def test_claims_that_support_each_other_are_drawn_once() -> None:
    case = _relayed()
    for one in ("j", "k"):
        case.add(Claim(id=one, text=one, kind="judgement"))
    for one, other in (("j", "k"), ("k", "j"), ("c", "k")):
        case.add(Link(id=f"{one}{other}", from_id=one, to_id=other, type="supports"))
    chart = _drawn(case, "j")
    assert sorted(one.key for one in chart.stations if one.part == "claim") == ["c", "j", "k"]


def test_a_station_that_is_not_there_is_none() -> None:
    assert _drawn(_relayed()).station("nobody") is None
