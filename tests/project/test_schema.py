"""The schema is the frozen one; every choice and every reference is held by SQL itself."""

import sqlite3
import types
from collections.abc import Iterator
from typing import Literal, Union, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project.schema import VERSION, columns, decode, encode, frozen, statements


def _choices() -> Iterator[tuple[type[Record], str, tuple[str, ...]]]:
    for kind in KINDS:
        for name, field in kind.model_fields.items():
            annotation = field.annotation
            if get_origin(annotation) in (Union, types.UnionType):
                annotation = get_args(annotation)[0]
            if get_origin(annotation) is Literal:
                yield kind, name, get_args(annotation)


@pytest.fixture
def empty() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    for statement in statements():
        connection.execute(statement)
    yield connection
    connection.close()


def test_the_schema_of_this_version_does_not_change_by_accident() -> None:
    """A change of a record needs a new version and a migration, then a new frozen file."""
    assert frozen(VERSION) == statements()


@pytest.mark.parametrize(
    ("kind", "name", "choices"),
    list(_choices()),
    ids=lambda part: getattr(part, "table", str(part)),
)
def test_a_choice_is_held_by_a_named_check(
    empty: sqlite3.Connection, kind: type[Record], name: str, choices: tuple[str, ...]
) -> None:
    (sql,) = empty.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (kind.table,)).fetchone()
    listed = ", ".join(f"'{choice}'" for choice in choices)
    assert f'CONSTRAINT {kind.table}_{name} CHECK ("{name}" IN ({listed}))' in sql


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_a_reference_to_one_table_is_a_foreign_key_that_restricts(
    empty: sqlite3.Connection, kind: type[Record]
) -> None:
    found = {
        row[3]: (row[2], row[6])
        for row in empty.execute(f'PRAGMA foreign_key_list("{kind.table}")')
    }
    wanted = {
        name: (tables[0], "RESTRICT")
        for name, tables in kind.references.items()
        if len(tables) == 1 and name != "chain"
    }
    wanted |= {name: ("attachment", "RESTRICT") for name in kind.attachments}
    assert found == wanted


def test_every_table_is_strict_and_has_a_known_use(empty: sqlite3.Connection) -> None:
    tables = {row[1]: row for row in empty.execute("PRAGMA table_list") if row[2] == "table"}
    ours = {kind.table for kind in KINDS} | {"attachment", "step", "change", "indexed"}
    assert {name for name in tables if not name.startswith("sqlite_")} == ours
    assert all(tables[name][5] == 1 for name in ours)


def _any(kind: type[Record], **fields: object) -> Record:
    return kind.model_validate({"id": "a", **fields})


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e7, max_value=1e7))
def test_a_number_comes_back_from_its_row(x: float) -> None:
    card = _any(Card, board="b", record="c", x=x, y=0.0)
    assert decode(Card, tuple(encode(card).values())) == card


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(-1e9, 1e9)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("aé🛳", max_size=2), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text("bca", max_size=2), JSON))
def test_a_nested_value_comes_back_in_the_same_order(quantity: dict[str, object]) -> None:
    claim = _any(Claim, text="a", quantity=quantity)
    again = decode(Claim, tuple(encode(claim).values()))
    assert again.model_dump_json() == claim.model_dump_json()


def test_columns_stand_in_the_order_of_the_fields() -> None:
    for kind in KINDS:
        assert [column.name for column in columns(kind)] == list(kind.model_fields)
