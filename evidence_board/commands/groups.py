"""Origin groups: origins that cannot count twice."""

from collections.abc import Sequence

from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction


def put_in(project: Project, source: Source, label: str) -> Source:
    """Put a source into the group with this label, made now if there is none; "" takes it out.

    A group that nobody is left in goes with the last one.
    """
    name = label.strip()
    with project.transaction("Set origin group" if name else "Take out of origin group") as tx:
        former = source.group
        changed = tx.update(source, group=_group(tx, name) if name else None)
        _drop_empty(tx, {former} - {changed.group})
        return changed


def merge(project: Project, sources: Sequence[str], label: str, reason: str) -> OriginGroup:
    """Count origins as one from now on, under a name and for a reason.

    ValueError asks for what is missing. Whole groups among them become one.
    """
    if len(sources) < 2:
        raise ValueError("Two origins or more are needed to count as one. Choose another one.")
    if not label.strip():
        raise ValueError("A group needs a name. Type what the origins have in common.")
    if not reason.strip():
        raise ValueError("A group needs a reason. Write why these origins cannot count twice.")
    chosen = [project.get(Source, one) for one in sources]
    with project.transaction("Count origins as one") as tx:
        former = {one.group for one in chosen}
        held = [one for one in tx.all(OriginGroup) if one.label == label.strip()]
        fields = {"label": label.strip(), "reason": reason.strip()}
        group = tx.update(held[0], **fields) if held else tx.add(OriginGroup(**fields))
        joined = [one for one in tx.all(Source) if one.group in former - {None}]
        for one in {member.id: member for member in (*chosen, *joined)}.values():
            if one.group != group.id:
                tx.update(one, group=group.id)
        _carry_verdicts(tx, former - {None, group.id}, group.id)
        _drop_empty(tx, former - {group.id})
        return group


def take_apart(project: Project, group: str) -> None:
    """Count the origins of a group each for itself again."""
    with project.transaction("Count origins apart") as tx:
        for one in tx.referrers(group):
            if isinstance(one, Source):
                tx.update(one, group=None)
        _drop_empty(tx, {group})


def _drop_empty(tx: Transaction, groups: set[str | None]) -> None:
    for id in sorted(one for one in groups if one):
        left, holders = tx.find(id), tx.referrers(id)
        if left is not None and not any(isinstance(one, Source) for one in holders):
            for one in holders:
                tx.remove(one)  # a verdict on its independence cannot stand without it
            tx.remove(left)


def _carry_verdicts(tx: Transaction, former: set[str | None], group: str) -> None:
    """Let verdicts on groups that go into one be about that; what is one now needs none."""
    pairs = {frozenset((one.one, one.other)) for one in tx.all(IndependenceVerdict)}
    for one in tx.all(IndependenceVerdict):
        ends = [group if end in former else end for end in (one.one, one.other)]
        if _counted(tx, ends[0]) == _counted(tx, ends[1]):
            tx.remove(one)
        elif ends != [one.one, one.other]:
            if frozenset(ends) in pairs:
                tx.remove(one)
            else:
                pairs.add(frozenset(ends))
                tx.update(one, one=ends[0], other=ends[1])


def _counted(tx: Transaction, id: str) -> str:
    found = tx.find(id)
    return found.group or id if isinstance(found, Source) else id


def _group(tx: Transaction, label: str) -> str:
    known = (one for one in tx.all(OriginGroup) if one.label == label)
    found = next(known, None)
    return found.id if found else tx.add(OriginGroup(label=label)).id
