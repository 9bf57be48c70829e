"""Changes are told in words: every field of every kind, and never an id or JSON."""

import re
from typing import Literal, get_args, get_origin

import pytest

from evidence_board.analysis.field_names import FIELD_NAMES, NOT_SET, QUIET
from evidence_board.analysis.field_values import differing_texts, differing_words, value_words
from evidence_board.analysis.step_sums import FEW, MOST_LINES, summed, summed_up
from evidence_board.analysis.telling import knowing, told
from evidence_board.analysis.titles import title_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.capture import Capture
from evidence_board.model.change import Change, ChangeSet, Extent
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.issue import Issue
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note, Tag, Tagging
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source
from tests.analysis.graphs import Case

HEX = "0123456789abcdef" * 4
MERKUR = Source(id="raw-s1", number=1, publisher="Merkur")
OFFICE = Source(id="raw-s2", number=2, publisher="Harbour office", origin_kind="identified")
GROUP = OriginGroup(id="raw-g1", label="The office")
CAPTURE = Capture(
    id="raw-k1",
    source=MERKUR.id,
    file_name="ferry.txt",
    size=10,
    sha256=HEX,
    media_type="text/plain",
    captured_at="2026-03-01T09:00:00Z",
    text_sha256=HEX,
    text_length=10,
)
WORDS = Excerpt(id="raw-x1", number=3, source=MERKUR.id, start=0, end=14, exact="It left at six")
OTHER_WORDS = Excerpt(id="raw-x2", number=4, source=MERKUR.id, start=0, end=9, exact="It stayed")
LEFT = Claim(id="raw-c1", number=3, text="The ferry left.")
DOUBT = Claim(id="raw-c2", number=4, text="No log was shown.")
SAID = Assertion(id="raw-a1", claim=LEFT.id, source=MERKUR.id)
CITES = Citation(id="raw-z1", from_id=MERKUR.id, to_id=OFFICE.id, type="quotes")
LINK = Link(id="raw-l1", from_id=DOUBT.id, to_id=LEFT.id, type="contradicts")
CLASH = Discrepancy(id="raw-d1", one=WORDS.id, other=OTHER_WORDS.id, kind="date")
BOARD = Board(id="raw-b1", title="Harbour")
FRAME = Frame(id="raw-f1", board=BOARD.id, title="Quay", x=0, y=0, width=100, height=100)
NOTE = Note(id="raw-n1", number=5, text="Who keeps the log?", kind="gap")
CARD = Card(id="raw-p1", board=BOARD.id, record=LEFT.id, x=0, y=0)
TAG = Tag(id="raw-t1", label="ferry")
TAGGING = Tagging(id="raw-u1", tag=TAG.id, record=LEFT.id)
ASIDE = Deferral(id="raw-v1", warning="two-claims:raw-c1", record=LEFT.id, reason="Later.")
APART = IndependenceVerdict(id="raw-w1", one=MERKUR.id, other=GROUP.id, verdict="assumed")
PLAN = BriefPlan(id="raw-y1", audience="For the desk.")
ISSUE = Issue(id="raw-i1", number=2, issued_at="2026-03-01T09:00:00Z", sha256=HEX, state_hash=HEX)
PROJECT = ProjectRecord(id="raw-0", title="Harbour")
RECORDS: tuple[Record, ...] = (
    *(PROJECT, GROUP, MERKUR, CAPTURE, WORDS, LEFT, SAID, CITES, LINK, CLASH),
    *(BOARD, FRAME, NOTE, CARD, TAG, TAGGING, ASIDE, APART, PLAN, ISSUE),
)
OF_KIND = {type(record): record for record in RECORDS}
FIELDS = [(kind, name) for kind in KINDS for name in kind.model_fields if name != "id"]

SAMPLES: dict[str, tuple[object, object]] = {
    "basis": ({}, {"published": {"basis": "stated", "words": "5 October"}}),
    "as_given": ({}, {"title": "The Ferry"}),
    "quantity": ({"value": 7, "unit": "wagons"}, {"value": 8.5, "unit": "wagons"}),
    "region": (None, {"x": 0.25, "y": 0.5, "width": 0.1, "height": 0.1}),
    "likelihood": ("likely", "very likely"),
    "likelihood_range": ((55.0, 80.0), (80.0, 95.0)),
    "chain": ((), (MERKUR.id, OFFICE.id)),
    "authors": (("A. Writer",), ("A. Writer", "B. Writer")),
    "captured_at": ("2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"),
    "made_at": ("2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"),
    "created_at": ("2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"),
    "cut_off": ("2026-03-01", "2026-03-02"),
    "issued_at": ("2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"),
    "parts": (("front",), ("front", "answer")),
    "left_out": ((), ("boards",)),
    "judgements": ({}, {"raw-c1": {"mark": "C1", "likelihood": "likely", "sources": ["S1"]}}),
    "colour": ("", "amber"),
    **{name: (None, "2023-10-05~") for name in ("event", "stated", "published")},
    **{name: (HEX, HEX[::-1]) for name in ("sha256", "text_sha256", "state_hash")},
}
PLAIN: dict[type, tuple[object, object]] = {
    str: ("", "Some words"),
    bool: (False, True),
    int: (1, 2),
    float: (10.0, 20.5),
}


