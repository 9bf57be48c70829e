"""Changes: what a transaction, an undo or a redo did to the records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, groupby
from operator import ne
from typing import Self, TypeVar

from evidence_board.model.record import Record, column

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Change:
    """One record before and after; None before means added, None after means removed."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is after the change, or as it was where it is gone."""
        record = self.after or self.before
        assert record is not None
        return record

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ; all of a record that is new or gone."""
        was, now = self.before, self.record
        if was is None or was is now or type(was) is not type(now):
            return tuple(now.__dict__)
        held = was.__dict__
        return tuple(
            name
            for name, value in now.__dict__.items()
            if held[name] is not value and held[name] != value
        )

    @classmethod
    def known(cls, before: Record | None, after: Record | None, fields: tuple[str, ...]) -> Self:
        """Return the change of a record whose fields that differ are known already."""
        change = object.__new__(cls)
        change.__dict__.update(before=before, after=after, fields=fields)
        return change

    def inverse(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True)
class Run:
    """Changes of one sort that follow each other, so that they can be made together.

    All are of one kind of record, and add, or remove, or change the same `fields`.
    """

    kind: type[Record]
    changes: Sequence[Change]
    fields: tuple[str, ...]

    @property
    def adds(self) -> bool:
        """Whether the records are new."""
        return self.changes[0].before is None

    @property
    def removes(self) -> bool:
        """Whether the records are gone."""
        return self.changes[0].after is None

    @property
    def records(self) -> list[Record]:
        """The records after the changes, or as they were where they are gone."""
        return [change.record for change in self.changes]

    @property
    def touches_references(self) -> bool:
        """Whether the records may refer to other ones than before."""
        return any(name in self.kind.references for name in self.fields)


@dataclass(frozen=True)
class Extent:
    """How many records of a table a step added, changed and removed."""

    table: str
    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def total(self) -> int:
        """How many changes these are."""
        return self.added + self.changed + self.removed


def runs(changes: Iterable[Change]) -> Iterator[Run]:
    """Yield changes in their order, those of one sort that follow each other together."""
    for (_, _, fields), alike in groupby(changes, _sort):
        run = tuple(alike)
        yield Run(type(run[0].record), run, fields)


def _sort(change: Change) -> tuple[type, type, tuple[str, ...]]:
    return type(change.before), type(change.after), change.fields


def replaced(
    kind: type[R], records: Sequence[R], fields: Mapping[str, Sequence[object]]
) -> list[Change]:
    """Return what giving records of a kind other values changes; nothing for those that stay.

    A list of values for each field, one for each record; ValidationError as `Record.replace`.
    """
    names = [name for name in kind.model_fields if name in fields]
    afters = kind.replace_all(records, fields)
    differ = [map(ne, column(records, name), column(afters, name)) for name in names]
    known: dict[tuple[object, ...], tuple[str, ...]] = {}
    changes: list[Change] = []
    for before, after, pattern in zip(records, afters, zip(*differ, strict=True), strict=True):
        if pattern not in known:
            known[pattern] = tuple(compress(names, pattern))
        if known[pattern]:
            changes.append(Change.known(before, after, known[pattern]))
    return changes


@dataclass(frozen=True)
class ChangeSet:
    """The changes of one step, in the order in which they were made."""

    changes: tuple[Change, ...] = ()

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The changes in their order, those of one sort that follow each other together."""
        return tuple(runs(self.changes))

    def inverse(self) -> "ChangeSet":
        """Return the change set that takes this one back."""
        return ChangeSet(tuple(change.inverse() for change in reversed(self.changes)))

    def then(self, later: "ChangeSet") -> "ChangeSet":
        """Return what both do one after the other, at most one change of each record."""
        if self._distinct and later._distinct and self._ids.isdisjoint(later._ids):
            # A large drop goes on with its step again and again: only what is new is looked at.
            both = ChangeSet((*self.changes, *later.changes))
            both.__dict__.update(_ids=self._ids | later._ids, _distinct=True)
            return both
        ends: dict[str, Change] = {}
        for change in (*self.changes, *later.changes):
            id = change.record.id
            ends[id] = Change(ends[id].before if id in ends else change.before, change.after)
        return ChangeSet(tuple(one for one in ends.values() if _changes(one)))

    @cached_property
    def _ids(self) -> frozenset[str]:
        """The ids of the records that change."""
        return frozenset(change.record.id for change in self.changes)

    @cached_property
    def _distinct(self) -> bool:
        """Whether each change is of another record and changes something."""
        return len(self._ids) == len(self.changes) and all(map(_changes, self.changes))

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether a record of one of these kinds was added, changed or removed."""
        return any(isinstance(change.record, kinds) for change in self.changes)

    def extents(self) -> "tuple[Extent, ...]":
        """Return how many records of each kind were added, changed and removed."""
        counts: dict[str, list[int]] = {}
        for change in self.changes:
            count = counts.setdefault(change.record.table, [0, 0, 0])
            count[0 if change.before is None else 2 if change.after is None else 1] += 1
        return tuple(Extent(table, *count) for table, count in counts.items())

    def added(self) -> Iterator[Record]:
        """Yield the records that are new."""
        return (c.after for c in self.changes if c.before is None and c.after is not None)

    def updated(self) -> Iterator[Record]:
        """Yield the changed records as they are now."""
        return (c.after for c in self.changes if c.before is not None and c.after is not None)

    def removed(self) -> Iterator[Record]:
        """Yield the records that are gone, as they were."""
        return (c.before for c in self.changes if c.after is None and c.before is not None)


def _changes(change: Change) -> bool:
    """Whether what was before differs from what is after; new and removed records do."""
    if change.before is None or change.after is None:
        return change.before is not change.after
    return change.before != change.after
