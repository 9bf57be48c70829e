"""An investigation seen through another one: what does not differ is asked of that."""

from typing import TypeVar

from evidence_board.analysis.view import Investigation
from evidence_board.model.capture import Capture
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)


class Through:
    """Answers as the investigation behind it does."""

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