class Known:
    """Finds the records of these tests."""

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""
        every = (*RECORDS, OFFICE, DOUBT, OTHER_WORDS)
        return next((one for one in every if one.id == id), None)


def values(kind: type[Record], name: str) -> tuple[object, object]:
    """Return two values that differ and that a field of a kind may have."""
    if name in kind.references and name != "chain":
        table = kind.references[name][0]
        held = next(one.id for one in RECORDS if one.table == table)
        return ("raw-gone", held)
    if (kind, name) == (Link, "group"):
        return None, "raw-premises"
    if name in SAMPLES:
        return SAMPLES[name]
    annotation = kind.model_fields[name].annotation
    parts = [one for one in get_args(annotation) or (annotation,) if one is not type(None)]
    if get_origin(annotation) is Literal:
        return parts[0], parts[1]
    if get_origin(parts[0]) is Literal:
        return None, get_args(parts[0])[0]
    bare = parts[0] if isinstance(parts[0], type) else get_args(parts[0])[0]
    first, second = PLAIN[bare]
    return (
        None if annotation is not bare and type(None) in get_args(annotation) else first
    ), second


def changed(kind: type[Record], name: str) -> Change:
    """Return a change of one field."""
    fields = OF_KIND[kind].__dict__
    first, second = values(kind, name)
    return Change(kind.stored({**fields, name: first}), kind.stored({**fields, name: second}))


def words_of(before: Record | None, after: Record | None) -> list[str]:
    """Return all that is said of a change: its sentence, and one for each field."""
    one = told(Change(before, after), Known())
    return [one.words, *(field.words for field in one.spoken)]


def test_every_field_of_every_kind_has_a_name() -> None:
    assert {kind.table: set(kind.model_fields) - {"id"} for kind in KINDS} == {
        table: set(names) for table, names in FIELD_NAMES.items()
    }
    every = {name for names in FIELD_NAMES.values() for name in names}
    assert set(NOT_SET) <= every
    assert all(quiet <= set(FIELD_NAMES[table]) for table, quiet in QUIET.items())


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda one: getattr(one, "table", one))
def test_a_changed_field_is_told_in_words(kind: type[Record], name: str) -> None:
    change = changed(kind, name)
    (field,) = told(change, Known()).fields
    assert field.words.startswith(f"{FIELD_NAMES[kind.table][name]}: ")
    assert " to " in field.words
    assert field.was
    assert field.was != field.now
    assert not re.search(r"raw-|[{}\[\]_]|None|True|False", field.words), field.words
    assert (field.before, field.after) == tuple(
        list(one) if isinstance(one, tuple) else one for one in values(kind, name)
    )


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_a_record_that_is_new_or_gone_is_told_by_mark_and_words(record: Record) -> None:
    for before, after, verb in ((None, record, "Added"), (record, None, "Removed")):
        said = words_of(before, after)
        assert said[0].startswith(f"{verb} ")
        assert not re.search(r"raw-|[{}\[\]_]|None", " ".join(said)), said


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_what_a_record_refers_to_may_be_gone_without_an_id_being_shown(record: Record) -> None:
    class Nobody:
        def find(self, _id: str) -> Record | None:
            return None

    assert "raw-" not in title_of(record, Nobody())


def test_titles_say_what_people_call_records() -> None:
    known = Known()
    assert [title_of(record, known) for record in RECORDS] == [
        "project “Harbour”",
        "group “The office”",
        "source S1 Merkur",
        "capture “ferry.txt”",
        "excerpt X3 “It left at six”",
        "claim C3 “The ferry left.”",
        "assertion S1 asserts C3",
        "citation S1 quotes S2",
        "link C4 contradicts C3",
        "discrepancy of X3 and X4",
        "board “Harbour”",
        "frame “Quay”",
        "question Q5 “Who keeps the log?”",
        "card of C3 on “Harbour”",
        "tag “ferry”",
        "tag “ferry” on C3",
        "finding set aside on C3",
        "verdict on independence of S1 and The office",
        "plan of the brief",
        "issue of the brief 2",
    ]


