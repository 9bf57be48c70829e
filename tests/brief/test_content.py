"""The brief of a small fixed case, part by part, and whole against a kept copy."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from evidence_board.analysis.origins import origins_of
from evidence_board.brief.content import PARTS, Brief, build
from evidence_board.brief.entries import ClaimEntry
from evidence_board.brief.parts.answer import Answer
from evidence_board.brief.parts.boards import Boards
from evidence_board.brief.parts.contradictions import Contradictions
from evidence_board.brief.parts.discrepancies import Discrepancies
from evidence_board.brief.parts.endnotes import Endnotes
from evidence_board.brief.parts.gaps import Gaps
from evidence_board.brief.parts.judgements import Judgements
from evidence_board.brief.parts.key_claims import KeyClaims
from evidence_board.brief.parts.method import Method
from evidence_board.brief.parts.open_points import OpenPoints
from evidence_board.brief.parts.other_claims import OtherClaims
from evidence_board.brief.parts.sources import Sources
from evidence_board.brief.values import Row
from evidence_board.delivery.attaching import stamped
from evidence_board.model.claim import Claim
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Citation, Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Plain
from evidence_board.model.scales import LIKELIHOOD_WORDS
from tests.analysis.graphs import Case
from tests.brief.harbour import AT, BOARD, CLAIMS, PROJECT, SOURCES, TEXTS, Held, harbour

GOLDEN = Path(__file__).parent.parent / "data" / "briefs" / "harbour.json"


def brief(held: Held | None = None) -> Brief:
    return build(held or harbour(), at=AT)


def texts(value: object) -> Iterator[str]:
    """Yield every text of a brief."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)


def entries(made: Brief) -> dict[str, ClaimEntry]:
    keys, others = made.part("key_claims"), made.part("other_claims")
    found = keys.entries if isinstance(keys, KeyClaims) else ()
    found += others.entries if isinstance(others, OtherClaims) else ()
    return {entry.mark: entry for entry in found}


def test_the_brief_of_the_harbour_is_the_kept_one() -> None:
    made: Plain = json.loads(json.dumps(asdict(brief())))
    kept: Plain = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert made == kept


def test_the_same_records_and_time_give_the_same_brief() -> None:
    assert brief() == brief()


def test_a_table_in_another_order_changes_nothing() -> None:
    """A record that was removed and brought back stands last in its table."""
    records = [record for kind in KINDS for record in harbour().all(kind)]
    assert brief(Held(*reversed(records))) == brief()


def test_parts_come_in_the_order_of_the_table() -> None:
    names = [part.name for part in brief().parts]
    assert names == [name for name, _ in PARTS if name != "pictures"]  # see test_pictures


def test_an_empty_project_gives_no_empty_parts() -> None:
    made = brief(Held(PROJECT))
    assert [part.name for part in made.parts] == ["front", "legend", "open_points", "method"]


def test_a_project_without_a_title_says_so() -> None:
    assert brief(Held(PROJECT.replace(title=" "))).title == "Untitled project"


def test_the_marking_is_the_strictest_of_anything_inside() -> None:
    assert brief().handling.label == "TLP:RED"
    calm = harbour().but(*(one.replace(tlp=None) for one in SOURCES if one.id == "letter"))
    assert brief(calm).handling.label == "TLP:AMBER"
    strict = calm.but(CLAIMS[0].replace(tlp="TLP:AMBER+STRICT"))
    assert brief(strict).handling.label == "TLP:AMBER+STRICT"


def test_the_answer_says_likelihood_and_confidence_in_two_sentences() -> None:
    part = brief().part("answer")
    assert isinstance(part, Answer)
    assert part.judgement.text == (
        "It is likely (55–80 %) that the crane was at work in March 2025."
    )
    assert part.confidence.startswith("Our confidence is moderate: one office")
    assert not any(word in part.confidence for word in LIKELIHOOD_WORDS)


def test_no_sentence_of_ours_holds_a_likelihood_and_a_confidence() -> None:
    ours = " ".join(
        f"{entry.sentence.text} {entry.confidence_sentence}" for entry in entries(brief()).values()
    )
    for sentence in re.split(r"(?<=[.!?]) ", ours):
        assert not ("confidence" in sentence.lower() and "%" in sentence)


