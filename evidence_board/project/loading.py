"""Reading all rows of a project file into columns; what no record could hold is refused.

A row was validated when it was stored, so only what could break the program is looked at here:
JSON that cannot be read, and references that lead nowhere. Equal ids and words are kept once.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection

from evidence_board.model.excerpt import Excerpt
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import DEEPEST, Record, within_reach
from evidence_board.project.collecting import collection_held_off
from evidence_board.project.engine import driver
from evidence_board.project.errors import UnsoundRows
from evidence_board.project.limits import judge_of, shape_of, spans_fit
from evidence_board.project.reading import Strung, by_rows, read_columns, strung, strung_beside
from evidence_board.project.records import Records
from evidence_board.project.schema import Column, columns, loaded
from evidence_board.project.table import Table

Values = list[object]
Taker = Callable[[Values], Values]
"""What makes of fresh values of a column those that are kept."""


def load(connection: Connection, path: Path | None = None) -> tuple[Records, str]:
    """Read all records, each kind in the order in which its rows were added.

    With the path of the file a thread reads most of it meanwhile; the transaction under way must
    keep others from writing to it.

    Also returns what no sound project has, in a sentence, or nothing: a reference that leads
    nowhere. UnsoundRows says that a row cannot be what a record holds.
    """
    raw = driver(connection)
    with collection_held_off(), _strung(raw, path) as texts:
        return _Loading(raw, texts).result()


def _strung(raw: sqlite3.Connection, path: Path | None) -> AbstractContextManager[Strung]:
    """Lend the texts of all columns; a thread can read them where no log lies beside the file."""
    (mode,) = raw.execute("PRAGMA journal_mode").fetchone()
    return nullcontext(strung(raw)) if path is None or mode == "wal" else strung_beside(path)


class _Loading:
    """One reading of all tables, and the ids and words met so far."""

    def __init__(self, raw: sqlite3.Connection, texts: Strung) -> None:
        self._raw = raw
        self._strung = texts
        self._handed = {kind: by_rows(raw, kind) for kind in KINDS}
        """By kind, columns that are not strung; read while the first texts are not there yet."""
        self._ids: dict[object, object] = {}
        self._apart: dict[str, list[object]] = {}
        """By table, the ids that no other table has asked for yet."""
        self._words: dict[object, object] = {}
        self._read: dict[object, set[object]] = {}
        """By the shape that it has, JSON text that was read."""
        self._chained: set[object] = set()
        self._ahead: set[str] = set()
        """Ids that were held before their own record was met, if it is there at all."""

    def result(self) -> tuple[Records, str]:
        """Return the records, and what is wrong with them."""
        tables = {kind: self._table(kind) for kind in KINDS}
        return Records(tables), self._fault(tables)

    def _fault(self, tables: Mapping[type[Record], Table]) -> str:
        if len(tables[ProjectRecord]) != 1:
            return "The file does not say which project it is. Restore it from a backup."
        lost = {id for id in self._ahead if not any(id in table for table in tables.values())}
        holders = (_holder(kind, table, lost) for kind, table in tables.items() if lost)
        found = next(filter(None, holders), None)
        if found is None:
            return ""
        return f"{found} names a record that is not there. Restore the project from a backup."

    def _table(self, kind: type[Record]) -> Table:
        try:
            read = read_columns(self._raw, kind, *next(self._strung), self._handed.pop(kind))
            if read["id"]:
                self._expect_ids(kind)
            taken = tuple(self._taken(kind, one, read.pop(one.name)) for one in columns(kind))
        except (ValueError, RecursionError) as error:
            raise UnsoundRows(
                f"A {kind.noun} in the project cannot be read ({error}). Restore the project "
                "from a backup."
            ) from None
        if kind is Excerpt and not spans_fit(*_columns_of_spans(taken)):
            raise UnsoundRows(
                "The words of an excerpt are not as long as its place in the source. Restore the "
                "project from a backup."
            )
        self._apart[kind.table] = taken[0]
        return Table(kind, taken)

    def _taken(self, kind: type[Record], column: Column, fresh: Values) -> Values:
        """Return what is kept of fresh values of a column; where all are alike, one is."""
        if not fresh:
            return fresh
        take = self._taker(kind, column)
        alike = fresh[0] == fresh[-1] and fresh.count(fresh[0]) == len(fresh)
        different = fresh[:1] if alike else fresh
        judge = judge_of(kind, column)
        if judge is not None and not judge(different):
            raise ValueError(f"its {column.name} is not what that may be")
        return take(different) * len(fresh) if alike else take(different)

    def _expect_ids(self, kind: type[Record]) -> None:
        """Let the ids be known that records of this kind may hold."""
        for table in chain.from_iterable(kind.references.values()):
            ids = self._apart.pop(table, ())
            self._ids.update(zip(ids, ids, strict=True))

    def _taker(self, kind: type[Record], column: Column) -> Taker:
        if column.is_json:
            if column.name in kind.references:
                return self._chains
            return partial(self._objects, shape_of(kind, column.name))
        if column.name == "id":
            return _as_they_are
        if column.name in kind.references:
            return self._references
        return self._choices if column.choices else self._whatever

    def _references(self, fresh: Values) -> Values:
        known: Values = list(map(self._ids.get, fresh))
        return [self._met(one) for one in fresh] if None in known else known

    def _met(self, id: object) -> object:
        """Return the id as its record has it, or, where that is not read yet, as it stands here."""
        if id not in self._ids and isinstance(id, str):
            self._ahead.add(id)
        return self._ids.get(id, id)

    def _whatever(self, fresh: Values) -> Values:
        """Return words as they were met before, where there is one; the pool is for these only."""
        return self._choices(fresh) if len(fresh) == 1 and isinstance(fresh[0], str) else fresh

    def _choices(self, fresh: Values) -> Values:
        return list(map(self._words.setdefault, fresh, fresh))

    def _objects(self, shaped: Callable[[object], bool], fresh: Values) -> Values:
        read = self._read.setdefault(shaped, {None})
        for text in set(fresh) - read:
            if not shaped(_readable(text)):
                raise ValueError("JSON of another shape")
        read.update(fresh)
        return self._choices(fresh)

    def _chains(self, fresh: Values) -> Values:
        for text in set(fresh) - self._chained:
            held = _readable(text)
            sound = isinstance(held, tuple) and all(isinstance(one, str) for one in held)
            self._ahead.update(held if isinstance(held, tuple) and sound else (str(text),))
        self._chained.update(fresh)
        return self._choices(fresh)


def _as_they_are(fresh: Values) -> Values:
    return fresh


def _readable(text: object) -> object:
    """Return what JSON text holds; ValueError if that cannot be read everywhere and always."""
    held = loaded(text)
    if isinstance(text, str) and text.count("[") + text.count("{") > DEEPEST:
        within_reach(json.loads(text))
    return held


def _columns_of_spans(taken: tuple[Values, ...]) -> tuple[Values, ...]:
    by_name = {column.name: values for column, values in zip(columns(Excerpt), taken, strict=True)}
    return tuple(by_name[name] for name in ("start", "end", "exact", "region"))


def _holder(kind: type[Record], table: Table, lost: set[str]) -> str:
    """Return the words for a record of this kind that holds one of these ids, or nothing."""
    for name in kind.references:
        for id, held in zip(table, table.column(name), strict=True):
            ids = held if isinstance(held, tuple) else (held,)
            if any(one is not None and (not isinstance(one, str) or one in lost) for one in ids):
                return f"The {kind.noun} {id}"
    return ""
