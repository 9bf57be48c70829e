"""The changes that the history tells of, to look at or to make again."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from evidence_board.model.change import Change, ChangeSet, replaced
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.record import Record, column
from evidence_board.project.images import Image, pictured, texts
from evidence_board.project.records import Records

_Now = dict[str, Record | None]
"""By id, what the records are after the images so far."""


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
    now: _Now = {}
    changes: list[Change] = []
    for _, alike in groupby(images, _sort):
        run = list(alike)
        made = _together(records, run, now)
        made = _one_by_one(records, run, now) if made is None else made
        if made is None:
            return None
        changes += made
    return ChangeSet(tuple(changes))


def _sort(image: Image) -> tuple[str, bool, bool]:
    return image.table, image.before is None, image.after is None


def _together(records: Records, run: Sequence[Image], now: _Now) -> list[Change] | None:
    """Return what images that change records of one kind tell of; None if they are not so plain.

    That is where one changes nothing that is seen, or where a record comes up twice.
    """
    kind, ids = KIND_OF[run[0].table], [one.id for one in run]
    if run[0].before is None or run[0].after is None or len(set(ids)) < len(ids):
        return None
    held = [_present(records, id, now) for id in ids]
    present = [one for one in held if type(one) is kind]
    if len(present) < len(run) or texts(kind, present) != [one.before for one in run]:
        return None
    fresh = _columns(kind, [one.after or "" for one in run])
    if fresh is None:
        return None
    differing = {name: new for name, new in fresh.items() if new != column(present, name)}
    made = replaced(kind, present, differing) if differing else []
    if len(made) < len(run):
        return None
    now.update(zip(ids, (change.after for change in made), strict=True))
    return made


def _columns(kind: type[Record], afters: Sequence[str]) -> Mapping[str, list[object]] | None:
    """Return what texts of records hold, by field; None if a field is missing or unknown."""
    rows = json.loads(f"[{','.join(afters)}]")
    names = tuple(kind.model_fields)
    if not all(row.keys() == kind.model_fields.keys() for row in rows):
        return None
    return {name: [_plain(value) for value in map(itemgetter(name), rows)] for name in names}


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _one_by_one(records: Records, run: Sequence[Image], now: _Now) -> list[Change] | None:
    changes: list[Change] = []
    for one in run:
        present = _present(records, one.id, now)
        if not _is_as_told(present, one):
            return None
        now[one.id] = after = pictured(one.table, one.after, present)
        changes.append(Change(present, after))
    return changes


def _present(records: Records, id: str, now: _Now) -> Record | None:
    return now[id] if id in now else records.find(id)


def _is_as_told(present: Record | None, image: Image) -> bool:
    if present is None or image.before is None:
        return present is None and image.before is None
    if present.table != image.table:
        return False
    kind = type(present)
    return texts(kind, [present]) == [image.before] or present == pictured(
        image.table, image.before
    )
