"""The records of an investigation as columns, which the rules of the checks ask for."""

import json
from typing import TypeVar

from evidence_board.analysis.view import Investigation
from evidence_board.model.capture import Capture
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)


class InColumns:
    """An investigation that also gives fields of all its records, made of the records.

    A project has its own; what a brief is made of may be in other orders, redacted, or read from a
    document.
    """

    def __init__(self, view: Investigation) -> None:
        """Look at ``view``."""
        self._view = view

    @property
    def record(self) -> ProjectRecord:
        """What the project says of itself."""
        return self._view.record

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""
        return self._view.all(kind)

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""
        return self._view.get(kind, id)

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._view.find(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id."""
        return self._view.referrers(id)

    def capture_of(self, source: str) -> Capture | None:
        """Return the newest capture of a source, None when it is cited only."""
        return self._view.capture_of(source)

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        """Return fields of all records of a kind, a list for each."""
        held = self._view.all(kind)
        return tuple([getattr(one, name) for one in held] for name in names)

    def stored(self, kind: type[Record], name: str) -> list[object]:
        """Return one field of all records of a kind as it is stored: a list as JSON text."""
        return [json.dumps(one.plain()[name]) for one in self._view.all(kind)]
