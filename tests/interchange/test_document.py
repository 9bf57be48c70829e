"""The JSON document: everything comes back; what is none of ours is refused in a sentence."""

import base64
import hashlib
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.interchange.composing import to_text
from evidence_board.interchange.document import (
    BadDocument,
    Document,
    from_plain,
    from_text,
    to_plain,
)
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.capture import Capture
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
from evidence_board.model.record import Plain, Record
from evidence_board.model.source import OriginGroup, Source

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
NUMBER = st.floats(-1e6, 1e6)
JSON = st.dictionaries(
    WORDS, WORDS | st.integers() | NUMBER | st.lists(WORDS, max_size=2), max_size=2
)


def _of(kind: type[Record], /, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[Record]:
    return st.fixed_dictionaries(fields).map(kind.model_validate)


def _one_of_each(words: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Record, ...]]:
    digest = hashlib.sha256(b"text").hexdigest()
    fixed = st.just
    return st.tuples(
        _of(ProjectRecord, id=fixed("p"), title=words, question=words, tlp=fixed("TLP:RED")),
        _of(OriginGroup, id=fixed("g"), label=words, reason=words),
        _of(Source, id=fixed("s"), title=words, authors=st.lists(words, max_size=3), basis=JSON),
        _of(
            Capture,
            **{name: fixed(name) for name in ("id", "source", "file_name", "media_type")},
            **{name: fixed(digest) for name in ("sha256", "text_sha256")},
            **{name: fixed(4) for name in ("size", "text_length")},
            captured_at=fixed("2026-01-01T00:00:00Z"),
            remark=words,
        ),
        words.flatmap(
            lambda exact: _of(
                Excerpt,
                **{"id": fixed("x"), "source": fixed("s"), "exact": fixed(exact)},
                **{"start": fixed(3), "end": fixed(3 + len(exact)), "prefix": words},
            )
        ),
        _of(Claim, id=fixed("c"), text=words, quantity=JSON, rank=st.none() | NUMBER),
        _of(Assertion, id=fixed("a"), claim=fixed("c"), source=fixed("s"), chain=fixed(("s", "s"))),
        _of(Citation, id=fixed("ci"), from_id=fixed("s"), to_id=fixed("s"), type=fixed("quotes")),
        _of(Link, id=fixed("l"), from_id=fixed("c"), to_id=fixed("c"), type=fixed("same as")),
        _of(Discrepancy, id=fixed("d"), one=fixed("x"), other=fixed("x"), kind=fixed("unit")),
        _of(Board, id=fixed("b"), title=words, rank=NUMBER),
        _of(
            Frame,
            id=fixed("f"),
            board=fixed("b"),
            x=NUMBER,
            y=NUMBER,
            **{name: st.floats(1, 1e6) for name in ("width", "height")},
        ),
        _of(Note, id=fixed("n"), text=words, private=st.booleans()),
        _of(Card, id=fixed("k"), board=fixed("b"), record=fixed("c"), x=NUMBER, y=NUMBER),
        _of(Tag, id=fixed("t"), label=words),
        _of(Tagging, id=fixed("tt"), tag=fixed("t"), record=fixed("c")),
        _of(Deferral, id=fixed("v"), warning=fixed("hedge:c"), record=fixed("c"), reason=words),
        _of(
            IndependenceVerdict,
            **{"id": fixed("w"), "one": fixed("s"), "other": fixed("s"), "reason": words},
            verdict=fixed("assumed"),
        ),
        _of(BriefPlan, id=fixed("bp"), left_out=st.lists(words, max_size=3), audience=words),
        _of(
            Issue,
            **{"id": fixed("is"), "issued_at": words, "judgements": JSON},
            **{name: fixed(digest) for name in ("sha256", "state_hash")},
        ),
    )


@given(_one_of_each(WORDS), st.binary(max_size=50))
def test_a_record_of_every_kind_comes_back_as_it_was(
    records: tuple[Record, ...], content: bytes
) -> None:
    assert tuple(type(record) for record in records) == KINDS
    document = Document(records, {hashlib.sha256(content).hexdigest(): content})
    text = to_text(document)
    assert from_text(text) == document
    assert from_text(text.encode()) == document
    assert to_text(from_text(text)) == text


def test_the_document_has_one_list_for_each_kind_and_the_agreed_names() -> None:
    link = Link(id="l", from_id="a", to_id="b", type="supports")
    plain = to_plain(Document((ProjectRecord(id="p", title="Case"), link)))
    assert plain["format"] == "evidence-board/1"
    assert isinstance(plain["project"], dict)
    assert isinstance(plain["links"], list)
    (written,) = plain["links"]
    assert isinstance(written, dict)
    assert (written["from"], written["to"]) == ("a", "b")
    assert "from_id" not in written
    assert {kind.plural for kind in KINDS} <= set(plain)
    assert "attachments" not in plain


def _claims(*claims: Plain) -> Plain:
    return {"format": "evidence-board/1", "claims": list(claims)}


