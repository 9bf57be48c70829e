"""Which record a row of a damaged file is, if any: by its columns and by what a record may hold."""

from collections.abc import Iterable, Sequence

from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project.cells import Value
from evidence_board.project.schema import Column, columns, loaded

_IN_FILE: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (int, float)}


def kinds_of(values: Sequence[Value]) -> list[type[Record]]:
    """Return the kinds of record in whose tables a row with these values could stand."""
    return [kind for kind in KINDS if could_be(kind, values)]


def could_be(kind: type[Record], values: Sequence[Value]) -> bool:
    """Whether a row with these values could stand in the table of a kind."""
    wanted = columns(kind)
    return len(wanted) == len(values) and all(map(_fits, wanted, values))


def _fits(column: Column, value: Value) -> bool:
    if value is None:
        return column.nullable
    if not isinstance(value, _IN_FILE[column.sql_type]):
        return False
    if column.is_bool:
        return value in (0, 1)
    return not column.choices or value in column.choices


def record_of(kind: type[Record], values: Iterable[Value]) -> Record:
    """Return the record that a row is; ValueError or RecursionError where it can be none."""
    fields: dict[str, object] = {}
    for column, value in zip(columns(kind), values, strict=True):
        fields[column.name] = _field(column, value)
    return kind.validated(fields)


def _field(column: Column, value: Value) -> object:
    """Return what the column's value is in the record; whole numbers are short forms of others."""
    if column.is_json:
        return loaded(value)
    if column.is_bool:
        return bool(value)
    return float(value) if column.sql_type == "REAL" and isinstance(value, int) else value
