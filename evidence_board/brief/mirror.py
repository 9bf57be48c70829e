"""The records of a project as they were told to another process, and kept true by its changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from evidence_board.model.capture import Capture
from evidence_board.model.kinds import KIND_OF, KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)

Fields = Mapping[str, object]


@dataclass(frozen=True)
class News:
    """What to take in: fields of records by table, ids that are gone, and the order by table.

    The order is told of the tables to which a record came or from which one went.
    """

    records: tuple[tuple[str, Fields], ...] = ()
    gone: tuple[str, ...] = ()
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Mirror:
    """Answers what a brief asks of an investigation; nothing in it is checked again."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Record]] = {kind.table: {} for kind in KINDS}
        self._referrers: dict[str, list[Record]] | None = None

    def take(self, news: News) -> None:
        """Take in what changed."""
        self._referrers = None
        for table, fields in news.records:
            record = KIND_OF[table].stored(dict(fields))
            self._tables[table][record.id] = record
        for id in news.gone:
            for held in self._tables.values():
                held.pop(id, None)
        for table, ids in news.order.items():
            held = self._tables[table]
            self._tables[table] = {id: held[id] for id in ids if id in held}

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
        return next((held[id] for held in self._tables.values() if id in held), None)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id."""
        if self._referrers is None:
            self._referrers = _referrers(self._tables.values())
        return tuple(self._referrers.get(id, ()))

    def capture_of(self, source: str) -> Capture | None:
        """Return the newest capture of a source, None when it is cited only."""
        held = reversed(self.all(Capture))
        return next((one for one in held if one.source == source), None)


def rows(kind: type[Record], columns: Sequence[Sequence[object]]) -> Iterable[tuple[str, Fields]]:
    """Return records of a kind from a list of values for each of its fields."""
    names = tuple(kind.model_fields)
    for values in zip(*columns, strict=True):
        yield kind.table, dict(zip(names, values, strict=True))


def _referrers(tables: Iterable[Mapping[str, Record]]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for held in tables:
        for record in held.values():
            for id in dict.fromkeys(id for _, id in record.referenced()):
                found[id].append(record)
    return found
