"""The records of an open project in memory: by kind, by id, and who refers to whom."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from time import perf_counter
from typing import TypeVar

from evidence_board.model.change import Change, ChangeSet, Run
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.record import Numbered, Record
from evidence_board.project.collecting import collection_held_off
from evidence_board.project.referrers import Referrers
from evidence_board.project.table import Table

R = TypeVar("R", bound=Record)
_SLICE = 2_000
"""So many records have their references noted at a time, in a few ms."""
_MOST_SEARCHES = 40
"""So often all records are looked at for referrers before all references are noted at once."""


class Records:
    """Every record of the project, kept in the order in which it was added."""

    def __init__(self, tables: Mapping[type[Record], Table]) -> None:
        self._tables = dict(tables)
        self._every = tuple(sorted(self._tables.values(), key=len, reverse=True))
        """Those with most records first: an id is likely to be there."""
        self._recent = self._every[0]
        """Where one was found last: the next is likely to be there too."""
        self._referrers: Referrers | None = None
        self._preparing = self._slices()
        """What numbers all records and notes all references, a slice at a time."""
        self._searched: dict[str, list[str]] = {}
        """Who was found to hold which ids, until all references are noted or some change."""
        self._numbers: dict[type[Record], _Numbers] = {}
        self._counting: set[type[Record]] = set()

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""
        return self._tables[kind].all()  # type: ignore[return-value]  # held by its kind

    def count(self, kind: type[Record]) -> int:
        """Return how many records of a kind there are."""
        return len(self._tables[kind])

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        """Return fields of all records of a kind, a list for each, in the order of `all`."""
        return tuple(self._tables[kind].column(name) for name in names)

    def stored(self, kind: type[Record], name: str) -> list[object]:
        """Return one field of all records of a kind as it is stored."""
        return self._tables[kind].stored(name)

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""
        return self._tables[kind].get(id)  # type: ignore[return-value]  # held by its kind

    def find(self, id: str) -> Record | None:
        """Return the record with this id, of whatever kind, or None."""
        place = self._recent.places.get(id)
        if place is not None:
            return self._recent.at(place)
        for table in self._every:
            place = table.places.get(id)
            if place is not None:
                self._recent = table
                return table.at(place)
        return None

    def present(self, record: R) -> R | None:
        """Return a record as it is now, or None if it is not there any more."""
        table = self._tables[type(record)]
        place = table.places.get(record.id)
        return None if place is None else table.at(place)  # type: ignore[return-value]  # held by its kind

    def holding(self, ids: Iterable[str]) -> set[str]:
        """Return which of these ids are those of records."""
        left, found = set(ids), set[str]()
        for table in self._every:
            here = table.places.keys() & left
            found |= here
            left -= here
            if not left:
                break
        return found

    def not_of(self, tables: Iterable[str], ids: Iterable[str]) -> set[str]:
        """Return which of these ids are not those of records in these tables."""
        left = set(ids)
        for table in tables:
            left -= self._tables[KIND_OF[table]].places.keys() & left
        return left

    def named(self, ids: set[str]) -> bool:
        """Whether any record holds one of these ids in a reference; all are looked at."""
        fields = chain.from_iterable(table.reference_columns() for table in self._every)
        return any(not ids.isdisjoint(_flat(field)) for field in fields)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id in one of their references."""
        found = map(self.find, self._holders(id))
        return tuple(record for record in found if record is not None)

    def counts(self, kind: type[Numbered]) -> bool:
        """Whether it was told, by `count_from`, which numbers of this kind were given before."""
        return kind in self._counting

    def count_from(self, kind: type[Numbered], highest: int) -> None:
        """Give numbers above this one only."""
        self._counting.add(kind)
        numbers = self._numbers_of(kind)
        numbers.highest = max(numbers.highest, highest)

    def next_number(self, kind: type[Numbered]) -> int:
        """Return the number that the next record of this kind gets."""
        return self._numbers_of(kind).highest + 1

    def has_number(self, kind: type[Numbered], number: int) -> bool:
        """Whether a record of this kind has this number."""
        return number in self._numbers_of(kind).given

    def apply(self, changes: ChangeSet) -> None:
        """Make changes, those of one sort together; the caller makes them in the file as well."""
        if self._referrers is None and any(run.touches_references for run in changes.runs):
            self._preparing = self._slices()
            self._searched.clear()
        for run in changes.runs:
            self._tables[run.kind].apply(run)
            if run.touches_references:
                self._follow_references(run)
            if run.kind in self._numbers:
                for change in run.changes:
                    self._note_numbers(change.before, change.after)

    def differences(self, other: "Records") -> ChangeSet:
        """Return the changes that lead from these records to the other ones."""
        ids = dict.fromkeys((*self._differing(other), *other._differing(self)))
        pairs = ((self.find(id), other.find(id)) for id in ids)
        return ChangeSet(tuple(Change(mine, theirs) for mine, theirs in pairs if mine != theirs))

    def _differing(self, other: "Records") -> Iterator[str]:
        for kind, table in self._tables.items():
            yield from table.differing(other._tables[kind])

    def _numbers_of(self, kind: type[Numbered]) -> "_Numbers":
        if kind not in self._numbers:
            self._numbers[kind] = _Numbers(set(self._tables[kind].column("number")))  # type: ignore[arg-type]  # whole numbers
        return self._numbers[kind]

    def _note_numbers(self, before: Record | None, after: Record | None) -> None:
        for numbered in (before, after):
            if isinstance(numbered, Numbered) and type(numbered) in self._numbers:
                numbers = self._numbers[type(numbered)]
                (numbers.drop if numbered is before else numbers.take)(numbered.number)

    def prepare(self, seconds: float) -> bool:
        """Make ready, for so long, what finding records and referrers takes; whether all is.

        Nothing is lost by a change in between, or when somebody asks before all is ready.
        """
        until = perf_counter() + seconds
        return all(perf_counter() < until for _ in self._preparing)

    def _slices(self) -> Iterator[None]:
        for table in self._every:
            table.number()
            yield
        referrers = Referrers()
        for table in self._tables.values():
            columns = table.reference_columns()
            ids = list(table) if columns else []
            for start in range(0, len(ids), _SLICE):
                part = slice(start, start + _SLICE)
                with collection_held_off():
                    referrers.note_all(ids[part], [column[part] for column in columns])
                yield
        self._referrers = referrers
        self._searched.clear()

    def _holders(self, id: str) -> Iterable[str]:
        """Return the ids of those that hold an id; few are searched for, many are noted first."""
        if self._referrers is None and len(self._searched) < _MOST_SEARCHES:
            if id not in self._searched:
                tables = self._tables.values()
                self._searched[id] = [holder for table in tables for holder in table.holders(id)]
            return self._searched[id]
        return self._referrer_index().of(id)

    def _referrer_index(self) -> Referrers:
        if self._referrers is None:
            deque(self._preparing, maxlen=0)
        assert self._referrers is not None
        return self._referrers

    def _follow_references(self, run: Run) -> None:
        if self._referrers is None:
            return
        for change in run.changes:
            if change.before is not None:
                for _, id in change.before.referenced():
                    self._referrers.forget(id, change.before.id)
            if change.after is not None:
                for _, id in change.after.referenced():
                    self._referrers.note(id, change.after.id)


def _flat(field: list[object]) -> Iterable[object]:
    """Return the ids of a field: one for each record, or several."""
    several = bool(field) and isinstance(field[0], tuple)
    return chain.from_iterable(field) if several else field  # type: ignore[arg-type]  # all are tuples


class _Numbers:
    """The numbers given to records of one kind; the highest that was given is not given again."""

    def __init__(self, given: set[int]) -> None:
        self.given = given
        self.highest = max(given, default=0)

    def take(self, number: int) -> None:
        self.given.add(number)
        self.highest = max(self.highest, number)

    def drop(self, number: int) -> None:
        self.given.discard(number)
