"""What a claim falls with, the stricter count, and what is left when something is muted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from evidence_board.analysis.closure import closed_count
from evidence_board.analysis.independence import Independence, independence_of
from evidence_board.analysis.lineage import ground_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from tests.analysis.graphs import Case


def _found(case: Case, claim: str = "c", mute: Sequence[str] = ()) -> Independence:
    return independence_of(case, claim, ground_of(case), frozenset(mute))


def _files() -> Case:
    return Case().files("A", "B", "C", "D")


def _argued(kind: str = "judgement") -> Case:
    """Make a claim c, and two that could support it: d by A from x, e by B from y."""
    case = Case().files("A", "B").origin("x").origin("y")
    case.says("A", "x", claim="d").says("B", "y", claim="e")
    return case.add(Claim(id="c", text="c", kind=kind))  # type: ignore[arg-type]  # one of its words


def _supports(case: Case, *premises: str, linked: bool = False, end: str = "c") -> Case:
    group = f"all-of-{'-'.join(premises)}" if linked else None
    for one in premises:
        id = f"{one}-{end}"
        case.add(Link(id=id, from_id=one, to_id=end, type="supports", group=group))
    return case


@dataclass(frozen=True)
class Expected:
    single: tuple[str, ...] = ()
    cuts: tuple[int, int, int] = (0, 0, 0)
    strict: int = 0
    saw: tuple[int, int] = (0, 0)
    """How many origins observed, how many only assert."""
    mute: tuple[str, ...] = field(default=())


CASES: dict[str, tuple[Case, Expected]] = {
    "nobody says it": (Case().add(Claim(id="c", text="c")), Expected()),
    "one file and one origin are both single points": (
        _files().origin("x").says("A", "x"),
        Expected(("A", "x"), (1, 1, 1), 1, (0, 1)),
    ),
    "four files of one origin fall with it": (
        _files().origin("x").says("A", "x").says("B", "x").says("C", "x").says("D", "x"),
        Expected(("x",), (1, 4, 1), 1, (0, 1)),
    ),
    "a relay all pass through is a single point too": (
        _files().origin("wire", None).origin("x").says("A", "wire", "x").says("B", "wire", "x"),
        Expected(("wire", "x"), (1, 2, 1), 1, (0, 1)),
    ),
    "two origins in one file fall with the file": (
        _files().origin("x").origin("y").says("A", "x").says("A", "y"),
        Expected(("A",), (2, 1, 1), 2, (0, 2)),
    ),
    "two ways apart have none": (
        _files().origin("x").origin("y").says("A", "x").says("B", "y", observed=True),
        Expected((), (2, 2, 2), 2, (1, 1)),
    ),
    "members of a group are one": (
        _files().origin("x", group="g").origin("y", group="g").says("A", "x").says("B", "y"),
        Expected(("g",), (1, 2, 1), 1, (0, 1)),
    ),
    "a root that nobody knows holds a claim up, and is no origin": (
        _files().says("A"),
        Expected(("A",), (1, 1, 1), 0, (0, 0)),
    ),
    "what only goes round holds nothing up": (
        _files().says("A").cites("A", "B").cites("B", "A"),
        Expected(),
    ),
    "one origin that depends partly on another is not apart from it": (
        _files()
        .origin("x")
        .origin("y")
        .says("A", "x")
        .says("B", "y")
        .cites("x", "y", "depends partly"),
        Expected((), (2, 2, 2), 1, (0, 2)),
    ),
    "two that depend partly on a third are not apart either": (
        _files()
        .origin("x")
        .origin("y")
        .origin("z")
        .says("A", "x")
        .says("B", "y")
        .cites("x", "z", "depends partly")
        .cites("y", "z", "depends partly"),
        Expected((), (2, 2, 2), 1, (0, 2)),
    ),
    "one of two reasons may fall": (
        _supports(_argued(), "d", "e"),
        Expected((), (2, 2, 2), 2, (0, 2)),
    ),
    "linked premises fall with either": (
        _supports(_argued(), "d", "e", linked=True),
        Expected(("A", "B", "x", "y"), (1, 1, 1), 2, (0, 2)),
    ),
    "linked premises of which one has no support are none": (
        _supports(_argued().add(Claim(id="f", text="f")), "d", "f", linked=True),
        Expected(),
    ),
    "a muted origin is not there": (
        _files().origin("x").origin("y").says("A", "x").says("B", "y"),
        Expected(("B", "y"), (1, 1, 1), 1, (0, 1), mute=("x",)),
    ),
    "a relay does not become the origin when its own is muted": (
        _files().origin("wire").origin("x").says("A", "wire", "x"),
        Expected(mute=("x",)),
    ),
    "a muted group takes all its members along": (
        _files().origin("x", group="g").origin("y", group="g").says("A", "x").says("B", "y"),
        Expected(mute=("g",)),
    ),
    "a muted link carries nothing": (
        _supports(_argued(), "d", "e"),
        Expected(("B", "y"), (1, 1, 1), 1, (0, 1), mute=("d-c",)),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_as_independent_as_the_rule_says(name: str) -> None:
    case, expected = CASES[name]
    found = _found(case, mute=expected.mute)
    assert found.single_points == expected.single
    assert (found.cut_origins, found.cut_carriers, found.cut_any) == expected.cuts
    assert found.n_min_strict == expected.strict
    assert (found.observed, found.asserted) == expected.saw
    if not expected.mute:
        assert found.origins == closed_count(case, case.get(Claim, "c"))


def test_a_reported_claim_does_not_stand_by_what_supports_it() -> None:
    found = _found(_supports(_argued("reported"), "d", "e"))
    assert (found.origins.n_max, found.cut_any) == (0, 0)


def test_a_judgement_does_not_stand_by_itself() -> None:
    case = _supports(Case().add(Claim(id="c", text="c", kind="judgement")), "c")
    case = _supports(case.add(Claim(id="d", text="d", kind="judgement")), "d")
    assert _found(_supports(case, "c", end="d")).origins.n_max == 0


def test_a_source_may_be_the_origin_of_one_premise_and_a_relay_of_another() -> None:
    case = Case().files("A").origin("x").says("A", "x", claim="d").says("A", claim="e")
    case = _supports(case.add(Claim(id="c", text="c", kind="judgement")), "d", "e")
    found = _found(case)
    assert (found.origins.groups, found.origins.unattributed) == (("x",), ("A",))
    assert found.single_points == ("A",)


def test_muting_says_which_files_are_left() -> None:
    case = _files().origin("x").origin("y").says("A", "x").says("B", "x").says("C", "y")
    assert _found(case).origins.files == 3
    assert _found(case, mute=["x"]).origins.files == 1
    assert _found(case, mute=["A"]).origins.files == 2


def test_where_too_many_ways_would_have_to_be_tried_it_says_unknown() -> None:
    """Every one of fourteen carriers cites each of fourteen relays, which lead to as many."""
    case = Case()
    for row in range(14):
        case.files(f"A{row}").origin(f"R{row}", None).origin(f"O{row}")
    for row in range(14):
        case.says(f"A{row}").cites(f"R{row}", f"O{row}")
        for other in range(14):
            case.cites(f"A{row}", f"R{other}")
    found = _found(case)
    assert found.cut_origins == 14
    assert found.cut_any in (None, 14)


def test_an_assertion_by_a_source_that_cannot_be_found_out_is_unknown_to_all() -> None:
    case = Case().files("A").add(Claim(id="c", text="c"))
    case.add(Assertion(id="a", claim="c", source="A", chain=()))
    assert _found(case).origins.unattributed == ("A",)


def test_what_two_analysts_of_two_images_both_infer_is_observed_by_none() -> None:
    """ORIGINS-16."""
    case = Case().files("A", "B").origin("x", group="image-1").origin("y", group="image-2")
    found = _found(case.says("A", "x").says("B", "y"))
    assert (found.origins.n_min, found.observed, found.asserted) == (2, 0, 2)


def test_a_conclusion_that_leans_on_an_official_depends_partly_the_observation_does_not() -> None:
    """ORIGINS-17."""
    case = Case().files("A", "B").origin("report").origin("official")
    case.says("A", "report", claim="seen", observed=True)
    case.says("A", "report", claim="c").says("B", "official", claim="c")
    case.cites("report", "official", "depends partly")
    seen, concluded = _found(case, "seen"), _found(case, "c")
    assert (seen.origins.n_min, seen.n_min_strict, seen.observed) == (1, 1, 1)
    assert (concluded.origins.n_min, concluded.n_min_strict) == (2, 1)
