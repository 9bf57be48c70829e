"""The backups of a project: where they lie, what each one holds; the newest ones first.

They lie in the person's own folder, by the id of the project, so that neither a sync client nor a
lost folder takes them with the project. Beside each one a small JSON file says what it holds, so
that a list of them opens none. Nothing that lies there is trusted: what cannot be read is shown
as that.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG

from evidence_board.paths import user_work_folder
from evidence_board.project.thinning import Stamp, kept

SUFFIX = ".evboard"
_NAME = re.compile(r"(\d{6,9})-(\d{8}T\d{6}Z)\.evboard", re.ASCII)
_TIME = "%Y%m%dT%H%M%SZ"
_PLAIN_ID = re.compile(r"[a-z0-9-]{1,64}", re.ASCII)
_HASHED_ID = re.compile(r"~[0-9a-f]{40}", re.ASCII)
"""What stands for an id that is no good name for a folder."""
_LONGEST = 65_536
"""No description of ours is longer, in bytes."""


@dataclass(frozen=True)
class Summary:
    """What a backup holds, as it was when it was made.

    `path` is where the project lay, `step` the number of its last step and `hash` that step's;
    `state` differs as soon as a step is made, undone or redone; `counts` are records by plural.
    `flaws` tells how many attachments differed from their SHA-256.
    """

    title: str
    path: str
    version: int
    step: int
    hash: str
    state: str
    flaws: int
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Backup:
    """A file in the folder of backups; without a summary where that cannot be read."""

    path: Path
    sequence: int
    at: datetime
    size: int
    summary: Summary | None


def folder_of(project_id: str) -> Path:
    """Return the folder of the backups of a project, made if it is not there."""
    hashed = f"~{hashlib.sha256(project_id.encode()).hexdigest()[:40]}"
    folder = _top() / (project_id if _is_folder_name(project_id) else hashed)
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def all_projects() -> tuple[str, ...]:
    """Return what `listed` takes for each project that has a folder here, in no special order."""
    return tuple(path.name for path in _top().iterdir() if _is_folder_name(path.name))


def _is_folder_name(name: str) -> bool:
    return bool(_PLAIN_ID.fullmatch(name) or _HASHED_ID.fullmatch(name))


def _top() -> Path:
    folder = user_work_folder() / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def name_of(sequence: int, at: datetime) -> str:
    """Return the name of a backup."""
    return f"{sequence:06}-{at.astimezone(UTC).strftime(_TIME)}{SUFFIX}"


def summary_path(backup: Path) -> Path:
    """Return where it is written what a backup holds."""
    return backup.with_suffix(".json")


def listed(project_id: str) -> tuple[Backup, ...]:
    """Return the backups of a project, the newest one first."""
    found = map(_backup, folder_of(project_id).iterdir())
    return tuple(sorted(filter(None, found), key=lambda one: one.sequence, reverse=True))


def next_sequence(project_id: str) -> int:
    """Return the number of the next backup: higher than all, also than one never finished."""
    names = (path.with_suffix(SUFFIX).name for path in folder_of(project_id).iterdir())
    return max((int(match[1]) for match in map(_NAME.fullmatch, names) if match), default=0) + 1


def thin(project_id: str, now: datetime) -> None:
    """Remove the backups that are not kept any longer.

    Those of each place of the project are thinned by themselves, and so are those with flaws: what
    was damaged, or is a copy, never takes the place of another one.
    """
    groups: dict[tuple[str, bool], list[Backup]] = {}
    for one in listed(project_id):
        sound = one.summary is not None and not one.summary.flaws
        groups.setdefault((one.summary.path if one.summary else "", sound), []).append(one)
    for group in groups.values():
        keeping = kept(now, [Stamp(one.sequence, one.at) for one in group])
        for one in group:
            if one.sequence not in keeping:
                one.path.unlink(missing_ok=True)
                summary_path(one.path).unlink(missing_ok=True)


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        at = datetime.strptime(match[2], _TIME).replace(tzinfo=UTC)
        state = path.lstat()
    except (ValueError, OSError):
        return None
    if not S_ISREG(state.st_mode):
        return None
    return Backup(path, int(match[1]), at, state.st_size, _summary(summary_path(path)))


def _summary(path: Path) -> Summary | None:
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        if S_ISREG(path.lstat().st_mode) and path.stat().st_size <= _LONGEST:
            return _from_plain(json.loads(path.read_bytes()))
    return None


def _from_plain(told: Mapping[str, object]) -> Summary:
    counts = told["counts"]
    if not isinstance(counts, dict):
        raise TypeError("counts are numbers by name")
    return Summary(
        *(_word(told, "title"), _word(told, "path"), _number(told, "version")),
        *(_number(told, "step"), _word(told, "hash"), _word(told, "state")),
        _number(told, "flaws"),
        {str(name): _number(counts, name) for name in counts},
    )


def _word(told: Mapping[str, object], name: str) -> str:
    word = told[name]
    if not isinstance(word, str):
        raise TypeError(f"{name} is a text")
    return word


def _number(told: Mapping[str, object], name: str) -> int:
    number = told[name]
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 1 << 53:
        raise TypeError(f"{name} is a whole number")
    return number
