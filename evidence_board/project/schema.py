"""The SQL schema, written from the fields of the records.

Every value is of the type its column states (STRICT), every choice has a named CHECK, foreign
keys are RESTRICT: a command removes what depends on a record itself, so that undo is complete.
"""

import json
import sqlite3
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, Union, get_args, get_origin

from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Plain, Record
from evidence_board.paths import resource

APPLICATION_ID = 0x45564231
VERSION = 5
"""Each one before has a step in `migrating.py`, and its statements in resources/schema."""

_TYPES: Mapping[type, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}

_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
)

LEDGER = (
    "CREATE TABLE attachment (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, "
    "bytes BLOB NOT NULL, CONSTRAINT attachment_size CHECK (size = length(bytes))) STRICT",
    "CREATE TABLE step (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, "
    "at TEXT NOT NULL, author TEXT NOT NULL, state TEXT NOT NULL, "
    "schema_version INTEGER NOT NULL, hash TEXT NOT NULL, "
    "CONSTRAINT step_state CHECK (state IN ('done', 'undone', 'abandoned'))) STRICT",
    "CREATE TABLE change (step INTEGER NOT NULL REFERENCES step (seq) ON DELETE RESTRICT, "
    "seq INTEGER NOT NULL, record TEXT NOT NULL, record_id TEXT NOT NULL, "
    "before TEXT, after TEXT, PRIMARY KEY (step, seq), "
    "CONSTRAINT change_any CHECK (before IS NOT NULL OR after IS NOT NULL)) STRICT, WITHOUT ROWID",
    "CREATE INDEX change_record_id ON change (record_id)",
    "CREATE INDEX change_removed ON change (record) WHERE after IS NULL",
    "CREATE TABLE indexed (seq INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE) STRICT",
    "CREATE VIRTUAL TABLE search USING fts5(text, tokenize = 'unicode61 remove_diacritics 2', "
    "prefix = '1 2 3', detail = none)",
    "CREATE VIRTUAL TABLE parts USING fts5(text, tokenize = 'trigram', detail = none, "
    "content = '')",
)


@dataclass(frozen=True)
class Column:
    """A column: its SQL type, whether NULL may stand there, whether it holds JSON text."""

    name: str
    sql_type: str
    nullable: bool
    is_json: bool
    is_bool: bool
    choices: tuple[str, ...]
    foreign_key: str | None


@cache
def columns(kind: type[Record]) -> tuple[Column, ...]:
    """Return the columns of a record's table, in the order of its fields."""
    return tuple(_column(kind, name) for name in kind.model_fields)


@cache
def by_name(kind: type[Record]) -> Mapping[str, Column]:
    """Return the columns of a record's table by the names of its fields."""
    return {column.name: column for column in columns(kind)}


def _column(kind: type[Record], name: str) -> Column:
    field = kind.model_fields[name]
    bare, nullable = _without_none(field.annotation)
    choices = get_args(bare) if get_origin(bare) is Literal else ()
    is_json = get_origin(bare) in (tuple, dict)
    sql_type = "TEXT" if choices or is_json else _TYPES[bare]
    return Column(
        name, sql_type, nullable, is_json, bare is bool, choices, _foreign_key(kind, name, is_json)
    )


def _foreign_key(kind: type[Record], name: str, is_json: bool) -> str | None:
    """Return what SQL itself can check: one id of one table. The transaction checks the rest."""
    if name in kind.attachments:
        return "attachment.sha256"
    tables = kind.references.get(name, ())
    return f"{tables[0]}.id" if len(tables) == 1 and not is_json else None


def _without_none(annotation: object) -> tuple[type, bool]:
    nullable = False
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [one for one in get_args(annotation) if one is not type(None)]
        nullable, annotation = True, rest[0]
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    assert isinstance(annotation, type) or get_origin(annotation)
    return annotation, nullable  # type: ignore[return-value]  # a generic alias counts as a type


def statements(version: int = VERSION) -> tuple[str, ...]:
    """Return the CREATE statements of a project, in order.

    Those of an older version were written down when it was left, so that they stay what they were
    whatever becomes of the records.
    """
    return _of_this_version() if version == VERSION else frozen(version)


@cache
def frozen(version: int) -> tuple[str, ...]:
    """Return the statements of a version as they were written down."""
    written = resource("schema", f"{version}.sql").read_text(encoding="utf-8")
    return tuple(" ".join(one.split()) for one in written.split(";\n") if one.strip())