def test_our_own_words_claim_no_more_than_is_known() -> None:
    words = " ".join(texts(asdict(brief()))).lower()
    assert not re.search(r"\b(proves?|proven|confirms|fake)\b", words)


def test_key_judgements_come_by_rank_else_by_number() -> None:
    part = brief().part("judgements")
    assert isinstance(part, Judgements)
    assert [row.reference.mark for row in part.rows] == ["C3", "C4"]
    turned = harbour().but(*(one.replace(rank=5) for one in CLAIMS if one.id == "answer"))
    part = brief(turned).part("judgements")
    assert isinstance(part, Judgements)
    assert [row.reference.mark for row in part.rows] == ["C4", "C3"]
    unranked = harbour().but(*(one.replace(rank=None) for one in CLAIMS if one.rank))
    part = brief(unranked).part("judgements")
    assert isinstance(part, Judgements)
    assert [row.reference.mark for row in part.rows] == ["C3", "C4"]


def test_a_withdrawn_claim_is_no_key_judgement_and_says_so() -> None:
    gone = harbour().but(*(one.replace(status="withdrawn") for one in CLAIMS if one.id == "load"))
    made = brief(gone)
    part = made.part("judgements")
    assert isinstance(part, Judgements)
    assert [row.reference.mark for row in part.rows] == ["C3"]
    assert entries(made)["C4"].kind == "Judgement, withdrawn"


def test_a_confidence_without_a_reason_is_printed_nowhere() -> None:
    entry = entries(brief())["C4"]
    assert entry.held_back
    assert entry.confidence == ""
    assert "not yet fit for export" in entry.confidence_sentence
    part = brief().part("judgements")
    assert isinstance(part, Judgements)
    assert part.rows[1].held_back
    assert part.rows[1].confidence == ""


def test_each_claim_is_told_with_what_bears_on_it() -> None:
    argument = entries(brief())["C3"].argument
    assert [step.claim.mark for step in argument.supports] == ["C1", "C6"]
    assert argument.supports[0].with_others == "C6"
    assert [step.claim.mark for step in argument.supports[0].undercut_by] == ["C7"]
    assert [step.claim.mark for step in argument.contradicts] == ["C2"]
    assert [step.claim.mark for step in argument.assumptions] == ["C5"]
    assert [step.claim.mark for step in entries(brief())["C1"].argument.related] == ["C6"]
    serves = entries(brief())["C7"].argument.serves[0]
    assert (serves.word, serves.text) == ("undercuts the step", "from C1 to C3")


def test_a_contradiction_is_told_on_both_sides() -> None:
    assert [step.claim.mark for step in entries(brief())["C2"].argument.contradicts] == ["C3"]


def test_reported_claims_are_attributed_with_hedges_and_denials() -> None:
    found = entries(brief())
    assert found["C1"].sentence.text == (
        "According to Harbour office: The crane lifted its first load on 4 March 2025. "
        "A dock worker, affiliation not known denies it."
    )
    assert "gives it as probable" in found["C2"].sentence.text
    assert "without saying whether it is so" in found["C6"].sentence.text
    assert found["C7"].analyst
    assert "analyst" in found["C7"].sentence.text
    assert found["C7"].kind == "Reported. Denial of the evidence"


def test_our_judgement_of_a_reported_claim_stands_apart_from_what_was_said() -> None:
    judged = CLAIMS[0].replace(likelihood="very likely", likelihood_range=(80, 95))
    entry = entries(brief(harbour().but(judged)))["C1"]
    assert entry.assessed is not None
    assert entry.assessed.text == "We assess this as very likely (80–95 %)."
    assert "very likely" not in entry.sentence.text
    assert entries(brief())["C1"].assessed is None


def test_each_statement_gives_source_grade_words_and_route_by_names() -> None:
    first, second, denied = entries(brief())["C1"].statements
    assert (first.source.mark, first.grade.letter, first.grade.digit) == ("S1", "B", "2")
    assert first.words == "the crane lifted its first load on 4 March"
    assert first.route == "Harbour office"
    assert second.route == "Harbour Gazette, then Harbour office"
    assert "in part" in second.remarks
    assert denied.remarks == ("denies it",)
    (unnamed,) = entries(brief())["C6"].statements
    assert unnamed.route == "origin not traced"


