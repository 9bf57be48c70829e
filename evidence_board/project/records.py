"""The records of an open project in memory: by kind, by id, and who refers to whom."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Numbered, Record

R = TypeVar("R", bound=Record)


class Records:
    """Every record of the project, kept in the order in which it was added."""

    def __init__(self) -> None:
        self._by_kind: dict[type[Record], dict[str, Record]] = {kind: {} for kind in KINDS}
        self._by_id: dict[str, Record] = {}
        self._referrers: dict[str, dict[str, None]] | None = None
        self._numbers: dict[type[Record], _Numbers] = {}
        self._counting: set[type[Record]] = set()

    def load(self, kind: type[R], records: Iterable[R]) -> None:
        """Take in all records of a kind."""
        held = {record.id: record for record in records}
        self._by_kind[kind] = dict(held)
        self._by_id.update(held)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""
        return tuple(self._by_kind[kind].values())  # type: ignore[arg-type]  # held by its kind

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""
        return self._by_kind[kind][id]  # type: ignore[return-value]  # held by its kind

    def find(self, id: str) -> Record | None:
        """Return the record with this id, of whatever kind, or None."""
        return self._by_id.get(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id in one of their references."""
        return tuple(self._by_id[other] for other in self._referrer_index().get(id, ()))

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

    def apply(self, change: Change) -> None:
        """Make one change; the caller has made it in the file as well."""
        if change.before is not None:
            self._forget_references(change.before)
            self._note_number(change.before, gone=True)
        if change.after is None:
            gone = change.record
            del self._by_kind[type(gone)][gone.id]
            del self._by_id[gone.id]
            return
        record = change.after
        self._by_kind[type(record)][record.id] = record
        self._by_id[record.id] = record
        self._note_references(record)
        self._note_number(record, gone=False)

    def differences(self, other: "Records") -> ChangeSet:
        """Return the changes that lead from these records to the other ones."""
        ids = dict.fromkeys((*self._by_id, *other._by_id))
        pairs = ((self.find(id), other.find(id)) for id in ids)
        return ChangeSet(tuple(Change(mine, theirs) for mine, theirs in pairs if mine != theirs))

    def _numbers_of(self, kind: type[Numbered]) -> "_Numbers":
        if kind not in self._numbers:
            self._numbers[kind] = _Numbers({one.number for one in self.all(kind)})
        return self._numbers[kind]

    def _note_number(self, record: Record, *, gone: bool) -> None:
        if isinstance(record, Numbered) and type(record) in self._numbers:
            (self._numbers[type(record)].drop if gone else self._numbers[type(record)].take)(
                record.number
            )

    def _referrer_index(self) -> dict[str, dict[str, None]]:
        if self._referrers is None:
            self._referrers = defaultdict(dict)
            for record in self._by_id.values():
                self._note_references(record)
        return self._referrers

    def _note_references(self, record: Record) -> None:
        if self._referrers is not None:
            for _, id in record.referenced():
                self._referrers.setdefault(id, {})[record.id] = None

    def _forget_references(self, record: Record) -> None:
        if self._referrers is not None:
            for _, id in record.referenced():
                self._referrers.get(id, {}).pop(record.id, None)


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
