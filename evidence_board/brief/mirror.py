"""The records of a project as they were told to another process, and kept true by its changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from evidence_board.model.capture import Capture
from evidence_board.model.kinds import KIND_OF, KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)

Fields = Mapping[str, object]

_SLICE = 400


@dataclass(frozen=True)
class Rows:
    """Records of a kind as a list of values for each of its fields."""

    table: str
    columns: tuple[Sequence[object], ...]

    def slices(self) -> "Iterator[Rows]":
        """Yield the same a few hundred at a time: a large value keeps all threads waiting."""
        for start in range(0, len(self.columns[0]), _SLICE):
            cut = slice(start, start + _SLICE)
            yield Rows(self.table, tuple(column[cut] for column in self.columns))

    def records(self) -> Iterator[Record]:
        """Yield the records."""
        kind = KIND_OF[self.table]
        names = tuple(kind.model_fields)
        for values in zip(*self.columns, strict=True):
            yield kind.stored(dict(zip(names, values, strict=True)))


@dataclass(frozen=True)
class News:
    """What to take in: whole tables, then fields of records by table, ids that are gone, the order.

    The order is told of the tables to which a record came or from which one went.
    """

    records: tuple[tuple[str, Fields], ...] = ()
    gone: tuple[str, ...] = ()
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: tuple[Rows, ...] = ()

    def slices(self) -> "Iterator[News]":
        """Yield the same in pieces, each to be taken in before the next; no piece is large."""
        for table in self.rows:
            for piece in table.slices():
                yield News(rows=(piece,))
        if self.records or self.gone or self.order:
            yield News(self.records, self.gone, self.order)


class Mirror:
    """Answers what a brief asks of an investigation; nothing in it is checked again."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Record]] = {kind.table: {} for kind in KINDS}
        self._every: dict[str, Record] = {}
        self._referrers: dict[str, list[Record]] | None = None
        self._captures: dict[str, Capture] | None = None

    def take(self, news: News) -> None:
        """Take in what changed."""
        self._referrers = self._captures = None
        for told in news.rows:
            for record in told.records():
                self._put(record)
        for table, fields in news.records:
            self._put(KIND_OF[table].stored(dict(fields)))
        for id in news.gone:
            gone = self._every.pop(id, None)
            if gone is not None:
                del self._tables[gone.table][id]
        for table, ids in news.order.items():
            held = self._tables[table]
            self._tables[table] = {id: held[id] for id in ids if id in held}

    def _put(self, record: Record) -> None:
        self._tables[record.table][record.id] = self._every[record.id] = record

    @property
    def record(self) -> ProjectRecord:
        """What the project says of itself."""
        return self.all(ProjectRecord)[0]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""
        return tuple(self._tables[kind.table].values())  # type: ignore[arg-type]  # held by its kind

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""
        return self._tables[kind.table][id]  # type: ignore[return-value]  # as above

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._every.get(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id."""
        if self._referrers is None:
            self._referrers = _referrers(self._tables.values())
        return tuple(self._referrers.get(id, ()))

    def capture_of(self, source: str) -> Capture | None:
        """Return the newest capture of a source, None when it is cited only."""
        if self._captures is None:
            ordered = sorted(self.all(Capture), key=lambda one: (one.captured_at, one.id))
            self._captures = {one.source: one for one in ordered}
        return self._captures.get(source)


def _referrers(tables: Iterable[Mapping[str, Record]]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for held in tables:
        for record in held.values():
            for id in dict.fromkeys(id for _, id in record.referenced()):
                found[id].append(record)
    return found
