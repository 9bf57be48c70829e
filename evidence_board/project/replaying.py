"""The changes that the history tells of, to look at or to make again."""

from collections.abc import Iterable

from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.record import Record
from evidence_board.project.images import Image, pictured, text
from evidence_board.project.records import Records


def told(images: Iterable[Image]) -> ChangeSet:
    """Return the changes that these images tell of, whatever the records are now."""
    return ChangeSet(
        tuple(
            Change(pictured(one.table, one.before), pictured(one.table, one.after))
            for one in images
        )
    )


def replayed(records: Records, images: Iterable[Image]) -> ChangeSet | None:
    """Return the changes that these images tell of; None if a record is not as one has it before.

    The records before are those in memory: to compare the texts is quicker than to read them.
    """
    now: dict[str, Record | None] = {}
    changes: list[Change] = []
    for one in images:
        present = now[one.id] if one.id in now else records.find(one.id)
        if not _is_as_told(present, one):
            return None
        now[one.id] = after = pictured(one.table, one.after, present)
        changes.append(Change(present, after))
    return ChangeSet(tuple(changes))


def _is_as_told(present: Record | None, image: Image) -> bool:
    if present is None or image.before is None:
        return present is None and image.before is None
    if present.table != image.table:
        return False
    return text(present) == image.before or present == pictured(image.table, image.before)
