"""What a finding may ask of an investigation; an open project answers all of it."""

from typing import Protocol, TypeVar

from evidence_board.model.capture import Capture
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)


class Investigation(Protocol):
    """The records of an investigation, to read."""

    @property
    def record(self) -> ProjectRecord:
        """What the project says of itself."""

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id."""

    def capture_of(self, source: str) -> Capture | None:
        """Return the newest capture of a source, None when it is cited only."""


class Columned(Investigation, Protocol):
    """An investigation that also gives fields of all records of a kind."""

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        """Return fields of all records of a kind, a list for each."""

    def stored(self, kind: type[Record], name: str) -> list[object]:
        """Return one field of all records of a kind as it is stored: a list as JSON text."""