def _of_this_version() -> tuple[str, ...]:
    made: list[str] = list(LEDGER)
    for kind in KINDS:
        made.append(_create_table(kind))
        made += [
            f"CREATE INDEX {kind.table}_{c.name} ON {kind.table} ({quoted(c.name)})"
            for c in columns(kind)
            if c.foreign_key
        ]
    return tuple(made)


def _create_table(kind: type[Record]) -> str:
    lines = [_definition(c) for c in columns(kind)]
    lines += [
        f"CONSTRAINT {kind.table}_{c.name} CHECK ({check})"
        for c in columns(kind)
        if (check := _check(c))
    ]
    return f"CREATE TABLE {quoted(kind.table)} ({', '.join(lines)}) STRICT"


def _definition(column: Column) -> str:
    words = [quoted(column.name), column.sql_type]
    if column.name == "id":
        words.append("PRIMARY KEY")
    if not column.nullable:
        words.append("NOT NULL")
    if column.foreign_key:
        table, field = column.foreign_key.split(".")
        words.append(f"REFERENCES {quoted(table)} ({field}) ON DELETE RESTRICT")
    return " ".join(words)


def _check(column: Column) -> str:
    name = quoted(column.name)
    if column.choices:
        listed = ", ".join("'" + choice.replace("'", "''") + "'" for choice in column.choices)
        return f"{name} IN ({listed})"
    if column.is_json:  # json_valid is not to be had where the schema is not trusted
        shape = f"substr({name}, 1, 1) IN ('[', '{{')"
        return f"{name} IS NULL OR {shape}" if column.nullable else shape
    if column.is_bool:
        return f"{name} IN (0, 1)"
    if column.sql_type == "REAL":
        return (
            f"{name} IS NULL OR abs({name}) <= 1e300"
            if column.nullable
            else (f"abs({name}) <= 1e300")
        )
    return ""


def kinds_in(raw: sqlite3.Connection) -> tuple[type[Record], ...]:
    """Return the kinds that have a table in a file: one of an older version may lack some.

    Its schema has to be known to be that of its version.
    """
    there = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return tuple(kind for kind in KINDS if kind.table in there)


def quoted(name: str) -> str:
    """Return a table or column name of ours as an SQL identifier."""
    return f'"{name}"'


def encode(record: Record) -> dict[str, object]:
    """Return the record as SQL values by column name, in the order of the columns."""
    held = record.__dict__
    return {column.name: encoded(column, held[column.name]) for column in columns(type(record))}


def encoded(column: Column, value: Plain) -> object:
    """Return what the column holds of a field."""
    if column.is_bool:
        return int(bool(value))
    return canonical(value) if column.is_json and value is not None else value


def encoded_all(column: Column, values: list[object]) -> list[object]:
    """Return what the column holds of a field of several records."""
    if column.is_bool or column.is_json:
        return [encoded(column, value) for value in values]  # type: ignore[arg-type]  # they are plain
    return values


def decode(kind: type[Record], row: tuple[object, ...]) -> Record:
    """Return the record that a row of its table holds; the row's columns are in field order."""
    return decoder(kind)(row)


@cache
def decoder(kind: type[Record]) -> Callable[[tuple[object, ...]], Record]:
    """Return what makes a record of a row: for many rows, quicker than `decode` for each."""
    names = tuple(c.name for c in columns(kind))
    json_names = tuple(c.name for c in columns(kind) if c.is_json)
    flags = tuple(c.name for c in columns(kind) if c.is_bool)
    stored = kind.stored

    def decoded(row: tuple[object, ...]) -> Record:
        fields = dict(zip(names, row, strict=True))
        for name in json_names:
            fields[name] = loaded(fields[name])
        for name in flags:
            fields[name] = bool(fields[name])
        return stored(fields)

    return decoded


def loaded(value: object) -> object:
    """Return what a JSON column holds, a list as a tuple. Most are empty: those need no parser."""
    if value == "[]":
        return ()
    if value == "{}":
        return {}
    if not isinstance(value, str):
        return value
    held = json.loads(value)
    return tuple(held) if isinstance(held, list) else held


def canonical(value: Plain | dict[str, Plain]) -> str:
    """Return JSON text in its one canonical form: sorted keys, no spaces, no ASCII escapes."""
    return _CANONICAL.encode(value)
