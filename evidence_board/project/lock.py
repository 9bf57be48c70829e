"""The lock beside an open project: who has it open, and since when, told to everyone else.

Only advice between people; the file itself is guarded by SQLite's own locks.
"""

import getpass
import json
import os
import socket
import stat
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from evidence_board.project import presence, processes
from evidence_board.project.errors import InUse

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
"""In English whatever the locale, as all sentences of the core are."""
_LONGEST, _LONGEST_WORD = 4_096, 253
"""So many bytes a lock may have, and so many characters a name in it, as those of hosts do."""


@dataclass(frozen=True)
class Holder:
    """Who has a project open; `since` is UTC, ISO 8601.

    `born` tells the process from a later one with the same number, where the system knows.
    """

    pid: int
    host: str
    user: str
    since: str
    born: str = ""


def lock_path(project: Path) -> Path:
    """Return where the lock of a project lies."""
    return project.parent / f".{project.name}.lock"


def holder(project: Path) -> Holder | None:
    """Return who has the project open; None if nobody has, or the program has ended."""
    try:
        told = json.loads(_content(lock_path(project)))
        words = {name: _word(told[name]) for name in ("host", "user", "since", "born")}
        held = Holder(int(told["pid"]), **words)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    here = held.host == socket.gethostname()
    return None if here and not processes.runs(held.pid, held.born) else held


def _content(path: Path) -> bytes:
    """Return what a lock holds; whoever put it there may have put anything there."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        return os.read(handle, _LONGEST) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    finally:
        os.close(handle)


def _word(told: object) -> str:
    """Return a word of a lock so that it can be shown."""
    return "".join(one for one in str(told) if one.isprintable())[:_LONGEST_WORD]


def acquire(project: Path, now: str) -> bool:
    """Take the lock. InUse names who has it; False where the folder cannot be written."""
    if (other := holder(project)) is not None:
        raise InUse(_sentence(project, other))
    mine = Holder(os.getpid(), socket.gethostname(), _user(), now, processes.born(os.getpid()))
    path = lock_path(project)
    try:
        path.unlink(missing_ok=True)
        with path.open("x", encoding="utf-8") as file:
            json.dump(asdict(mine), file)
    except FileExistsError:
        raise InUse(_sentence(project, holder(project))) from None
    except OSError:
        with suppress(OSError):  # a full disk takes the name and no more
            path.unlink()
        return False
    return True


def refuse_if_open(project: Path, *, read_only: bool) -> None:
    """Raise InUse where this person has the file open by another name, such as a hard link.

    To read beside another process is fine; beside ourselves nothing may be opened twice.
    """
    there = presence.of(project)
    if there is not None and there.runs and (there.ours or not read_only):
        if (other := holder(project)) is not None:
            raise InUse(_sentence(project, other))
        name = Path(there.path).name
        raise InUse(f"{project.name} is open already, as {name}. Go on there, or close it first.")


def release(project: Path) -> None:
    """Give the lock back, if it is ours."""
    if held_here(project):
        lock_path(project).unlink(missing_ok=True)


def held_here(project: Path) -> bool:
    """Whether this very process has the project open."""
    held = holder(project)
    return held is not None and held.pid == os.getpid() and held.host == socket.gethostname()


def who_has(project: Path) -> str:
    """Return a sentence about who has the project open, or nothing if nobody has."""
    other = holder(project)
    return _who(project, other) if other is not None else ""


def _sentence(project: Path, other: Holder | None) -> str:
    return f"{_who(project, other)} Close it there, or open it here to read only."


def _who(project: Path, other: Holder | None) -> str:
    if other is None:
        return f"{project.name} is open in another program."
    where = f"{other.user} on {other.host}"
    return f"{project.name} has been open since {_moment(other.since)} ({where})."


def _moment(since: str) -> str:
    """Return when, as people write it; as it stands where another program wrote something else."""
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        return since
    return f"{moment:%H:%M} UTC on {moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "someone"
