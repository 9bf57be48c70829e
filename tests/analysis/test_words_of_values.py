"""Dates, quantities, tags and titles in words, as lists and sentences tell them."""

import pytest
from pydantic import JsonValue

from evidence_board.analysis.dates import edtf_words, stamp_words
from evidence_board.analysis.quantities import quantity_of, quantity_words
from evidence_board.analysis.tags import in_order, plain_label, tag_named, tagged, tags_of
from evidence_board.analysis.titles import (
    line_of,
    mark_of,
    noun_of,
    origin_named,
    short_of,
    title_of,
)
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note, Tag, Tagging
from evidence_board.model.source import OriginGroup, Source
from tests.analysis.graphs import Case


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("2023", "2023"),
        ("2023-10", "October 2023"),
        ("2023-10-05", "5 October 2023"),
        ("2023-10-05~", "about 5 October 2023"),
        ("2023-10-05?", "5 October 2023, uncertain"),
        ("2023-10%", "about October 2023, uncertain"),
        ("2023-10-XX", "October 2023"),
        ("2023-XX", "2023"),
        ("202X", "the years 202X"),
        ("2023-08/2023-10", "August 2023 to October 2023"),
        ("/2023-10-13", "until 13 October 2023, start not known"),
        ("../2023-10-13", "until 13 October 2023"),
        ("2023-10-16/..", "from 16 October 2023"),
        ("2023-10-16/", "from 16 October 2023, end not known"),
        ("[2023-10-09, 2023-09-10]", "9 October 2023 or 10 September 2023"),
        ("2023-13", "2023-13"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(edtf: str | None, words: str) -> None:
    assert edtf_words(edtf) == words


@pytest.mark.parametrize(
    ("stamp", "words"),
    [
        ("2026-01-02T03:04:05Z", "2 January 2026, 03:04 UTC"),
        ("2026-01-02T03:04:05+02:00", "2 January 2026, 01:04 UTC"),
        ("2026-01-02T03:04:05", "2 January 2026, 03:04"),
        ("2026-01-02", "2 January 2026"),
        ("2026-01~", "about January 2026"),
    ],
)
def test_a_time_is_told_in_utc(stamp: str, words: str) -> None:
    assert stamp_words(stamp) == words


@pytest.mark.parametrize(
    ("words", "quantity"),
    [
        ("about 73 rail cars", {"value": 73, "unit": "rail cars", "comparator": "about"}),
        ("More than 1,000", {"value": 1000, "comparator": "more than"}),
        ("1.5 months", {"value": 1.5, "unit": "months"}),
        ("73", {"value": 73}),
        ("a couple", {"stated": "a couple"}),
        ("  ", {}),
    ],
)
def test_a_quantity_is_read_where_it_has_a_number(
    words: str, quantity: dict[str, JsonValue]
) -> None:
    assert quantity_of(words) == quantity


def test_a_quantity_is_told_as_stated_or_put_together() -> None:
    assert quantity_words({"value": 1000, "unit": "lorries", "comparator": "about"}) == (
        "about 1,000 lorries"
    )
    assert quantity_words({"value": 73, "stated": "73 or so"}) == "73 or so"
    assert quantity_words({}) == ""


def test_tags_are_told_in_the_order_of_their_words() -> None:
    case = Case().add(Claim(id="c", text="A ferry left"), Claim(id="d", text="It came back"))
    rail, sea = Tag(id="t1", label="rail"), Tag(id="t2", label="At  sea")
    case.add(rail, sea, Tagging(tag="t1", record="c"), Tagging(tag="t2", record="c"))
    case.add(Tagging(tag="t1", record="d"))
    assert tags_of(case, "c") == in_order((rail, sea)) == (sea, rail)
    assert tagged(case, "t1") == ("c", "d")
    assert plain_label(sea.label) == "At sea"
    assert tag_named(case, " at SEA") == sea
    assert tag_named(case, "air") is None


def _named() -> Case:
    case = Case().files("s").origin("o", group="g")
    case.add(Source(id="s", title="Harbour news", number=1))
    case.add(Source(id="o", publisher="Pilot", number=2, origin_kind="identified"))
    case.add(
        Claim(id="c", text="A ferry\n left", number=3),
        Claim(id="h", text="Nobody left", number=4, kind="hypothesis"),
        Link(id="l", from_id="h", to_id="c", type="supports"),
        Link(id="u", from_id="h", to_id="l", type="undercuts"),
        Citation(id="q", from_id="s", to_id="o", type="quotes"),
        Assertion(id="a", claim="c", source="s", chain=("s", "o")),
        Note(id="n", text="Who saw it?", kind="gap", number=5),
        Note(id="i", text="More lorries", kind="indicator", number=6),
        Board(id="b", title="Quay"),
        excerpt_of("s", "capture-s", "The ferry left.", 4, 9).replace(id="x", number=7),
    )
    return case.add(
        Frame(id="f", board="b", title="North", x=0, y=0, width=9, height=9),
        Card(id="k", board="b", record="c", x=0, y=0),
    )


@pytest.mark.parametrize(
    ("id", "line"),
    [
        ("s", "Harbour news"),
        ("c", "A ferry left"),
        ("x", "“ferry”"),
        ("l", "H4 supports C3"),
        ("u", "H4 undercuts (H4 supports C3)"),
        ("q", "S1 Harbour news quotes S2 Pilot"),
        ("a", "S1 Harbour news asserts C3"),
        ("f", "North"),
        ("capture-s", "a.txt"),
        ("g", ""),
    ],
)
def test_each_record_is_told_in_a_line(id: str, line: str) -> None:
    case = _named()
    record = case.find(id)
    assert record is not None
    assert line_of(record, case) == line


def test_records_are_called_by_what_people_see() -> None:
    case = _named()
    assert short_of(None, case) == "?"
    assert short_of(Source(id="z", number=9), case) == "S9 Untitled"
    assert [noun_of(case.records[id]) for id in "hnic"] == [
        *("hypothesis", "question", "indicator", "claim"),
    ]
    assert mark_of(case.records["n"]) == "Q5"
    assert title_of(case.records["u"], case) == "link H4 undercuts (H4 supports C3)"
    assert title_of(case.records["s"], case) == "source S1 Harbour news"
    assert title_of(case.records["k"], case).startswith("card of ")
    assert title_of(case.records["c"], case) == "claim C3 “A ferry left”"


def test_an_origin_is_called_as_it_is_counted() -> None:
    case = Case().origin("o", group="g")
    assert origin_named("g", case) == "g"
    assert origin_named("o", Case().add(Source(id="o", publisher="Pilot", number=2))) == "S2 Pilot"
    assert origin_named("gone", case) == "an origin that is gone"
    assert isinstance(case.find("g"), OriginGroup)
