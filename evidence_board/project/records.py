"""The records of an open project in memory: by kind, by id, and who refers to whom."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from evidence_board.model.change import Change
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Numbered, Record

R = TypeVar("R", bound=Record)


class Records:
    """Every record of the project, kept in the order in which it was added."""

    def __init__(self) -> None:
        self._by_kind: dict[type[Record], dict[str, Record]] = {kind: {} for kind in KINDS}
        self._by_id: dict[str, Record] = {}
        self._referrers: dict[str, dict[str, None]] | None = None
        self._numbers: dict[type[Record], int] | None = None

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

    def next_number(self, kind: type[Numbered]) -> int:
        """Return the number that the next record of this kind gets."""
        if self._numbers is None:
            self._numbers = {}
        if kind not in self._numbers:
            self._numbers[kind] = max((one.number for one in self.all(kind)), default=0)
        return self._numbers[kind] + 1

    def apply(self, change: Change) -> None:
        """Make one change; the caller has made it in the file as well."""
        if change.before is not None:
            self._forget_references(change.before)
        if change.after is None:
            gone = change.record
            del self._by_kind[type(gone)][gone.id]
            del self._by_id[gone.id]
            return
        record = change.after
        self._by_kind[type(record)][record.id] = record
        self._by_id[record.id] = record
        self._note_references(record)
        if isinstance(record, Numbered) and self._numbers is not None:
            highest = max(self._numbers.get(type(record), 0), record.number)
            self._numbers[type(record)] = highest

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
