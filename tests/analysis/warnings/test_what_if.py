"""What is found under a what-if: every sentence tells the supposed state, not the real one."""

from evidence_board.analysis.ceiling import ceiling_of
from evidence_board.analysis.clashes import open_rivals
from evidence_board.analysis.credibility import suggested
from evidence_board.analysis.recount import Recount
from evidence_board.analysis.warnings import (
    circular,
    contradictions,
    rules,
    support_loop,
    ungraded,
    unreasoned_link,
    untraced,
    whole_over_part,
    withdrawn_sources,
)
from evidence_board.analysis.warnings.inquiry import Inquiry, Known
from evidence_board.analysis.warnings.survey import survey
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.source import Source
from tests.analysis.graphs import Case
from tests.analysis.warnings.cases import claim, link


def _told(case: Case, kind: str, *muted: str) -> list[str]:
    """Return the sentences of one kind with some things taken for gone."""
    counts = Recount(case)
    counts.mute(frozenset(muted))
    found = survey(Inquiry(case, known=Known(counts)))
    return [rules.sentence(case, one) for one in found if one.kind == kind]


def test_a_circle_is_told_to_have_no_origin_where_the_other_ones_are_taken_for_gone() -> None:
    """WARN-5 and WARN-33."""
    case = Case().files("a", "b", "d").origin("o").cites("a", "b").cites("b", "a")
    case.add(claim(1))
    case.add(Assertion(id="round", claim="c1", source="a"))
    case.add(Assertion(id="own", claim="c1", source="d", chain=("d", "o")))
    start = "Some sources of C1 only cite each other in a circle"
    assert _told(case, circular.KIND) == [f"{start}: they add no origin."]
    assert _told(case, circular.KIND, "o") == [f"{start}: it has no origin."]
    assert _told(case, circular.KIND, "a", "b") == []


def test_a_loop_of_support_is_broken_by_a_link_that_is_taken_for_gone() -> None:
    """WARN-4 and WARN-33."""
    case = Case().add(claim(1), claim(2), link(1, 2), link(2, 1))
    assert len(_told(case, support_loop.KIND)) == 1
    assert _told(case, support_loop.KIND, "l1-supports-2") == []


def test_a_contradiction_that_is_taken_for_gone_is_none() -> None:
    """WARN-33."""
    graded = {"credibility": "2", "status": "open"}
    case = Case().add(claim(1, **graded), claim(2, **graded), link(1, 2, "contradicts"))
    line = "l1-contradicts-2"
    assert len(_told(case, contradictions.KIND)) == 1
    assert _told(case, contradictions.KIND, line) == []
    one, gone = case.get(Claim, "c1"), frozenset({line})
    assert [rival.id for rival in open_rivals(case, one)] == ["c2"]
    assert open_rivals(case, one, gone) == ()


def test_suggestions_do_not_speak_of_a_contradiction_that_is_taken_for_gone() -> None:
    """GRADE-1 and WARN-33."""
    case = Case().files("a", "b").origin("o").origin("p")
    case.add(claim(1), claim(2, credibility="1", status="open"), link(1, 2, "contradicts"))
    for carrier, origin in (("a", "o"), ("b", "p")):
        case.says(carrier, origin, claim="c1", observed=True).add(claim(1))
    counts, one = Recount(case), case.get(Claim, "c1")
    assert suggested(case, one, counts.ground).digit == "5"
    assert ceiling_of(case, one, counts.ground, counts.origins(one)).term == "moderate"
    counts.mute(frozenset({"l1-contradicts-2"}))
    assert suggested(case, one, counts.ground).digit == "1"
    assert ceiling_of(case, one, counts.ground, counts.origins(one)).term == "high"


def test_linked_premises_that_are_all_taken_for_gone_are_needed_by_nothing() -> None:
    """WARN-12 and WARN-33: nothing else supports the whole then."""
    case = Case().add(
        claim(1, kind="judgement", likelihood="very likely"),
        claim(2, likelihood="unlikely"),
        claim(3, likelihood="unlikely"),
        link(2, 1, group="g"),
        link(3, 1, group="g"),
    )
    both = ("l2-supports-1", "l3-supports-1")
    assert len(_told(case, whole_over_part.KIND)) == 2
    assert len(_told(case, whole_over_part.KIND, both[0])) == 1
    assert _told(case, whole_over_part.KIND, *both) == []


def test_a_link_that_is_taken_for_gone_needs_no_reason() -> None:
    """WARN-21 and WARN-33."""
    case = Case().add(claim(1), claim(2), link(1, 2, why=""))
    assert len(_told(case, unreasoned_link.KIND)) == 1
    assert _told(case, unreasoned_link.KIND, "l1-supports-2") == []


def test_what_a_source_said_is_not_looked_at_where_it_is_taken_for_gone() -> None:
    """WARN-22, WARN-23, WARN-24 and WARN-33."""
    case = Case().files("a", "b").add(claim(1), claim(2))
    case.add(excerpt_of("a", "capture-a", "The ferry left.", 0, 9).replace(id="x", number=1))
    case.add(
        Assertion(id="one", claim="c1", source="a", excerpt="x"),
        Assertion(id="two", claim="c1", source="b"),
        Assertion(id="three", claim="c2", source="b"),
    )
    assert _told(case, untraced.UNTRACED) == [
        "C1: 2 statements have no origin traced.",
        "C2: 1 statement has no origin traced.",
    ]
    assert _told(case, untraced.UNTRACED, "b") == ["C1: 1 statement has no origin traced."]
    wordless = "{} is tied to no words of a source and is marked analyst."
    assert _told(case, untraced.WORDLESS) == [wordless.format("C2")]
    assert _told(case, untraced.WORDLESS, "a") == [wordless.format("C1"), wordless.format("C2")]
    assert len(_told(case, ungraded.KIND)) == 2
    assert len(_told(case, ungraded.KIND, "a")) == 1


def test_what_rests_on_a_corrected_source_only_through_what_is_taken_for_gone_is_not_told() -> None:
    """WARN-35 and WARN-33."""
    case = (
        Case().files("a", "b").cites("b", "a").add(Source(id="a", number=1, standing="corrected"))
    )
    case.add(claim(1), claim(2), claim(3, kind="judgement"), link(2, 3))
    case.add(Assertion(id="one", claim="c1", source="a"))
    case.add(Assertion(id="two", claim="c2", source="b"))

    def resting(*muted: str) -> list[str]:
        return [one.split("; ")[1][:14] for one in _told(case, withdrawn_sources.CORRECTED, *muted)]

    assert resting() == ["C1, C2 and C3 "]
    assert resting("l2-supports-3") == ["C1 and C2 rest"]
    assert resting("b") == ["C1 rests on it"]
    assert resting("a") == []
