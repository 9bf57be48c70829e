"""Reading all rows of a project file into columns; what no record could hold is refused.

A row was validated when it was stored, so only what could break the program is looked at here:
JSON that cannot be read, ids that two records have, and references that lead nowhere, or to a
record of a kind that they cannot name. Equal ids and words are kept once.
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
        self._ids: dict[str, list[object]] = {}
        """By table, the ids of the records in it."""
        self._of: dict[tuple[str, ...], dict[object, object]] = {}
        """By the tables that a reference may lead to, the ids in them, as they stand there."""
        self._words: dict[object, object] = {}
        self._read: dict[object, set[object]] = {}
        """By the shape that it has, JSON text that was read."""
        self._chained: set[object] = set()
        self._ahead: dict[tuple[str, ...], set[str]] = {}
        """By such tables, ids that were held before their record was met, if it is there at all."""

    def result(self) -> tuple[Records, str]:
        """Return the records, and what is wrong with them."""
        tables = {kind: self._table(kind) for kind in KINDS}
        return Records(tables), self._fault(tables)

    def _fault(self, tables: Mapping[type[Record], Table]) -> str:
        if len(tables[ProjectRecord]) != 1:
            return "The file does not say which project it is. Restore it from a backup."
        if len(set().union(*self._ids.values())) != sum(map(len, self._ids.values())):
            return "Two records of the project have the same id. Restore it from a backup."
        lost = {names: ids for names in self._ahead if (ids := self._lost(names))}
        holders = (_holder(kind, table, lost) for kind, table in tables.items() if lost)
        found = next(filter(None, holders), None)
        if found is None:
            return ""
        return f"{found} names a record that is not there. Restore the project from a backup."

    def _lost(self, names: tuple[str, ...]) -> set[str]:
        """Return the ids that were expected in these tables and are in none of them."""
        ahead = self._ahead[names]
        if not ahead:
            return ahead
        return ahead.difference(*(self._ids.get(name, ()) for name in names))

    def _table(self, kind: type[Record]) -> Table:
        try:
            read = read_columns(self._raw, kind, *next(self._strung), self._handed.pop(kind))
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
        self._ids[kind.table] = taken[0]
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

    def _known(self, names: tuple[str, ...]) -> dict[object, object]:
        """Return the ids that a reference to these tables may hold, as far as they were read."""
        if names in self._of:
            return self._of[names]
        ids = list(chain.from_iterable(self._ids.get(name, ()) for name in names))
        known: dict[object, object] = dict(zip(ids, ids, strict=True))
        if all(name in self._ids for name in names):
            self._of[names] = known
        return known

    def _taker(self, kind: type[Record], column: Column) -> Taker:
        if column.is_json:
            if column.name in kind.references:
                return partial(self._chains, kind.references[column.name])
            return partial(self._objects, shape_of(kind, column.name))
        if column.name == "id":
            return _as_they_are
        if column.name in kind.references:
            return partial(self._references, kind.references[column.name])
        return self._choices if column.choices else self._whatever

    def _references(self, names: tuple[str, ...], fresh: Values) -> Values:
        """Return ids as their records have them; where these are not read yet, as they stand."""
        ids = self._known(names)
        known: Values = list(map(ids.get, fresh))
        if None in known:
            unknown = {one for one in fresh if one not in ids and isinstance(one, str)}
            self._ahead.setdefault(names, set()).update(unknown)
            return list(map(ids.get, fresh, fresh))
        return known

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

    def _chains(self, names: tuple[str, ...], fresh: Values) -> Values:
        ahead = self._ahead.setdefault(names, set())
        for text in set(fresh) - self._chained:
            held = _readable(text)
            sound = isinstance(held, tuple) and all(isinstance(one, str) for one in held)
            ahead.update(held if isinstance(held, tuple) and sound else (str(text),))
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


def _holder(kind: type[Record], table: Table, lost_of: Mapping[tuple[str, ...], set[str]]) -> str:
    """Return the words for a record of this kind that holds an id that is lost, or nothing."""
    for name, tables in kind.references.items():
        lost = lost_of.get(tables, set())
        for id, held in zip(table, table.column(name), strict=True):
            ids = held if isinstance(held, tuple) else (held,)
            if any(one is not None and (not isinstance(one, str) or one in lost) for one in ids):
                return f"The {kind.noun} {id}"
    return ""
