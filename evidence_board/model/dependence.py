"""What a record can do without: the references that are emptied when what they name goes."""

from collections.abc import Mapping

from evidence_board.model.record import Record

_LET_GO: Mapping[str, tuple[str, ...]] = {
    "note": ("about",),
    "claim": ("negates",),
    "source": ("group",),
    "citation": ("excerpt",),
    "assertion": ("excerpt", "chain"),
}
"""Per table, the fields that are emptied when a record they name goes. What names it in any other
field cannot stand without it and goes too."""


def soft_fields(record: Record) -> tuple[str, ...]:
    """Return the fields of a record that may be empty where what they name is not there."""
    return _LET_GO.get(record.table, ())


def without(record: Record, gone: str) -> dict[str, object]:
    """Return the values of the fields that are emptied when the record with this id goes."""
    fields: dict[str, object] = {}
    for field in soft_fields(record):
        held = getattr(record, field)
        if isinstance(held, tuple) and gone in held:
            fields[field] = tuple(one for one in held if one != gone)
        elif held == gone:
            fields[field] = None
    return fields


def needs(record: Record, id: str) -> bool:
    """Whether a record cannot stand without the one with this id."""
    soft = soft_fields(record)
    return any(held == id and field not in soft for field, held in record.referenced())
