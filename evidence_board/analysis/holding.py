"""Records in memory as an investigation to read, without a project around them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from evidence_board.model.capture import Capture
from evidence_board.model.kinds import KIND_OF, KINDS
from evidence_board.model.link import Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)


class Incomplete(ValueError):
    """Records that name what is not there; the text says which."""


class Holding:
    """Records in memory, found as a project finds them; they keep the order of each kind."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Hold records; Incomplete says if one names what is not there, or there is no project."""
        self._held = {record.id: record for record in records}
        self._by_kind: dict[type[Record], list[Record]] = {kind: [] for kind in KINDS}
        for record in self._held.values():
            self._by_kind[type(record)].append(record)
        if len(self._by_kind[ProjectRecord]) != 1:
            raise Incomplete("The document does not say which project it is of.")
        for record in self._held.values():
            self._refuse_broken(record)

    @property
    def record(self) -> ProjectRecord:
        """What the project says of itself."""
        return self.all(ProjectRecord)[0]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""
        return tuple(self._by_kind[kind])  # type: ignore[arg-type]  # held by its kind

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""
        record = self._held[id]
        if not isinstance(record, kind):
            raise KeyError(id)
        return record

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._held.get(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id."""
        return tuple(self._referrers.get(id, ()))

    def capture_of(self, source: str) -> Capture | None:
        """Return the newest capture of a source, None when it is cited only."""
        return self._captures.get(source)

    @cached_property
    def _referrers(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self._held.values():
            for id in dict.fromkeys(id for _, id in record.referenced()):
                found[id].append(record)
        return found

    @cached_property
    def _captures(self) -> dict[str, Capture]:
        ordered = sorted(self.all(Capture), key=lambda one: (one.captured_at, one.id))
        return {capture.source: capture for capture in ordered}

    def _refuse_broken(self, record: Record) -> None:
        for field, id in record.referenced():
            named = self._held.get(id)
            if named is None or named.table not in record.references[field]:
                nouns = " or ".join(KIND_OF[table].noun for table in record.references[field])
                raise Incomplete(
                    f"The {record.noun} {record.id} names a {nouns} {id} that is not there."
                )
        if isinstance(record, Link) and self._rings(record):
            raise Incomplete(f"The link {record.id} leads to links that lead back to it.")

    def _rings(self, link: Link) -> bool:
        seen: set[str] = set()
        ahead: Record | None = link
        while isinstance(ahead, Link) and ahead.id not in seen:
            seen.add(ahead.id)
            ahead = self._held.get(ahead.to_id)
        return isinstance(ahead, Link)
