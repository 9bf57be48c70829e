"""What is wrong with the evidence: altered copies, orphans, loops, shared origins, chains."""

from evidence_board.analysis.warnings import (
    altered_copies,
    circular,
    orphans,
    rules,
    shared_origin,
    support_loop,
    ungraded,
    untraced,
)
from evidence_board.analysis.warnings.inquiry import SLICE, Counted, Inquiry, Known
from evidence_board.analysis.warnings.survey import survey
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.link import Link
from evidence_board.model.source import OriginGroup, Source
from tests.analysis.graphs import Case
from tests.analysis.warnings.cases import claim, found, link, told

TEXT = "The ferry left at six. The crew stayed."


def _read(case: Case, text: str, altered: frozenset[str] = frozenset()) -> list[str]:
    """Return what is found where each capture has this text."""
    inquiry = Inquiry(case, text_of=lambda _capture: text, altered=altered)
    kinds = (orphans.KIND, altered_copies.KIND)
    return [rules.sentence(case, one) for one in survey(inquiry) if one.kind in kinds]


def _with_excerpts() -> Case:
    case = Case().files("s1").add(Source(id="s2", number=2))
    whole = excerpt_of("s1", "capture-s1", TEXT, 0, 14).replace(id="x1", number=1)
    part = Excerpt(
        id="x2", number=2, source="s1", start=0, end=0, exact="[a part]", region={"x": 0.1}
    )
    cited = excerpt_of("s2", None, TEXT, 0, 9).replace(id="x3", number=3)
    return case.add(Source(id="s1", number=1), whole, part, cited)


def test_an_excerpt_whose_words_are_gone_is_told_and_no_other() -> None:
    """WARN-2."""
    case = _with_excerpts()
    assert _read(case, TEXT) == []
    assert _read(case, "Something else.") == [
        "The words of X1 are not in the text of S1 any more: mark them anew."
    ]
    assert told(case, orphans.KIND) == [], "without texts nobody can say"


def test_what_is_known_to_be_orphaned_is_told_without_any_text() -> None:
    """WARN-2."""
    case = _with_excerpts()
    gone = orphans.orphaned(case, lambda _: "Another text.")
    assert gone == {"x1"}
    known = [one for one in orphans.find(Inquiry(case, orphaned=gone)) if one is not None]
    assert [one.records for one in known] == [("x1", "s1")]


def test_a_text_is_read_once_for_the_same_words() -> None:
    """WARN-2."""
    case, read = _with_excerpts(), list[str]()

    def text_of(capture: Capture) -> str:
        read.append(capture.id)
        return TEXT

    known = Known(Counted(case))
    for _ in range(2):
        survey(Inquiry(case, text_of=text_of, known=known))
    assert read == ["capture-s1"]
    case.add(excerpt_of("s1", "capture-s1", TEXT, 4, 14).replace(id="x1", number=1))
    survey(Inquiry(case, text_of=text_of, known=known))
    assert len(read) == 2


def test_an_altered_copy_is_told_with_its_source() -> None:
    """WARN-1."""
    case = _with_excerpts()
    assert _read(case, TEXT, altered=frozenset({"1" * 64})) == []
    assert _read(case, TEXT, altered=frozenset({"0" * 64})) == [
        "The stored copy of S1 is not what was captured: its SHA-256 differs."
    ]
    assert case.all(Capture)


def _supported(*origins: tuple[str, ...]) -> Case:
    """Let claims 1, 2, ... with these origins support claim 9."""
    case = Case().add(claim(9, kind="judgement"))
    for number, names in enumerate(origins, 1):
        case.files(f"f{number}").add(claim(number), link(number, 9))
        for name in names:
            case.origin(name)
            case.add(
                Assertion(
                    id=f"a{number}{name}",
                    claim=f"c{number}",
                    source=f"f{number}",
                    chain=(f"f{number}", name),
                )
            )
    return case


def test_two_supports_that_meet_in_one_origin_are_told() -> None:
    """WARN-10."""
    case = _supported(("csis",), ("csis", "rusi"), ("nyt",))
    case.add(Source(id="csis", publisher="CSIS", origin_kind="identified"))
    assert told(case, shared_origin.KIND) == [
        "C1 and C2 both support C9 and go back to CSIS: they count as one origin."
    ]


def test_three_supports_in_one_group_are_told_by_the_name_of_the_group() -> None:
    """WARN-10."""
    case = _supported(("a",), ("b",), ("c",)).add(OriginGroup(id="g", label="US government"))
    for id in "abc":
        case.add(Source(id=id, origin_kind="identified", group="g"))
    assert told(case, shared_origin.KIND) == [
        "C1, C2 and C3 all support C9 and go back to US government: they count as one origin."
    ]


def test_an_origin_that_is_gone_is_told_as_that() -> None:
    case = _supported(("csis",), ("csis",))
    (finding,) = found(case, shared_origin.KIND)
    assert "an origin that is gone" in shared_origin.tell(Case().add(claim(9)), finding)


def test_linked_premises_are_one_support() -> None:
    """WARN-10."""
    case = _supported(("csis",), ("csis",))
    case.add(link(1, 9, group="g"), link(2, 9, group="g"))
    assert told(case, shared_origin.KIND) == []