ONE: Plain = {"id": "a", "text": "b"}
CONTENT = base64.b64encode(b"text").decode()
DIGEST = hashlib.sha256(b"text").hexdigest()
BAD: Mapping[str, tuple[Plain, str]] = {
    "no object": ([], "not an evidence-board/1 document"),
    "no format": ({"claims": []}, "not an evidence-board/1 document"),
    "another format": ({"format": "evidence-board/2"}, "not an evidence-board/1 document"),
    "an unknown list": ({"format": "evidence-board/1", "rumours": [1]}, "list “rumours”"),
    "a list that is none": ({"format": "evidence-board/1", "claims": {}}, "“claims” is not a list"),
    "a record that is none": (_claims("a"), "claim 1 has no id"),
    "no id": (_claims({"text": "a"}), "claim 1 has no id"),
    "an id that is a number": (_claims({"id": 1, "text": "a"}), "claim 1 has no id"),
    "an id with a space": (_claims({"id": "a b", "text": "a"}), "claim 1 .*'a b'.* id: "),
    "no text": (_claims({"id": "a"}), r"claim 1 \('a'\): text: Field required"),
    "an unknown field": (_claims({"id": "a", "text": "b", "mood": 1}), "mood: Extra inputs"),
    "a number for a text": (
        _claims({"id": "a", "text": 5}),
        "text: Input should be a valid s",
    ),
    "a text for a number": (
        _claims({"id": "a", "text": "b", "number": "5"}),
        "number: Input should be a valid integer",
    ),
    "a number for yes or no": (
        {"format": "evidence-board/1", "notes": [{"id": "a", "text": "b", "private": 1}]},
        "private: Input should be a valid boolean",
    ),
    "an unknown word": (_claims({"id": "a", "text": "b", "kind": "rumour"}), "kind: Input should"),
    "a date that is none": (_claims({"id": "a", "text": "b", "event": "soon"}), "is not a date"),
    "the second one": (_claims({"id": "a", "text": "b"}, {"id": "c"}), "claim 2"),
    "an id twice": (_claims(ONE, ONE), "Two records .* the id 'a'"),
    "an id twice in two lists": (
        {
            "format": "evidence-board/1",
            "claims": [{"id": "a", "text": "b"}],
            "tags": [{"id": "a", "label": "b"}],
        },
        "Two records .* the id 'a'",
    ),
    "half a character": (_claims({"id": "a", "text": "\ud800"}), "text: Input should be a valid"),
    "half a character within": (
        _claims({"id": "a", "text": "b", "quantity": {"unit": "\ud800"}}),
        "quantity: half a character",
    ),
    "two projects": ({"format": "evidence-board/1", "project": [{}, {}]}, "the project has no id"),
    "attachments that are none": (
        {"format": "evidence-board/1", "attachments": {}},
        "“attachments” is not a list",
    ),
    "an attachment that is none": (
        {"format": "evidence-board/1", "attachments": [1]},
        "has no sha",
    ),
    "an attachment without bytes": (
        {"format": "evidence-board/1", "attachments": [{"sha256": DIGEST}]},
        "Attachment 1 has no sha256 or no base64",
    ),
    "bytes that are no base64": (
        {"format": "evidence-board/1", "attachments": [{"sha256": DIGEST, "base64": "é!"}]},
        "Attachment 1 has no sha256 or no base64",
    ),
    "other bytes": (
        {"format": "evidence-board/1", "attachments": [{"sha256": "0" * 64, "base64": CONTENT}]},
        "Attachment 1 differs from its SHA-256",
    ),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_fault_is_named_with_its_record_and_field(fault: str) -> None:
    plain, sentence = BAD[fault]
    with pytest.raises(BadDocument, match=sentence) as refusal:
        from_plain(plain)
    assert len(str(refusal.value)) < 400


DEEP = '{"format": "evidence-board/1", "claims": [{"id": "a", "text": "b", "quantity": %s}]}'


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "Dear reader", "null", "[1, 2", '{"format": "evidence-board/1",}'),
        *('{"format": NaN}', DEEP % "NaN", DEEP % '{"a": Infinity}', DEEP % '{"a": 1e999}'),
        *(DEEP % ('{"a":' * n + "1" + "}" * n) for n in (20, 300, 5_000, 100_000)),
        *("[" * 100_000, DEEP % f'{{"a": {"9" * 5_000}}}', b"\xff\xfe\x00", b"\x80"),
    ],
    ids=lambda text: repr(text[:20]) + str(len(text)),
)
def test_a_text_that_is_no_document_is_refused(text: str | bytes) -> None:
    with pytest.raises(BadDocument) as refusal:
        from_text(text)
    assert len(str(refusal.value)) < 400


def test_an_empty_list_that_is_not_known_does_no_harm() -> None:
    later: Plain = {"format": "evidence-board/1", "rumours": [], "claims": [], "project": []}
    assert from_plain(later).records == ()
