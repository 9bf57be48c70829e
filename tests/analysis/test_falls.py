"""What falls if these fall: what is left of a claim, the fewest that end it, what carries."""

from evidence_board.analysis.bearing import Bearing, bearings
from evidence_board.analysis.falls import Fall, capped, fall_of, falls
from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.support import support_of
from evidence_board.model.claim import Claim
from tests.analysis.graphs import Case


def _falls(case: Case, *gone: str) -> tuple[Fall, ...]:
    ground = ground_of(case)
    steps = list(falls(support_of(case, "c", ground), ground, frozenset(gone)))
    return steps[-1]


def _told(found: tuple[Fall, ...]) -> dict[tuple[str, ...], tuple[int, int, bool]]:
    return {one.taken: (one.lost, one.n_min, one.stands) for one in found}


def _one_origin() -> Case:
    case = Case().files("A", "B", "C").origin("wire", None).origin("x")
    return case.says("A", "wire", "x").says("B", "wire", "x").says("C", "x")


def test_each_source_and_origin_tells_what_is_left_without_it() -> None:
    """ORIGINS-6."""
    told = _told(_falls(_one_origin()))
    assert told[("x",)] == (3, 0, False)
    assert told[("wire",)] == (2, 1, True)
    assert told[("A",)] == (1, 1, True)


def test_what_brings_the_claim_down_goes_first_then_what_costs_most() -> None:
    """ORIGINS-6."""
    taken = [one.taken for one in _falls(_one_origin())]
    assert taken[:2] == [("x",), ("wire",)]


def test_the_fewest_that_bring_it_down_are_a_row_of_their_own() -> None:
    """ORIGINS-6."""
    case = Case().files("A", "B").origin("x").origin("y").says("A", "x").says("B", "y")
    told = _told(_falls(case))
    assert told[("x", "y")] == (2, 0, False)
    assert told[("A", "B")] == (2, 0, False)


def test_an_origin_whose_loss_leaves_each_file_another_one_is_told_too() -> None:
    """ORIGINS-6."""
    case = Case().files("A").origin("x").origin("y").says("A").cites("A", "x").cites("A", "y")
    assert _told(_falls(case))[("x",)] == (0, 1, True)


def test_of_a_group_with_one_member_here_only_the_member_is_told() -> None:
    """ORIGINS-4."""
    case = Case().files("A").origin("x", group="g").says("A", "x")
    assert ("g",) not in _told(_falls(case))


def test_of_a_group_with_several_members_here_the_group_is_told() -> None:
    """ORIGINS-4."""
    case = Case().files("A", "B").origin("x", group="g").origin("y", group="g")
    case.says("A", "x").says("B", "y")
    assert _told(_falls(case))[("g",)] == (2, 0, False)


def test_what_is_muted_already_is_no_row() -> None:
    """ORIGINS-21."""
    assert ("wire",) not in _told(_falls(_one_origin(), "wire"))


def test_nothing_falls_where_nothing_stands() -> None:
    case = Case().files("A").says("A").cites("A", "A")
    ground = ground_of(case)
    found = fall_of(support_of(case, "c", ground), ground, ())
    assert (found.stands, found.n_max, found.lost) == (False, 0, 1)
    assert _falls(case) == ()


def test_what_carries_most_claims_goes_first() -> None:
    """ORIGINS-6."""
    points = {"c": ("A", "x"), "d": ("x",), "e": ()}
    assert bearings(points) == (Bearing("x", ("c", "d")), Bearing("A", ("c",)))


def test_what_is_left_says_how_sure_one_may_be_then() -> None:
    """GRADE-6."""
    case = Case().files("A", "B").origin("x").origin("y")
    case.says("A", "x", observed=True).says("B", "y")
    ground = ground_of(case)
    steps = falls(support_of(case, "c", ground), ground)
    *_, found = capped(case, case.get(Claim, "c"), ground, steps)
    caps = {one.taken: one.cap for one in found}
    assert caps[("y",)] == "moderate", "the one that is left can be inspected"
    assert caps[("x",)] == "low", "the one that is left only asserts"
    assert {one.cap for one in found if not one.stands} == {None}