def test_files_are_never_counted_as_origins() -> None:
    found = entries(brief())
    assert found["C1"].origins.text == "2 sources, 1–2 origins"
    assert (
        found["C1"].origins_sentence
    ) == "2 sources, 1 to 2 independent origins: 1 origin is not known."
    assert found["C5"].origins.text == "no source"


def test_a_judgement_rests_on_the_origins_of_what_supports_it() -> None:
    assert entries(brief())["C3"].origins.text == "2 sources, 1–3 origins"


def test_every_endnote_leads_to_exact_words_in_a_hashed_file() -> None:
    part = brief().part("endnotes")
    assert isinstance(part, Endnotes)
    assert [row.number for row in part.rows] == list(range(1, len(part.rows) + 1))
    names = {"S1": "gazette", "S2": "courier", "S3": "letter"}
    for row in part.rows:
        assert TEXTS[names[row.source.mark]][row.start : row.end] == row.words
        assert len(row.hash) == 64


def test_every_reference_leads_to_a_place_of_the_brief() -> None:
    plain = json.loads(json.dumps(asdict(brief())))
    anchors, aims = set(), set()
    ahead = [plain]
    while ahead:
        one = ahead.pop()
        if isinstance(one, dict):
            anchors |= {one["anchor"]} if "anchor" in one else set()
            aims |= {one["to"]} if one.get("to") else set()
            ahead += one.values()
        elif isinstance(one, list):
            ahead += one
    assert aims
    assert aims <= anchors


def test_sources_are_listed_as_held_cited_only_and_origins() -> None:
    part = brief().part("sources")
    assert isinstance(part, Sources)
    assert [row.mark for row in part.held] == ["S1", "S2", "S3"]
    assert [row.mark for row in part.cited] == ["S4"]
    assert [row.mark for row in part.origins] == ["S5", "S6"]
    assert part.summary == (
        "The brief rests on 3 held sources, published 10 March 2025 to about 2 April 2025. "
        "They lead to 1 more that was not read here. 2 origins, 1 of them identified; an interest "
        "of 1 is recorded. Reliability of the held sources: 1 B, 1 C, 1 not graded. "
        "Reliability of the origins: 1 B, 1 not graded."
    )
    assert part.cited[0].through == "mentioned by S1"
    assert part.origins[0].through == "through S1"
    assert part.origins[0].group == "Town administration"
    assert all(len(row.hash) == 16 for row in part.held)
    assert [use.mark for use in part.held[2].used_in] == ["C2"]


def test_all_contradictions_are_listed_open_ones_first() -> None:
    part = brief().part("contradictions")
    assert isinstance(part, Contradictions)
    assert [(row.one.claim.mark, row.other.claim.mark) for row in part.rows] == [
        ("C2", "C3"),
        ("H8", "C3"),
    ]
    settled = harbour().but(*(one.replace(status="settled") for one in CLAIMS if one.id == "still"))
    part = brief(settled).part("contradictions")
    assert isinstance(part, Contradictions)
    assert [row.open for row in part.rows] == [True, False]
    assert part.rows[1].one.standing == "information 3, settled"


def test_discrepancies_without_a_verdict_come_first() -> None:
    part = brief().part("discrepancies")
    assert isinstance(part, Discrepancies)
    assert [(row.kind, row.verdict) for row in part.rows] == [
        ("Modality", ""),
        ("Date", "conflict"),
    ]


def test_private_notes_are_nowhere_in_the_brief() -> None:
    part = brief().part("gaps")
    assert isinstance(part, Gaps)
    assert [row.mark for row in part.gaps] == ["Q1"]
    assert [row.mark for row in part.indicators] == ["I2"]
    assert not any("secret" in text for text in texts(asdict(brief())))


def test_the_board_keeps_cards_where_they_lie_and_lines_between_them() -> None:
    part = brief().part("boards")
    assert isinstance(part, Boards)
    (figure,) = part.figures
    assert "card-n3" in harbour().records
    assert len(figure.cards) == len([one for one in BOARD if one.id.startswith("card-")]) - 1
    marks = [card.face.mark for card in figure.cards]
    office = figure.cards[marks.index("S5")]
    assert (office.face.kind, office.x, office.y) == ("origin", 240, 0)
    lines = {(marks[one.start], one.word, marks[one.end]) for one in figure.edges if one.end >= 0}
    assert ("C1", "supports", "C3") in lines
    assert ("X3", "asserts", "C2") in lines
    assert ("X3", "denies", "C1") in lines
    assert ("S2", "paraphrases", "S1") in lines
    (undercut,) = (one for one in figure.edges if one.end < 0)
    assert figure.edges[undercut.onto].word == "supports"
    assert "C1 supports C3." in figure.alt


