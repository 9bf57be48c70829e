"""Removing records with all that hangs on them, so that one undo brings all of it back."""

from collections.abc import Iterable, Sequence

from evidence_board.commands.labels import named
from evidence_board.model import dependence
from evidence_board.model.board import Card
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction


def plan(project: Project, ids: Sequence[str]) -> tuple[Record, ...]:
    """Return what removing these records takes away: they, and all that cannot stand alone.

    ValueError refuses the project's own record.
    """
    if any(isinstance(project.find(id), ProjectRecord) for id in ids):
        raise ValueError("A project cannot be removed from itself. Delete its file instead.")
    gone: dict[str, Record] = {}
    ahead = [found for id in ids if (found := project.find(id)) is not None]
    while ahead:
        record = ahead.pop()
        if record.id not in gone:
            gone[record.id] = record
            ahead += [
                one for one in project.referrers(record.id) if dependence.needs(one, record.id)
            ]
    return tuple(gone.values())


def remove(project: Project, ids: Sequence[str], label: str | None = None) -> tuple[Record, ...]:
    """Remove records and what hangs on them; returns all that went. The sealed bytes stay."""
    going = plan(project, ids)
    if not going:
        return ()
    with project.transaction(label or f"Delete {named(project, ids, 'record')}") as tx:
        take_out(tx, going)
    return going


def take_out(tx: Transaction, going: Sequence[Record]) -> None:
    """Remove what `plan` returned, as part of a larger step."""
    for record in going:
        _let_go(tx, record.id)
    _remove_in_order(tx, going)


def unpin(project: Project, cards: Sequence[str]) -> None:
    """Take cards off the board; their records stay."""
    with project.transaction("Take off board") as tx:
        for id in cards:
            found = project.find(id)
            if isinstance(found, Card):
                tx.remove(found)


def _let_go(tx: Transaction, id: str) -> None:
    """Empty the fields that name this record and may be empty."""
    for other in tx.referrers(id):
        if fields := dependence.without(other, id):
            tx.update(other, **fields)


def _remove_in_order(tx: Transaction, going: Iterable[Record]) -> None:
    """Remove each record after those that refer to it (links onto links come first)."""
    left = {record.id: record for record in going}
    while left:
        free = [record for record in left.values() if not tx.referrers(record.id)]
        assert free, "records that need each other in a ring"
        tx.remove_all(sorted(free, key=lambda record: record.table))  # those of a kind together
        for record in free:
            del left[record.id]
