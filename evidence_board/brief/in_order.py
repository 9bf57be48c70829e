"""The records of an investigation in one order, however its tables have them by now.

A record that was removed and brought back stands last in its table. The state is the same then, and
so has every byte of the brief to be.
"""

from typing import TypeVar

from evidence_board.analysis.view import Investigation
from evidence_board.brief.through import Through
from evidence_board.model.board import Card, Frame
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)

Order = tuple[str, int, tuple[float, ...], tuple[int, ...], str]


class InOrder(Through):
    """An investigation, each kind of it by the numbers people know.

    What has no number goes by those of the records it names, in the order of its fields, at last
    by its id; cards and frames as they lie, one over the other, then in the order of reading.
    """

    def __init__(self, view: Investigation) -> None:
        """Put ``view`` in order; it must not change meanwhile."""
        super().__init__(view)
        self._orders: dict[str, Order] = {}
        self._kinds: dict[type[Record], tuple[Record, ...]] = {}

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(sorted(self._view.all(kind), key=self._order))
        return self._kinds[kind]  # type: ignore[return-value]  # kept by its kind

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id."""
        return tuple(sorted(self._view.referrers(id), key=self._order))

    def _order(self, record: Record) -> Order:
        if record.id not in self._orders:
            named = tuple(_number(self._view.find(id)) for _, id in record.referenced())
            lies = (record.layer, record.y, record.x) if isinstance(record, Card | Frame) else ()
            self._orders[record.id] = (record.table, _number(record), lies, named, record.id)
        return self._orders[record.id]


def _number(record: Record | None) -> int:
    found = getattr(record, "number", None)
    return found if isinstance(found, int) else 0
