"""A transaction: the only way to change a project. All of it happens, or none of it."""

from collections.abc import Iterator
from typing import TypeVar

from sqlalchemy import Connection

from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.link import Link
from evidence_board.model.record import Numbered, Record
from evidence_board.project import attachments, history, rows, search
from evidence_board.project.engine import driver
from evidence_board.project.errors import NotInTransaction
from evidence_board.project.records import Records

R = TypeVar("R", bound=Record)


class Transaction:
    """Adds, changes and removes records, each at once in the file and in memory.

    Made by `Project.transaction`, which commits or takes everything back.
    """

    def __init__(self, connection: Connection, records: Records) -> None:
        self._connection = connection
        self._raw = driver(connection)
        self._records = records
        self._changes: list[Change] = []
        self._open = True

    def add(self, record: R) -> R:
        """Store a new record; a numbered one without a number gets the next. Returns it."""
        if isinstance(record, Numbered) and record.number == 0:
            record = record.replace(number=self._next_number(type(record)))
        if self._records.find(record.id) is not None:
            raise ValueError(f"There is a record with the id {record.id} already.")
        self._make(Change(None, record))
        return record

    def update(self, record: R, /, **fields: object) -> R:
        """Give a stored record other field values; without a difference nothing happens."""
        now = self._stored(record)
        changed = now.replace(**fields)
        assert changed.id == now.id, "a record keeps its id"
        change = Change(now, changed)
        if change.fields:
            self._make(change)
        return changed

    def remove(self, record: Record) -> None:
        """Remove a stored record; ValueError if another one still refers to it."""
        now = self._stored(record)
        if left := self._records.referrers(record.id):
            raise ValueError(f"A {left[0].noun} still refers to the {record.noun}.")
        self._make(Change(now, None))

    def repeat(self, change: Change) -> None:
        """Make a change of an earlier step again; the caller has seen that it can be made."""
        self._make(change)

    def keep(self, content: bytes) -> str:
        """Keep bytes; returns their SHA-256."""
        return attachments.keep(self._connection, content)

    def kept(self, digest: str) -> bytes:
        """Return the bytes with this SHA-256; KeyError if they are not kept here."""
        return attachments.fetch(self._connection, digest)

    def keeps(self, digest: str) -> bool:
        """Whether the bytes with this SHA-256 are kept here."""
        return attachments.keeps(self._connection, digest)

    def has_number(self, kind: type[Numbered], number: int) -> bool:
        """Whether a record of this kind has this number."""
        return self._records.has_number(kind, number)

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
        return ChangeSet(tuple(self._changes))

    def check(self) -> None:
        """Raise ValueError if a record refers to one that is not there or of the wrong kind."""
        for change in self.changes().firsts():
            now = self._records.find(change.record.id)
            if now is None or _holds_the_same(change.before, now):
                continue  # what it referred to before is there: `remove` saw to that
            for sentence in broken_references(now, self._records):
                raise ValueError(sentence)

    def close(self) -> None:
        """Let no further change in."""
        self._open = False

    def take_back(self) -> None:
        """Undo the changes in memory; the file is rolled back by the caller."""
        for change in self.changes().inverse().changes:
            self._records.apply(change)
        self._changes.clear()

    def _next_number(self, kind: type[Numbered]) -> int:
        """Return a number that no record of this kind has or had: people may have cited it."""
        if not self._records.counts(kind):
            self._records.count_from(kind, history.highest_number(self._connection, kind.table))
        return self._records.next_number(kind)

    def _stored(self, record: R) -> R:
        """Return the record as it is now; ValueError if it went meanwhile (by an undo, say)."""
        now = self._records.find(record.id)
        if now is None or type(now) is not type(record):
            raise ValueError(f"The {record.noun} is not there any more. Nothing was changed.")
        return now

    def _make(self, change: Change) -> None:
        if not self._open:
            raise NotInTransaction("a change after the end of its transaction")
        rows.write(self._raw, change)
        search.index(self._connection, change)
        self._records.apply(change)
        self._changes.append(change)


def _holds_the_same(before: Record | None, now: Record) -> bool:
    if before is None or type(before) is not type(now):
        return False
    return all(before.__dict__[name] == now.__dict__[name] for name in now.references)


def broken_references(record: Record, records: Records) -> Iterator[str]:
    """Yield a sentence for each reference of the record that leads nowhere, or in a ring."""
    for field, id in record.referenced():
        target = records.find(id)
        allowed = record.references[field]
        if target is None or target.table not in allowed:
            names = " or ".join(KIND_OF[table].noun for table in allowed)
            yield f"The {record.noun} {record.id} names a {names} {id} that is not there."
    if isinstance(record, Link) and _rings(record, records):
        yield f"The link {record.id} leads to links that lead back to it."


def _rings(link: Link, records: Records) -> bool:
    seen: set[str] = set()
    ahead: Record | None = link
    while isinstance(ahead, Link) and ahead.id not in seen:
        seen.add(ahead.id)
        ahead = records.find(ahead.to_id)
    return isinstance(ahead, Link)
