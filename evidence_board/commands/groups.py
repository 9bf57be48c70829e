"""Origin groups: origins that cannot count twice."""

from collections.abc import Sequence

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
        left = tx.find(id)
        if left is not None and not tx.referrers(id):
            tx.remove(left)


def _group(tx: Transaction, label: str) -> str:
    known = (one for one in tx.all(OriginGroup) if one.label == label)
    found = next(known, None)
    return found.id if found else tx.add(OriginGroup(label=label)).id
