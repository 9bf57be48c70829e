"""The changes that the history tells of, to look at or to make again."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter

from evidence_board.model.change import Change, ChangeSet, replaced
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record, column
from evidence_board.project import references
from evidence_board.project.errors import ProjectError
from evidence_board.project.images import Image, pictured, texts
from evidence_board.project.records import Records
from evidence_board.project.schema import Column, columns

_Now = dict[str, Record | None]
"""By id, what the records are after the images so far."""


def told(images: Iterable[Image]) -> ChangeSet:
    """Return the changes that these images tell of, whatever the records are now."""
    with _told_by_the_file():
        return ChangeSet(
            tuple(
                _change(one, pictured(one.table, one.before), pictured(one.table, one.after))
                for one in images
            )
        )


def _change(image: Image, before: Record | None, after: Record | None) -> Change:
    """Return what an image tells of; ValueError where that is nothing, or another record."""
    if {one.id for one in (before, after) if one is not None} != {image.id}:
        raise ValueError("a change of another record, or of none")
    return Change(before, after)


@contextmanager
def _told_by_the_file() -> Iterator[None]:
    """Raise ProjectError where an image is none: the file may come from anywhere."""
    try:
        yield
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise ProjectError(
            "What the history says of this step cannot be read. Check the project."
        ) from error


def refuse_unsound(
    changes: ChangeSet, records: Records, keeps: Callable[[str], bool], label: str
) -> None:
    """Raise ProjectError where changes that were made left what no project is.

    For those that the file tells of: what we did ourselves was judged when we did it. `records`
    are as they are then, `keeps` says of a SHA-256 whether its bytes are there.
    """
    if not _is_sound(changes, records, keeps):
        raise ProjectError(
            f"What the history says of “{label}” would leave the project in pieces. Nothing was "
            "changed. Check the project."
        )


def _is_sound(changes: ChangeSet, records: Records, keeps: Callable[[str], bool]) -> bool:
    held = [one for run in changes.runs if not run.removes for one in run.records]
    digests = {str(one.__dict__[name]) for one in held for name in one.attachments}
    gone = {one.id for run in changes.runs if run.removes for one in run.records}
    return (
        records.count(ProjectRecord) == 1
        and all(map(keeps, digests))
        and next(references.broken_by(changes, records), None) is None
        and not (gone and records.named(gone - records.holding(gone)))
    )


def can_be_made(records: Records, changes: ChangeSet) -> bool:
    """Whether each record is now as these changes have it before."""
    now: _Now = {}
    for change in changes.changes:
        id = change.record.id
        present = _present(records, id, now)
        if present is not change.before and present != change.before:
            return False
        now[id] = change.after
    return True


def replayed(records: Records, images: Iterable[Image]) -> ChangeSet | None:
    """Return the changes that these images tell of; None if a record is not as one has it before.

    The records before are those in memory: to compare the texts is quicker than to read them.
    """
    now: _Now = {}
    changes: list[Change] = []
    with _told_by_the_file():
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
    """Return what images of one sort tell of; None if that is not so plain.

    That is where a record comes up twice, is not letter by letter as told, or stays as it is.
    """
    kind, ids = KIND_OF[run[0].table], [one.id for one in run]
    if len(set(ids)) < len(ids):
        return None
    held = [_present(records, id, now) for id in ids]
    present = [one for one in held if type(one) is kind]
    befores = [one.before for one in run if one.before is not None]
    plain = len(present) == len(befores) and (befores or held.count(None) == len(held))
    if not plain or texts(kind, present) != befores:
        return None
    afters = [one.after for one in run if one.after is not None]
    made = _made(kind, present, afters)
    if made is not None and [change.record.id for change in made] != ids:
        raise ValueError("a change of another record, or of none")
    if made is not None:
        now.update(zip(ids, (change.after for change in made), strict=True))
    return made


def _made(
    kind: type[Record], present: Sequence[Record], afters: Sequence[str]
) -> list[Change] | None:
    """Return what makes of the present records what the texts say; there may be none of either."""
    if not afters:
        return [Change(one, None) for one in present]
    rows = json.loads(f"[{','.join(afters)}]")
    if not present:
        return [Change(None, kind.validated(row)) for row in rows]
    fresh = _columns(kind, rows)
    if fresh is None:
        return None
    differing = {name: new for name, new in fresh.items() if new != column(present, name)}
    made = replaced(kind, present, differing) if differing else []
    return made if len(made) == len(present) else None


def _columns(
    kind: type[Record], rows: Sequence[dict[str, object]]
) -> Mapping[str, list[object]] | None:
    """Return the fields of rows, a list for each; None if a field is missing or unknown."""
    names = kind.model_fields.keys()
    if not all(row.keys() == names for row in rows):
        return None
    return {one.name: _plain(one, map(itemgetter(one.name), rows)) for one in columns(kind)}


def _plain(field: Column, values: Iterable[object]) -> list[object]:
    if not field.is_json:
        return list(values)
    return [tuple(value) if isinstance(value, list) else value for value in values]


def _one_by_one(records: Records, run: Sequence[Image], now: _Now) -> list[Change] | None:
    changes: list[Change] = []
    for one in run:
        present = _present(records, one.id, now)
        if not _is_as_told(present, one):
            return None
        now[one.id] = after = pictured(one.table, one.after, present)
        changes.append(_change(one, present, after))
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