def test_supports_with_origins_of_their_own_are_not_told() -> None:
    """WARN-10."""
    assert told(_supported(("csis",), ("rusi",)), shared_origin.KIND) == []


def test_a_claim_that_supports_itself_is_told_with_the_shortest_way_round() -> None:
    """WARN-4."""
    case = Case().add(*(claim(number) for number in range(1, 6)))
    case.add(link(3, 2), link(2, 5), link(5, 3), link(2, 4), link(4, 5), link(1, 2))
    (finding,) = found(case, support_loop.KIND)
    assert finding.records == ("c2", "c5", "c3")
    assert told(case, support_loop.KIND) == [
        "C2 supports itself, through C5 and C3: cut one of the links."
    ]
    del case.records["l5-supports-3"]
    assert told(case, support_loop.KIND) == []


def test_a_long_way_round_is_cut_short() -> None:
    """WARN-4."""
    case = Case().add(*(claim(number) for number in range(1, 9)))
    case.add(*(link(number, number % 8 + 1) for number in range(1, 9)))
    assert told(case, support_loop.KIND) == [
        "C1 supports itself, through C2, C3, C4, C5, C6 and others: cut one of the links."
    ]


def test_a_loop_of_very_many_is_looked_for_in_steps() -> None:
    """WARN-29."""
    count = 3 * SLICE
    case = Case().add(*(claim(number) for number in range(1, count + 1)))
    case.add(*(link(number, number % count + 1) for number in range(1, count + 1)))
    steps = list(support_loop.find(Inquiry(case)))
    assert steps.count(None) > 9
    (finding,) = [one for one in steps if one is not None]
    assert len(finding.records) == count


def test_sources_that_only_cite_each_other_are_told() -> None:
    """WARN-5."""
    case = Case().files("a", "b").cites("a", "b").cites("b", "a").says("a", claim="c1")
    case.add(claim(1))
    assert told(case, circular.KIND) == [
        "Some sources of C1 only cite each other in a circle: it has no origin."
    ]
    case.origin("o").files("d").add(Assertion(id="own", claim="c1", source="d", chain=("d", "o")))
    assert told(case, circular.KIND) == [
        "Some sources of C1 only cite each other in a circle: they add no origin."
    ]


def test_a_circle_that_a_chain_closes_is_found_by_way_of_a_carrier() -> None:
    """WARN-5."""
    case = Case().files("a", "b", "c").cites("c", "a").cites("b", "a")
    case.add(claim(1), claim(2), claim(3, kind="judgement"))
    case.add(
        Assertion(id="one", claim="c1", source="a", chain=("a", "b")),
        Assertion(id="two", claim="c1", source="c"),
        Assertion(id="three", claim="c3", source="c"),
    )
    case.cites("b", "c", "mentions").files("e")
    case.add(claim(4), Assertion(id="far", claim="c4", source="e"))
    case.files("d").add(Assertion(id="itself", claim="c2", source="d", chain=("d", "d")))
    assert [one.records for one in found(case, circular.KIND)] == [("c1",), ("c2",)]


def test_a_reported_claim_without_words_is_told() -> None:
    """WARN-22."""
    case = _with_excerpts().add(claim(1), claim(2), claim(3, kind="judgement"))
    case.add(Assertion(id="a", claim="c1", source="s1", excerpt="x1"))
    case.add(Assertion(id="b", claim="c2", source="s1"))
    assert told(case, untraced.WORDLESS) == [
        "C2 is tied to no words of a source and is marked analyst."
    ]


def test_statements_without_a_chain_are_counted() -> None:
    """WARN-23."""
    case = Case().files("a", "b").origin("o").add(claim(1), claim(2))
    case.add(
        Assertion(id="one", claim="c1", source="a"),
        Assertion(id="two", claim="c1", source="b"),
        Assertion(id="three", claim="c2", source="a"),
        Assertion(id="four", claim="c2", source="a", chain=("a", "o")),
    )
    assert told(case, untraced.UNTRACED) == [
        "C1: 2 statements have no origin traced.",
        "C2: 1 statement has no origin traced.",
    ]


def test_sources_without_a_grade_are_told_last_and_by_number() -> None:
    """WARN-24."""
    case = Case().add(
        Source(id="z", number=1, title="The ferry"),
        Source(id="a", number=2, title="The crew"),
        Source(id="f", number=3, reliability="F", reliability_reason="New."),
    )
    assert told(case, ungraded.KIND) == [
        "S1 The ferry is not graded.",
        "S2 The crew is not graded.",
    ]
    assert ungraded.tell(Case(), found(case, ungraded.KIND)[0]) == "What is gone is not graded."


def test_a_long_name_leaves_room_for_what_is_told_of_it() -> None:
    name = "A report on the ferry that left the harbour at noon and came back at night"
    (sentence,) = told(Case().add(Source(id="z", number=1, title=name)), ungraded.KIND)
    assert sentence == "S1 A report on the ferry that… is not graded."


def test_a_link_to_a_link_is_no_support_of_a_claim() -> None:
    case = Case().add(claim(1), claim(2), claim(3), link(1, 2))
    case.add(Link(id="cut", from_id="c3", to_id="l1-supports-2", type="undercuts", reason="So."))
    assert told(case, support_loop.KIND, shared_origin.KIND) == []