def test_judgements_are_told_in_the_words_of_their_scales() -> None:
    judged = LEFT.replace(
        likelihood="likely", likelihood_range=(55.0, 80.0), confidence="low", reason="One source."
    )
    assert words_of(LEFT, judged) == [
        "Changed claim C3 “The ferry left.”",
        "Likelihood: not judged to likely",
        "Range of the likelihood: none to 55–80 %",
        "Confidence: not judged to low",
        "Reason of the confidence: empty to “One source.”",
    ]
    graded = MERKUR.replace(reliability="F")
    assert words_of(graded, graded.replace(reliability="B"))[1] == "Reliability: F to B"
    assert words_of(LINK, LINK.replace(type="same as"))[1] == "Type: contradicts to is the same as"


def test_references_are_told_by_what_they_lead_to() -> None:
    chained = SAID.replace(chain=(MERKUR.id, OFFICE.id), excerpt=WORDS.id)
    assert words_of(SAID, chained)[1:] == [
        "In the words: none yet to X3 “It left at six”",
        "Chain: not traced to S1 Merkur → S2 Harbour office",
    ]


def test_what_is_known_of_a_field_is_told_by_the_name_of_that_field() -> None:
    known = MERKUR.replace(basis={"published": {"basis": "stated", "words": "5 October"}})
    assert words_of(MERKUR, known)[1] == (
        "How it is known: not said to published stated “5 October”"
    )


def test_of_long_texts_only_what_differs_is_told() -> None:
    before = "one two three four five " * 10 + "the ferry left at noon " + "six seven eight " * 10
    after = before.replace("at noon", "in the evening")
    assert differing_texts(before, after) == (
        "“…ferry left at noon six seven…”",
        "“…ferry left in the evening six seven…”",
    )
    assert differing_texts("", "It left.") == ("empty", "“It left.”")
    assert max(map(len, differing_texts("word " * 4_000, "other " * 4_000))) < 110


def test_cards_that_moved_are_one_line() -> None:
    cards = [CARD.replace(id=f"raw-{number}", x=float(number)) for number in range(12)]
    moved = tuple(Change(card, card.replace(y=40.0)) for card in cards)
    assert summed(ChangeSet(moved), Known()).sums == ("Moved 12 cards",)
    wider = ChangeSet(tuple(Change(card, card.replace(width=240.0)) for card in cards))
    assert summed(wider, Known()).sums == ("Resized 12 cards",)


def test_a_step_with_ten_thousand_changes_is_summed_up() -> None:
    claims = [LEFT.replace(id=f"raw-{number}", number=number) for number in range(1, 10_001)]
    added = summed(ChangeSet(tuple(Change(None, claim) for claim in claims)), Known())
    assert (added.records, added.sums) == ((), ("Added 10,000 claims",))
    judged = ChangeSet(tuple(Change(one, one.replace(status="settled")) for one in claims))
    assert summed(judged, Known()).sums == ("Changed status of 10,000 claims",)
    extents = (Extent("claim", added=10_000, removed=1), Extent("tagging", changed=2))
    assert summed_up(extents).sums == (
        *("Added 10,000 claims", "Removed 1 claim", "Changed 2 tags on records"),
    )


def test_few_changes_of_a_sort_are_told_one_by_one_and_all_others_are_counted() -> None:
    sorts = [
        Change(None, kind.stored({**OF_KIND[kind].__dict__, "id": f"raw-{kind.table}-{number}"}))
        for kind in KINDS
        for number in range(FEW)
    ]
    step = summed(ChangeSet(tuple(sorts)), Known())
    assert len(step.records) == MOST_LINES
    assert step.sums == (f"{len(KINDS) * FEW - MOST_LINES:,} other changes",)


def test_what_people_work_on_is_told_before_what_hangs_on_it() -> None:
    removed = ChangeSet(tuple(Change(one, None) for one in (CARD, SAID, LINK, LEFT)))
    told_first = [one.record for one in summed(removed, Known()).records]
    assert told_first == ["claim", "link", "assertion", "card"]


def test_a_record_is_named_as_it_was_at_the_step_itself() -> None:
    then = LEFT.replace(text="It left early.")
    step = ChangeSet((Change(None, then), Change(None, CARD)))
    assert title_of(TAGGING, knowing(step, Known())) == "tag “ferry” on C3"
    assert knowing(step, Known()).find(LEFT.id) is then


def test_groups_of_premises_are_told_without_their_ids() -> None:
    told_group = differing_words(Link, "group", "one", "other", Case())
    assert told_group == ("with some", "with others")


def test_lists_and_switches_within_an_object_are_told() -> None:
    told_object = value_words(Source, "basis", {"pages": [1, 2], "stated": True}, Case())
    assert "1 2" in told_object
    assert "yes" in told_object