def test_circular_reporting_counts_no_origin() -> None:
    loop = harbour().but(
        *(one for one in SOURCES),
        Citation(id="back", from_id="gazette", to_id="courier", type="quotes"),
        *(
            said.replace(chain=())
            for said in harbour().records.values()
            if said.id in ("a1", "a2", "a5")
        ),
    )
    del loop.records["a6"]
    entry = entries(brief(loop))["C1"]
    assert entry.origins.text == "circular: 2 sources"
    assert "their chains only lead back to each other" in entry.origins_sentence


def test_the_state_changes_with_any_record_and_with_nothing_else() -> None:
    assert brief().state == brief(Held(*reversed(harbour().records.values()))).state
    moved = harbour().but(*(one.replace(x=1) for one in BOARD if one.id == "card-office"))
    assert brief(moved).state != brief().state


def test_a_brief_takes_its_words_from_the_records_as_they_stand() -> None:
    other: ProjectRecord = PROJECT.replace(title="Other", question="", author="", distribution="")
    bare = Held(other, Claim(id="c", number=1, text="A *bold* #claim", kind="judgement", rank=1))
    made = brief(bare)
    assert made.title == "Other"
    (entry,) = entries(made).values()
    assert entry.heading == "A *bold* #claim"
    assert entry.sentence.text == "We have not judged how likely this is: A *bold* #claim."


def test_a_preview_under_a_what_if_counts_without_and_says_so_on_every_page() -> None:
    """ORIGINS-21."""
    case = harbour()
    plain = build(case, at=AT)
    claim = next(one for one in origins_of(case).values() if one.n_min == 1 and one.files)
    found = build(case, at=AT, muted=frozenset(claim.groups))
    assert found.running.startswith("What if, not for delivery: without ")
    assert plain.running not in found.running
    assert found.parts != plain.parts, "the counts are other ones"
    assert build(case, at=AT).running == plain.running
    link = case.all(Link)[0]
    assert build(case, at=AT, muted=frozenset((link.id,))).running.startswith("What if")


def test_the_method_says_on_what_it_rests_that_origins_count_apart() -> None:
    """ORIGINS-22."""
    case = Case().files("A", "B").origin("tank").origin("office")
    case.says("A", "tank").says("B", "office")
    (row,) = [x for x in _method(case) if x.name == "Independence"]
    assert "Of 1 pair of origins" in row.text
    assert "0 are assumed to be, 1 not judged." in row.text
    case.add(
        IndependenceVerdict(
            id="v", one="tank", other="office", verdict="assumed", reason="No link is known"
        )
    )
    (row,) = [x for x in _method(case) if x.name == "Independence"]
    assert row.text.endswith("No link is known.")


def _method(case: Case) -> tuple[Row, ...]:
    part = build(case, at=AT).part("method")
    assert isinstance(part, Method)
    return part.paragraphs


def test_words_that_are_gone_from_their_text_are_printed_and_said_to_be_orphaned() -> None:
    made = build(harbour(), at=AT, orphaned=frozenset({"x3"}))
    notes, points = made.part("endnotes"), made.part("open_points")
    assert isinstance(notes, Endnotes)
    assert isinstance(points, OpenPoints)
    told = [row for row in notes.rows if row.orphaned]
    assert {(row.excerpt, row.words) for row in told} == {("X3", "it stood still until April")}
    assert "ORPHANED" in told[0].orphaned
    assert [one.record_id for one in points.rows if one.kind == "orphan"] == ["x3"]
    remarks = [one.remarks for one in entries(made)["C2"].statements if one.source.mark == "S2"]
    assert remarks[0][0] == "orphaned: not in its text any more"
    stamp = stamped(harbour(), made, tool="t", orphaned=frozenset({"x3"}))
    assert stamp.orphaned == ("x3",)
