"""Records are validated when they are made, frozen ever after, and refer to known tables."""

import pytest
from pydantic import JsonValue, ValidationError

from evidence_board.model.claim import Claim
from evidence_board.model.edtf import bounds
from evidence_board.model.excerpt import CONTEXT, Excerpt, excerpt_of
from evidence_board.model.kinds import KIND_OF, KINDS
from evidence_board.model.note import Note
from evidence_board.model.record import GREATEST, Record
from evidence_board.model.source import Source

DEEP: dict[str, object] = {}
for _ in range(17):
    DEEP = {"a": DEEP}
NO_QUANTITIES: tuple[object, ...] = (
    *({"a": float("nan")}, [], "a", DEEP, {"a": "\ud800"}, {"\udfff": 1}, {"a": "x" * 200_000}),
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_a_kind_comes_after_the_ones_it_refers_to(kind: type[Record]) -> None:
    earlier = KINDS[: KINDS.index(kind) + 1]
    for field, tables in kind.references.items():
        assert field in kind.model_fields
        for table in tables:
            assert KIND_OF[table] in earlier or table == kind.table


def test_lists_and_tables_have_names_of_their_own() -> None:
    assert len({kind.table for kind in KINDS}) == len({kind.plural for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        *((Claim, {"text": "a", "id": id}) for id in ("", "a b", "a\n", "x" * 65, "é", "\ud800")),
        *((Claim, {"text": text}) for text in ("a\0b", "x" * 200_001, "\ud800", 5, None)),
        *((Claim, {"text": "a", "number": n}) for n in (-1, "5", 1.0, True, GREATEST + 1, None)),
        *((Claim, {"text": "a", "quantity": q}) for q in NO_QUANTITIES),
        *((Claim, {"text": "a", "likelihood_range": r}) for r in ((9, 5), (-1, 5), (5, 101), (5,))),
        *((Claim, {"text": "a", "unknown": 1}), (Claim, {})),
        *((Excerpt, {"source": "s", "start": 0, "end": e, "exact": "ab"}) for e in (0, 1, 3)),
        (Excerpt, {"source": "s", "start": 1, "end": 0, "exact": ""}),
        (Excerpt, {"source": "s", "start": 0, "end": 1, "exact": "a", "page": 0}),
        (Source, {"published": "2023-02-30"}),
        (Source, {"authors": "Kim"}),
        (Source, {"title": "x" * 2_001}),
    ],
)
def test_a_value_that_does_not_fit_is_refused(
    kind: type[Record], fields: dict[str, object]
) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(fields)


def test_a_picture_is_excerpted_without_words() -> None:
    region: dict[str, JsonValue] = {"x": 1, "y": 2.5, "width": 3, "height": 4}
    excerpt = Excerpt(source="s", start=0, end=0, exact="", region=region)
    assert excerpt.region == region


def test_replace_validates_and_leaves_the_old_one_as_it_is() -> None:
    claim = Claim(text="a")
    other = claim.replace(text="b")
    assert (claim.text, other.text, other.id) == ("a", "b", claim.id)
    with pytest.raises(ValidationError):
        claim.replace(kind="rumour")


def test_an_excerpt_keeps_its_context() -> None:
    text = "a" * 50 + "WORDS" + "b" * 50
    excerpt = excerpt_of("s", "c", text, 50, 55)
    assert (excerpt.prefix, excerpt.exact, excerpt.suffix) == (
        "a" * CONTEXT,
        "WORDS",
        "b" * CONTEXT,
    )
    assert excerpt_of("s", "c", text, 0, 1).prefix == ""


def test_marks_that_people_cite_tell_the_kinds_apart() -> None:
    marks = [
        *(Claim(text="a", number=1).mark, Claim(text="a", kind="hypothesis", number=2).mark),
        *(Source(number=3).mark, Source(number=3).name, Source(publisher="Press").name),
        Excerpt(source="s", start=0, end=1, exact="a", number=4).mark,
        *(Note(text="a", kind=kind, number=5).mark for kind in ("note", "gap", "indicator")),
    ]
    assert marks == ["C1", "H2", "S3", "Untitled", "Press", "X4", "N5", "Q5", "I5"]


def test_a_record_says_what_it_refers_to() -> None:
    claim = Claim(text="a", negates="other")
    assert list(claim.referenced()) == [("negates", "other")]
    assert list(Claim(text="a").referenced()) == []


def test_every_date_field_takes_edtf_only() -> None:
    for name in ("event", "stated", "published"):
        assert bounds(str(getattr(Claim.model_validate({"text": "a", name: "2023-10~"}), name)))
        with pytest.raises(ValidationError, match="not a date"):
            Claim.model_validate({"text": "a", name: "last week"})
