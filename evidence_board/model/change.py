"""Changes: what a transaction, an undo or a redo did to the records."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from evidence_board.model.record import Record


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

    def inverse(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True)
class ChangeSet:
    """The changes of one step, in the order in which they were made."""

    changes: tuple[Change, ...] = ()

    def inverse(self) -> "ChangeSet":
        """Return the change set that takes this one back."""
        return ChangeSet(tuple(change.inverse() for change in reversed(self.changes)))

    def firsts(self) -> Iterator[Change]:
        """Yield each record's first change: what it was before the whole set."""
        seen: set[str] = set()
        for change in self.changes:
            if change.record.id not in seen:
                seen.add(change.record.id)
                yield change

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether a record of one of these kinds was added, changed or removed."""
        return any(isinstance(change.record, kinds) for change in self.changes)

    def added(self) -> Iterator[Record]:
        """Yield the records that are new."""
        return (c.after for c in self.changes if c.before is None and c.after is not None)

    def updated(self) -> Iterator[Record]:
        """Yield the changed records as they are now."""
        return (c.after for c in self.changes if c.before is not None and c.after is not None)

    def removed(self) -> Iterator[Record]:
        """Yield the records that are gone, as they were."""
        return (c.before for c in self.changes if c.after is None and c.before is not None)
