"""The last step that was saved here, remembered outside the file: a file that lost it is found out.

A sync client or a person may put an older or another file in the place of a project; SQLite cannot
tell. The mark lies with the backups. It may lag behind the file, never the other way round: what
it names was in the file, so a history without it is not the one that was saved.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from evidence_board.project.backup_making import place_of
from evidence_board.project.backups import folder_of, listed
from evidence_board.project.history import Step
from evidence_board.project.syncing import put

_NAME = "last-saved.json"
_MOST = 20
"""Of so many places of one project, copies say, it is remembered."""
_LONGEST = 262_144


@dataclass(frozen=True)
class Mark:
    """The newest step that was saved at a place, and when (UTC)."""

    path: str
    step: int
    hash: str
    at: str


def keep(project_id: str, path: Path, steps: Sequence[Step], at: str) -> None:
    """Remember the newest of these steps that is on the disk; OSError if that cannot be done."""
    last = next((step for step in reversed(steps) if step.hash), None)
    if last is None:
        return
    mark = Mark(place_of(path), last.seq, last.hash, at)
    others = [one for one in _marks(project_id) if one.path != mark.path]
    told = [asdict(one) for one in (mark, *others[: _MOST - 1])]
    content = json.dumps(told, ensure_ascii=False, indent=1).encode()
    put(folder_of(project_id) / _NAME, content)


@dataclass(frozen=True)
class Loss:
    """What was saved here last and is gone from the file; the furthest step that a backup has.

    0 for that, if no backup goes beyond the file.
    """

    mark: Mark
    held: int


def lost(project_id: str, path: Path, steps: Sequence[Step]) -> Loss | None:
    """Return what was saved here and is not in these steps; None if all is well.

    Of a place that is not known it is compared with the newest one that is gone: the file was
    moved. A copy of a project that is still where it was may be as old as it likes.
    """
    marks, place = _marks(project_id), place_of(path)
    here = next((one for one in marks if one.path == place), None)
    mark = here or next((one for one in marks if not os.path.lexists(one.path)), None)
    there = {(one.seq, one.hash) for one in steps}
    if mark is None or (mark.step, mark.hash) in there:
        return None
    told = (one.summary for one in listed(project_id))
    beyond = (one.step for one in told if one and (one.step, one.hash) not in there)
    return Loss(mark, max(beyond, default=0))


def _marks(project_id: str) -> list[Mark]:
    """Return what is remembered, the newest first; nothing where it cannot be read."""
    path = folder_of(project_id) / _NAME
    with suppress(OSError, ValueError, TypeError, RecursionError):
        if path.lstat().st_size <= _LONGEST:
            return [_mark(told) for told in json.loads(path.read_bytes())]
    return []


def _mark(told: object) -> Mark:
    if not isinstance(told, dict):
        raise TypeError("a mark is an object")
    mark = Mark(**told)
    if not isinstance(mark.step, int) or not all(
        isinstance(word, str) for word in (mark.path, mark.hash, mark.at)
    ):
        raise TypeError("a mark has a step and three texts")
    return mark
