"""On what it rests that origins count apart: shown, assumed, or not judged."""

from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.origins import count
from evidence_board.analysis.verdicts import Paired, Tally, pairs_of, tally, verdicts_of
from evidence_board.model.independence import IndependenceTerm, IndependenceVerdict
from evidence_board.model.source import Source
from tests.analysis.graphs import Case


def _three() -> Case:
    case = Case().files("A", "B", "C").origin("tank").origin("office").origin("navy")
    return case.says("A", "tank").says("B", "office").says("C", "navy")


def _judged(
    case: Case, one: str, other: str, verdict: IndependenceTerm, reason: str = "So."
) -> Case:
    made = {"one": one, "other": other, "verdict": verdict, "reason": reason}
    return case.add(IndependenceVerdict(id=f"v{len(case.records)}", **made))  # type: ignore[arg-type]  # by name


def _pairs(case: Case) -> tuple[Paired, ...]:
    ground = ground_of(case)
    return pairs_of(count(case, "c", ground).groups, verdicts_of(case, ground))


def test_every_two_origins_are_told_those_that_nobody_judged_first() -> None:
    """ORIGINS-22."""
    case = _judged(_three(), "office", "tank", "shown", "Each took its own images.")
    _judged(case, "tank", "navy", "assumed", "Nothing links them.")
    assert _pairs(case) == (
        Paired("office", "navy"),
        Paired("tank", "navy", "assumed", "Nothing links them."),
        Paired("tank", "office", "shown", "Each took its own images."),
    )
    assert tally(_pairs(case)) == Tally(shown=1, assumed=1, unjudged=1)


def test_what_is_judged_apart_counts_as_it_did() -> None:
    """ORIGINS-22."""
    assert count(_judged(_three(), "tank", "office", "assumed"), "c") == count(_three(), "c")


def test_a_verdict_on_a_member_is_one_on_its_group() -> None:
    """ORIGINS-22."""
    case = _judged(_three(), "tank", "office", "shown")
    case.origin("office", group="state").origin("navy", group="state")
    assert _pairs(case) == (Paired("tank", "state", "shown", "So."),)


def test_of_several_verdicts_on_the_same_two_the_weakest_holds() -> None:
    """ORIGINS-22."""
    case = _judged(_judged(_three(), "tank", "office", "shown"), "tank", "navy", "assumed")
    case.origin("office", group="state").origin("navy", group="state")
    assert [one.verdict for one in _pairs(case)] == ["assumed"]
    _judged(case, "state", "tank", "shown")
    assert [one.verdict for one in _pairs(case)] == ["assumed"]


def test_a_verdict_on_what_counts_as_one_says_nothing() -> None:
    """ORIGINS-22."""
    case = _judged(_three(), "office", "navy", "shown")
    case.origin("office", group="state").origin("navy", group="state")
    assert verdicts_of(case, ground_of(case)) == {}
    assert case.get(Source, "office").group == "state"
