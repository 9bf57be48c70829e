"""A transaction: the only way to change a project. All of it happens, or none of it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from evidence_board.model.change import Change, ChangeSet, replaced
from evidence_board.model.content import Bytes, digest_of, size_of
from evidence_board.model.record import Numbered, Record, column
from evidence_board.project import references
from evidence_board.project.engine import LARGEST
from evidence_board.project.errors import NotInTransaction
from evidence_board.project.records import Records

R = TypeVar("R", bound=Record)


class Stored(Protocol):
    """What a transaction asks of the file; saves that are under way count as done."""

    def attachment(self, digest: str) -> Bytes:
        """Return the bytes with this SHA-256; KeyError if they are not kept."""

    def keeps(self, digest: str) -> bool:
        """Whether the bytes with this SHA-256 are kept."""

    def highest_number(self, table: str) -> int:
        """Return the highest number of the records of a kind that were there once."""


class Transaction:
    """Adds, changes and removes records in memory; what it did is written when it is over.

    Made by `Project.transaction`, which saves or takes everything back.
    """

    def __init__(self, records: Records, stored: Stored, awaited: Record | None = None) -> None:
        self._records = records
        self._stored_before = stored
        self._awaited = awaited
        self._changes: list[Change] = []
        self._told: ChangeSet | None = ChangeSet()
        """The same, until another one is made."""
        self.kept_bytes: dict[str, Bytes] = {}
        """The bytes that it keeps, by their SHA-256."""
        self._open = True

    def add(self, record: R) -> R:
        """Store a new record; a numbered one without a number gets the next. Returns it."""
        return self.add_all((record,))[0]

    def add_all(self, records: Sequence[R]) -> list[R]:
        """Store new records, in this order; as `add` for each, quicker. Returns them."""
        known = self._records.holding(record.id for record in records)
        for record in records:
            if record.id in known:
                raise ValueError(f"There is a record with the id {record.id} already.")
            known.add(record.id)
        added = self._numbered(records)
        if self._awaited is not None and self._awaited.id not in known:
            self._bring_awaited(added)
        self._make(ChangeSet(tuple([Change(None, record) for record in added])))
        return added

    def update(self, record: R, /, **fields: object) -> R:
        """Give a stored record other field values; without a difference nothing happens."""
        now = self._stored(record)
        changed = now.replace(**fields)
        assert changed.id == now.id, "a record keeps its id"
        change = Change(now, changed)
        if change.fields:
            self._make(ChangeSet((change,)))
        return changed

    def update_all(self, changed: Iterable[tuple[Record, Mapping[str, object]]]) -> None:
        """Give stored records other field values, in this order; as `update` for each, quicker."""
        for (kind, names), alike in groupby(changed, _shape):
            run = [(self._stored(record), fields) for record, fields in alike]
            records = [record for record, _ in run]
            if len(set(column(records, "id"))) < len(records):
                for record, fields in run:
                    self.update(record, **fields)
            else:
                assert "id" not in names, "a record keeps its id"
                values = {name: [fields[name] for _, fields in run] for name in names}
                self._make(ChangeSet(tuple(replaced(kind, records, values))))

    def remove(self, record: Record) -> None:
        """Remove a stored record; ValueError if another one still refers to it."""
        self.remove_all((record,))

    def remove_all(self, records: Iterable[Record]) -> None:
        """Remove stored records that nothing refers to, not even one of them; as `remove`."""
        changes: list[Change] = []
        for record in records:
            changes.append(Change(self._stored(record), None))
            if left := self._records.referrers(record.id):
                raise ValueError(f"A {left[0].noun} still refers to the {record.noun}.")
        self._make(ChangeSet(tuple(changes)))

    def keep(self, content: Bytes, known: str = "") -> str:
        """Keep bytes; returns their SHA-256. ValueError if they are more than a file may hold.

        Where they are not in memory they are read again when they are saved. `known` is their
        SHA-256 where that was found out before; a save refuses bytes that have another one.
        """
        if size_of(content) > LARGEST:
            raise ValueError(
                f"A file of {size_of(content) / 1e6:,.0f} MB is too large to be kept: at most "
                f"{LARGEST // 1_000_000} MB are. Nothing was added."
            )
        digest = known or digest_of(content)
        self.kept_bytes[digest] = content
        return digest

    def kept(self, digest: str) -> Bytes:
        """Return the bytes with this SHA-256; KeyError if they are not kept here."""
        mine = self.kept_bytes.get(digest)
        return self._stored_before.attachment(digest) if mine is None else mine

    def keeps(self, digest: str) -> bool:
        """Whether the bytes with this SHA-256 are kept here."""
        return digest in self.kept_bytes or self._stored_before.keeps(digest)

    def has_number(self, kind: type[Numbered], number: int) -> bool:
        """Whether a record of this kind has this number."""
        return self._records.has_number(kind, number)

    def next_number(self, kind: type[Numbered]) -> int:
        """Return a number that no record of this kind has or had: people may have cited it."""
        if not self._records.counts(kind):
            self._records.count_from(kind, self._stored_before.highest_number(kind.table))
        return self._records.next_number(kind)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind as they are now."""
        return self._records.all(kind)

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        """Return fields of all records of a kind as they are now; no record is made."""
        return self._records.columns(kind, *names)

    def find(self, id: str) -> Record | None:
        """Return the record with this id as it is now, or None."""
        return self._records.find(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id now."""
        return self._records.referrers(id)

    def changes(self) -> ChangeSet:
        """Return what was changed so far."""
        if self._told is None:
            self._told = ChangeSet(tuple(self._changes))
        return self._told

    def check(self) -> None:
        """Raise ValueError if a record refers to one that is not there or of the wrong kind."""
        # What the others refer to is there: `remove` saw to that.
        for sentence in references.broken_by(self.changes(), self._records):
            raise ValueError(sentence)

    def close(self) -> None:
        """Let no further change in."""
        self._open = False

    def take_back(self) -> None:
        """Undo the changes in memory."""
        self._records.apply(self.changes().inverse())
        self._changes.clear()
        self._told = None

    def _bring_awaited(self, added: Sequence[Record]) -> None:
        """Add the record that is awaited if one of these refers to it and it is not there."""
        awaited = self._awaited
        if awaited is None or not any(references.refers(one, awaited.id) for one in added):
            return
        if self._records.find(awaited.id) is None:
            self._make(ChangeSet((Change(None, awaited),)))

    def _numbered(self, records: Sequence[R]) -> list[R]:
        """Return new records, those without a number with one that none has or had."""
        highest: dict[type[Record], int] = {}
        made: list[R] = []
        for record in records:
            made.append(record)
            if isinstance(record, Numbered):
                kind, number = type(record), record.number
                if number == 0:
                    number = max(self.next_number(kind), highest.get(kind, 0) + 1)
                    made[-1] = record.numbered(number)
                highest[kind] = max(number, highest.get(kind, 0))
        return made

    def _stored(self, record: R) -> R:
        """Return the record as it is now; ValueError if it went meanwhile (by an undo, say)."""
        now = self._records.present(record)
        if now is None:
            raise ValueError(f"The {record.noun} is not there any more. Nothing was changed.")
        return now

    def _make(self, changes: ChangeSet) -> None:
        if not self._open:
            raise NotInTransaction("a change after the end of its transaction")
        self._records.apply(changes)
        self._told = None if self._changes else changes
        self._changes += changes.changes


def _shape(changed: tuple[Record, Mapping[str, object]]) -> tuple[type[Record], tuple[str, ...]]:
    record, fields = changed
    return type(record), tuple(fields)
