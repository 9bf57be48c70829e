"""Origin groups: origins that cannot count twice."""

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
        left = tx.find(former) if former and former != changed.group else None
        if left is not None and not tx.referrers(left.id):
            tx.remove(left)
        return changed


def _group(tx: Transaction, label: str) -> str:
    known = (one for one in tx.all(OriginGroup) if one.label == label)
    found = next(known, None)
    return found.id if found else tx.add(OriginGroup(label=label)).id
