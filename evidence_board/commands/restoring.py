"""Restoring one record as it was at a step, as a new step; the history before it stays."""

from collections.abc import Collection, Iterator, Sequence

from evidence_board.analysis.dates import stamp_words
from evidence_board.analysis.titles import mark_of, title_of
from evidence_board.commands import line_rules, premises
from evidence_board.model.change import ChangeSet
from evidence_board.model.dependence import soft_fields
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Tag, Tagging
from evidence_board.model.record import Numbered, Record
from evidence_board.project.past import Past
from evidence_board.project.project import Project


def restore(project: Project, former: Record, at: str) -> tuple[Record, ...]:
    """Make a record what it was at a time (UTC), and return all that came back or changed.

    One that is gone comes back under its number, with what went together with it as far as its
    other ends are there. What it names and can do without is left out where that is gone.
    ValueError says why it cannot be restored, or that nothing differs.
    """
    present = project.find(former.id)
    together = [] if present is not None else _gone_with(project, former)
    ids = {former.id, *(one.id for one in together)}
    wanted = [_fitted(project, one, ids) for one in (former, *together)]
    if present == wanted[0]:
        name = _name(project, former, capital=True)
        if wanted[0] != former:
            raise ValueError(f"{name} differs only in naming what is gone. Restore that first.")
        raise ValueError(f"{name} is like that now.")
    _refuse(project, wanted[0], ids)
    label = f"Restore {_name(project, former)} as it was on {stamp_words(at)}"
    with project.transaction(label) as tx:
        if present is None:
            return tuple(tx.add_all(wanted))
        if isinstance(present, Link) and present.group != wanted[0].__dict__["group"]:
            present = premises.alone(tx, present)
        fields = {name: value for name, value in wanted[0].__dict__.items() if name != "id"}
        return (tx.update(present, **fields),)


def version(changes: ChangeSet, id: str) -> Record | None:
    """Return a record as a step left it, or as it was before the step that removed it."""
    touching = [change for change in changes.changes if change.record.id == id]
    return touching[-1].after or touching[0].before if touching else None


def _gone_with(project: Project, former: Record) -> list[Record]:
    """Return what the step that removed a record removed because it hung on that record.

    Only what can stand again: all that it needs is there, or comes back with it.
    """
    removed = _removed_with(project, former.id)
    coming: dict[str, Record] = {former.id: former}
    grown = True
    while grown:
        grown = False
        for one in removed:
            needed = set(_needed(one))
            hangs = one.id not in coming and needed & coming.keys()
            if hangs and not _missing(project, needed, coming):
                coming[one.id] = one
                grown = True
    del coming[former.id]
    return list(coming.values())


def _removed_with(project: Project, id: str) -> Sequence[Record]:
    touched = project.steps_of(id)
    for step in reversed(project.steps()):
        if step.seq in touched and step.state == "done":
            changes = project.changes_of(step)
            gone = dict.fromkeys(one.id for one in changes.removed())
            if id in gone:  # what it let go before it went is held again
                before = (version(changes, one) for one in gone)
                return [one for one in before if one is not None]
    return ()


def _needed(record: Record) -> Iterator[str]:
    """Yield the ids without which a record cannot stand."""
    soft = soft_fields(record)
    return (id for field, id in record.referenced() if field not in soft)


def _missing(project: Project, ids: Collection[str], coming: Collection[str]) -> set[str]:
    return {id for id in ids if id not in coming} - project.holding(ids)


def _fitted(project: Project, former: Record, coming: Collection[str]) -> Record:
    """Return a record without what it names, and can do without, that is gone."""
    fields: dict[str, object] = {}
    for field in soft_fields(former):
        held = former.__dict__[field]
        if isinstance(held, tuple):
            lost = _missing(project, held, coming)
            if lost:
                fields[field] = tuple(one for one in held if one not in lost)
        elif held and _missing(project, (held,), coming):
            fields[field] = None
    if isinstance(former, Link) and former.group and not _stands_with_others(project, former):
        fields["group"] = None
    return type(former).validated({**former.__dict__, **fields})


def _stands_with_others(project: Project, link: Link) -> bool:
    arriving = project.referrers(link.to_id)
    return any(one.id != link.id for one in premises.together(arriving, link))


def _refuse(project: Project, wanted: Record, coming: Collection[str]) -> None:
    """Raise a ValueError that says why a record cannot be what it was."""
    name = _name(project, wanted, capital=True)
    lost = _missing(project, set(_needed(wanted)), coming)
    if lost:
        past = Past(project)
        needed = past.find(min(lost))
        what = title_of(needed, past) if needed else "something"
        raise ValueError(f"{name} needs {what}, which is gone. Restore that first.")
    if isinstance(wanted, Numbered) and _is_taken(project, wanted):
        raise ValueError(f"{name} cannot come back: its number is that of another one now.")
    if isinstance(wanted, _SINGLE) and any(
        _same(wanted, one) for one in project.all(type(wanted)) if one.id != wanted.id
    ):
        raise ValueError(f"There is another {name[:1].lower()}{name[1:]} already.")


def _is_taken(project: Project, wanted: Numbered) -> bool:
    ids, numbers = project.columns(type(wanted), "id", "number")
    pairs = zip(ids, numbers, strict=True)
    return any(number == wanted.number and id != wanted.id for id, number in pairs)


_SINGLE = (Link, Citation, Tagging, Tag)
"""Kinds of which no two may say the same."""


def _same(wanted: Record, other: Record) -> bool:
    """Whether two records say the same, of which there may be only one."""
    if isinstance(wanted, Link | Citation) and isinstance(other, Link | Citation):
        ends = line_rules.ends_of(wanted) == line_rules.ends_of(other)
        return ends and wanted.type == other.type
    if isinstance(wanted, Tagging) and isinstance(other, Tagging):
        return (wanted.tag, wanted.record) == (other.tag, other.record)
    if isinstance(wanted, Tag) and isinstance(other, Tag):
        return wanted.label.casefold() == other.label.casefold()
    return False


def _name(project: Project, record: Record, *, capital: bool = False) -> str:
    name = mark_of(record) or title_of(record, Past(project))
    return f"{name[:1].upper()}{name[1:]}" if capital else name
