"""The records of an investigation in one order, however its tables have them by now.

A record that was removed and brought back stands last in its table. The state is the same then, and
so has every byte of the brief to be.
"""

from typing import TypeVar

from evidence_board.analysis.view import Investigation
from evidence_board.model.board import Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)

Order = tuple[str, int, tuple[float, ...], tuple[int, ...], str]


class InOrder:
    """An investigation, each kind of it by the numbers people know.

    What has no number goes by those of the records it names, in the order of its fields, at last
    by its id; cards and frames as they lie, one over the other, then in the order of reading.
    """

    def __init__(self, view: Investigation) -> None:
        """Put ``view`` in order; it must not change meanwhile."""
        self._view = view
        self._orders: dict[str, Order] = {}
        self._kinds: dict[type[Record], tuple[Record, ...]] = {}

    @property
    def record(self) -> ProjectRecord:
        """What the project says of itself."""
        return self._view.record

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(sorted(self._view.all(kind), key=self._order))
        return self._kinds[kind]  # type: ignore[return-value]  # kept by its kind

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""
        return self._view.get(kind, id)

    def find(self, id: str) -> Record | None:
        """Return the record with this id, or None."""
        return self._view.find(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id."""
        return tuple(sorted(self._view.referrers(id), key=self._order))

    def capture_of(self, source: str) -> Capture | None:
        """Return the newest capture of a source, None when it is cited only."""
        return self._view.capture_of(source)

    def _order(self, record: Record) -> Order:
        if record.id not in self._orders:
            named = tuple(_number(self._view.find(id)) for _, id in record.referenced())
            lies = (record.layer, record.y, record.x) if isinstance(record, Card | Frame) else ()
            self._orders[record.id] = (record.table, _number(record), lies, named, record.id)
        return self._orders[record.id]


def _number(record: Record | None) -> int:
    found = getattr(record, "number", None)
    return found if isinstance(found, int) else 0
