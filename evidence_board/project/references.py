"""Whether what records refer to is there, of the right kind, and leads back in no ring."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from evidence_board.model.change import ChangeSet
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.link import Link
from evidence_board.model.record import Record, column
from evidence_board.project.records import Records


def broken_by(changes: ChangeSet, records: Records) -> Iterator[str]:
    """Yield a sentence for each reference that leads nowhere, or in a ring, after changes.

    Of those that the changes added or gave other references; not of those that name what is gone.
    """
    due: dict[type[Record], dict[str, Record]] = {}
    for run in changes.runs:
        if run.touches_references and not run.removes:
            present = map(records.present, run.records)
            due.setdefault(run.kind, {}).update({one.id: one for one in present if one})
    for kind, held in due.items():
        yield from broken(kind, tuple(held.values()), records)


def broken(kind: type[Record], held: Sequence[Record], records: Records) -> Iterator[str]:
    """Yield a sentence for each reference of records of a kind that leads nowhere, or in a ring."""
    for field, tables in kind.references.items():
        named = [_ids(value) for value in column(held, field)]
        lost = records.not_of(tables, chain.from_iterable(named))
        if lost:
            yield from _lost(zip(held, named, strict=True), tables, lost)
    if issubclass(kind, Link):
        for link in _onto_links(held, records):
            if _rings(link, records):
                yield f"The link {link.id} leads to links that lead back to it."


def refers(record: Record, id: str) -> bool:
    """Whether a record names another one in a field that holds ids."""
    return any(id in _ids(getattr(record, field)) for field in record.references)


def _ids(value: object) -> tuple[str, ...]:
    """Return the ids in a field that names one record, several or none."""
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()


def _lost(
    named: Iterable[tuple[Record, tuple[str, ...]]], tables: Iterable[str], lost: set[str]
) -> Iterator[str]:
    names = " or ".join(KIND_OF[table].noun for table in tables)
    for record, ids in named:
        for id in ids:
            if id in lost:
                yield f"The {record.noun} {record.id} names a {names} {id} that is not there."


def _onto_links(held: Iterable[Record], records: Records) -> list[Link]:
    links = [one for one in held if isinstance(one, Link)]
    others = records.not_of((Link.table,), [one.to_id for one in links])
    return [one for one in links if one.to_id not in others]


def _rings(link: Link, records: Records) -> bool:
    seen: set[str] = set()
    ahead: Record | None = link
    while isinstance(ahead, Link) and ahead.id not in seen:
        seen.add(ahead.id)
        ahead = records.find(ahead.to_id)
    return isinstance(ahead, Link)
