"""One kind of record as columns of plain values; a record is made when somebody asks for it.

A row is a *place*, the same in every column. A change leaves it where it is, a removal leaves it
empty, an addition comes last: places thus stand in the order in which records were added.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property

from evidence_board.model.change import Run
from evidence_board.model.record import Record, column
from evidence_board.project.collecting import collection_held_off
from evidence_board.project.schema import columns, decoder, encoded_all, loaded

Row = tuple[object, ...]
_MANY = 256
"""So many empty places are borne before the columns are drawn together."""


class Table:
    """All records of a kind, each as it was stored until it is asked for, then the same object."""

    def __init__(self, kind: type[Record], values: Sequence[list[object]]) -> None:
        """Hold stored values, a list for each column; they are kept, not copied."""
        self._columns = columns(kind)
        self._number = {column.name: number for number, column in enumerate(self._columns)}
        self._decoded = decoder(kind)
        self._references = tuple(kind.references)
        self._values = tuple(values)
        self._ids: list[str] = self._values[0]  # type: ignore[assignment]  # ids are text
        self._records: list[Record | None] = [None] * len(self._ids)
        self._empty = 0
        self._all: tuple[Record, ...] | None = None

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each record by its id, in the order in which they were added."""
        return dict(zip(self._ids, range(len(self._ids)), strict=True))

    def number(self) -> None:
        """Make ready to find records by their ids, which is done at the latest by the first."""
        assert len(self.places) == len(self)

    def __len__(self) -> int:
        return len(self._ids) - self._empty

    def __contains__(self, id: str) -> bool:
        return id in self.places

    def __iter__(self) -> Iterator[str]:
        """Yield the ids, in the order in which the records were added."""
        return iter(self.places if self._empty else self._ids)

    def get(self, id: str) -> Record:
        """Return the record with this id; KeyError if there is none."""
        return self.at(self.places[id])

    def at(self, place: int) -> Record:
        """Return the record at a place; what is there must not be empty."""
        return self._records[place] or self._made(place)

    def all(self) -> tuple[Record, ...]:
        """Return the records, in the order in which they were added."""
        if self._all is None:
            places = self.places.values() if self._empty else range(len(self._records))
            with collection_held_off():
                self._all = tuple([self._records[place] or self._made(place) for place in places])
        return self._all

    def column(self, name: str) -> list[object]:
        """Return one field of all records, in the order of `all`; the list is the caller's."""
        number = self._number[name]
        column, held = self._columns[number], self._live(self._values[number])
        if column.is_bool:
            return list(map(bool, held))
        return _unpacked(held) if column.is_json else held

    def stored(self, name: str) -> list[object]:
        """Return one field of all records as it is stored; the list is the caller's."""
        return self._live(self._values[self._number[name]])

    def reference_columns(self) -> list[list[object]]:
        """Return the fields that refer to records: an id, several or none for each record."""
        return [self.column(name) for name in self._references]

    def holders(self, id: str) -> list[str]:
        """Return the ids of the records that hold an id in a reference, found by looking at all."""
        places = {place for column in self.reference_columns() for place in _holding(column, id)}
        ids = list(self) if places else []
        return [ids[place] for place in sorted(places)]

    def apply(self, run: Run) -> None:
        """Make changes of one sort to records of this kind."""
        self._all = None
        if run.removes:
            for record in run.records:
                self._remove(record.id)
        elif run.adds:
            self._add(run.records)
        else:
            self._replace(run.records, run.fields)

    def differing(self, other: "Table") -> Iterator[str]:
        """Yield the ids of this table whose rows are other ones, or none, in the other table."""
        if self._values == other._values:
            return
        for id, place in self.places.items():
            there = other.places.get(id)
            if there is None or self._row(place) != other._row(there):
                yield id

    def _live(self, column: list[object]) -> list[object]:
        if not self._empty:
            return column.copy()
        return [column[place] for place in self.places.values()]

    def _row(self, place: int) -> Row:
        return tuple([column[place] for column in self._values])

    def _made(self, place: int) -> Record:
        record = self._records[place] = self._decoded(self._row(place))
        return record

    def _add(self, records: list[Record]) -> None:
        for place, record in enumerate(records, len(self._records)):
            self.places[record.id] = place
        self._records += records
        for held, one in zip(self._values, self._columns, strict=True):
            held += encoded_all(one, column(records, one.name))

    def _replace(self, records: list[Record], fields: tuple[str, ...]) -> None:
        places = [self.places[record.id] for record in records]
        for place, record in zip(places, records, strict=True):
            self._records[place] = record
        for name in fields:
            held, one = self._values[self._number[name]], self._columns[self._number[name]]
            for place, value in zip(places, encoded_all(one, column(records, name)), strict=True):
                held[place] = value

    def _remove(self, id: str) -> None:
        place = self.places.pop(id)
        self._records[place] = None
        self._empty += 1
        for values in self._values:
            values[place] = None
        if self._empty > len(self) + _MANY:
            self._draw_together()

    def _draw_together(self) -> None:
        """Take out the empty places; all others keep their order."""
        live = tuple(self.places.values())
        for values in self._values:
            values[:] = [values[place] for place in live]
        self._records = [self._records[place] for place in live]
        self._empty = 0
        del self.places  # made anew when it is asked for


def _unpacked(texts: list[object]) -> list[object]:
    """Return what JSON texts hold; each text is read once."""
    held = {text: loaded(text) for text in set(texts)}
    return [held[text] for text in texts]


def _holding(column: list[object], id: str) -> Iterator[int]:
    """Yield the places at which a field holds an id, alone or among several."""
    if column and isinstance(column[0], tuple):
        yield from (place for place, held in enumerate(column) if id in held)  # type: ignore[operator]  # all are tuples
        return
    place = -1
    with suppress(ValueError):  # there is none after the last
        while True:
            place = column.index(id, place + 1)
            yield place
