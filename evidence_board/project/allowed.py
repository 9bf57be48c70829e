"""Which records the filters of a search let through: by source, grade, date and tag."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import lru_cache

from sqlalchemy import Connection

from evidence_board.model.edtf import Bounds, bounds
from evidence_board.model.folding import fold
from evidence_board.project.asked import Asked, Days
from evidence_board.project.engine import driver
from evidence_board.project.schema import loaded, quoted

Reading = Callable[[], AbstractContextManager[Connection]]
"""Lends the connection of a project to read, see `store.py`; others wait for it meanwhile."""
_ROWS = 4_000
"""So many rows are read before others may have the connection."""
_MANY = 200
SORTS: Mapping[str, tuple[str, str]] = {
    "hypothesis": ("claim", "hypothesis"),
    "question": ("note", "gap"),
    "indicator": ("note", "indicator"),
}
"""Kinds of people's that are told apart by a field, with the table and what stands in it."""


class Allowed:
    """The ids that all filters let through, or None where there are none but kinds of record.

    `unknown` are the filters that name what is not there.
    """

    def __init__(self, reading: Reading, asked: Asked) -> None:
        self._reading = reading
        self.unknown: tuple[str, ...] = ()
        sets: list[set[str]] = []
        if asked.kinds and all(kind in SORTS for kind in asked.kinds):
            sets.append(self._sorts(asked.kinds))
        if asked.sources:
            sets.append(self._of(self._named(asked.sources)))
        if asked.grades:
            sets.append(set().union(*map(self._graded, asked.grades)))
        sets += [self._within(days) for days in asked.dates]
        sets += [self._tagged(tag) for tag in asked.tags]
        self.ids = set.intersection(*sets) if sets else None

    def _rows(self, table: str, *names: str) -> Iterator[tuple[object, ...]]:
        """Yield fields of all rows of a table, a part of them at a time."""
        listed, after = ", ".join(map(quoted, names)), 0
        query = f"SELECT rowid, {listed} FROM {quoted(table)} WHERE rowid > ? LIMIT {_ROWS}"
        while True:
            with self._reading() as connection:
                rows = driver(connection).execute(query, (after,)).fetchall()
            yield from (row[1:] for row in rows)
            if len(rows) < _ROWS:
                return
            after = rows[-1][0]

    def _sorts(self, kinds: Iterable[str]) -> set[str]:
        wanted = {SORTS[kind] for kind in kinds}
        tables = {table for table, _ in wanted}
        rows = ((table, row) for table in tables for row in self._rows(table, "id", "kind"))
        return {str(id) for table, (id, sort) in rows if (table, sort) in wanted}

    def _named(self, sources: Iterable[str]) -> set[str]:
        """Return the ids of the sources with these marks, or whose names begin like this."""
        found: set[str] = set()
        rows = list(self._rows("source", "id", "number", "title", "publisher"))
        for name in sources:
            begins = fold(name)
            one = {
                str(id)
                for id, number, *names in rows
                if f"S{number}" == name or any(fold(str(n)).startswith(begins) for n in names)
            }
            if not one:
                self.unknown += (f"source:{name}",)
            found |= one
        return found

    def _of(self, sources: set[str]) -> set[str]:
        """Return all that is of sources: they themselves, texts, excerpts, claims they state."""
        found = set(sources)
        found |= self._under(sources)
        for claim, source, chain in self._rows("assertion", "claim", "source", "chain"):
            listed = loaded(chain)
            told = listed if isinstance(listed, tuple) else ()
            if source in sources or not sources.isdisjoint(told):
                found.add(str(claim))
        return found

    def _graded(self, grade: str) -> set[str]:
        letter, digit = grade.rstrip("123456"), grade.lstrip("ABCDEF")
        found: list[set[str]] = []
        if letter:
            rows = self._rows("source", "id", "reliability")
            found.append(self._of({str(id) for id, one in rows if one == letter}))
        if digit:
            rows = self._rows("claim", "id", "credibility")
            found.append({str(id) for id, one in rows if one == digit})
        return set.intersection(*found)

    def _within(self, days: Days) -> set[str]:
        dated = {
            str(id)
            for id, published in self._rows("source", "id", "published")
            if _touches(published, days)
        }
        found = set(dated)
        found |= self._under(dated)
        for id, *times in self._rows("claim", "id", "event", "stated", "published"):
            if _touches(next(filter(None, times), None), days):
                found.add(str(id))
        return found

    def _tagged(self, label: str) -> set[str]:
        """Return what has a tag whose words begin like this; of sources, the texts too."""
        begins = fold(label)
        tags = {id for id, one in self._rows("tag", "id", "label") if _begins(one, begins)}
        if not tags:
            self.unknown += (f"tag:{label}",)
        found = {str(one) for tag, one in self._rows("tagging", "tag", "record") if tag in tags}
        return found | self._under(found)

    def _under(self, sources: set[str]) -> set[str]:
        """Return the texts and excerpts of sources; of few by an index, of many by all rows."""
        found: set[str] = set()
        for table in ("capture", "excerpt"):
            if len(sources) > _MANY:
                rows = self._rows(table, "id", "source")
                found |= {str(id) for id, one in rows if one in sources}
                continue
            query = f"SELECT id FROM {quoted(table)} WHERE source = ?"
            for source in sources:
                with self._reading() as connection:
                    held = driver(connection).execute(query, (source,)).fetchall()
                found |= {id for (id,) in held}
        return found


def _begins(words: object, begins: str) -> bool:
    return fold(str(words)).startswith(begins)


def _touches(edtf: object, days: Days) -> bool:
    """Whether a date may mean a day of these."""
    if not edtf:
        return False
    known = _bounds(str(edtf))
    starts_in_time = days.last is None or known.earliest is None or known.earliest <= days.last
    return starts_in_time and (
        days.first is None or known.latest is None or known.latest >= days.first
    )


@lru_cache(maxsize=4_096)
def _bounds(edtf: str) -> Bounds:
    return bounds(edtf)
