"""Copying a project that somebody else writes to, so that they hardly wait.

SQLite lets a writer in between two steps, but begins anew after each change. So a small project is
copied between two edits; where edits come faster than that, the writer is held off, once, for no
longer than nobody feels: it saves in the background. A large one needs a pause in the edits.
"""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from evidence_board.project.telling import Told

_Step = Callable[[int, int, int], None]
_PAGES = 256
"""So many pages are read at once: a writer waits for no more."""
_ROUNDS = 3
"""After so many beginnings the writer is held off."""
_HELD = 0.4
"""For at most so many seconds; it waits for twice as long before it gives up (`engine.py`)."""
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PATIENCE = 2.0
"""So many seconds it tries again where others lock the file, and waits for them each time."""
_LONGEST = 540.0
"""After so many seconds of edits without a pause it is given up."""


class NeverStill(Exception):
    """The project was changed all the time."""


class _TooLong(Exception):
    """This way of copying is given up."""


def copy_beside(source: sqlite3.Connection, part: Path, told: Told) -> None:
    """Copy the whole project behind a connection to a file; NeverStill if it never rests.

    What is in the file is replaced. It is not synced.
    """
    deadline = time.monotonic() + _LONGEST
    ways = (
        (_between_edits(told, _ROUNDS, deadline), False),
        (_until(told, _HELD), True),
        (_between_edits(told, None, deadline), False),
    )
    if not any(_copied(source, part, step, held=held) for step, held in ways):
        raise NeverStill


def _copied(source: sqlite3.Connection, part: Path, step: _Step, *, held: bool) -> bool:
    """Copy in steps until one of them gives up; returns whether all was copied."""
    os.truncate(part, 0)
    try:
        if held:
            source.execute("BEGIN")
            source.execute("SELECT 1 FROM step").fetchone()  # from here on nobody can write
        with closing(sqlite3.connect(part)) as target:
            # What is not finished is thrown away: nothing has to be taken back.
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")
            source.backup(target, pages=_PAGES, progress=_losing_patience(step), sleep=0.01)
    except _TooLong:
        return False
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
    return True


def _losing_patience(step: _Step) -> _Step:
    """Return a step that fails when the file is locked by others for too long, or has no locks."""
    since: float | None = None

    def patient(status: int, left: int, total: int) -> None:
        nonlocal since
        step(status, left, total)
        if status not in _LOCKED:
            since = None
            return
        since = since or time.monotonic()
        if time.monotonic() - since > _PATIENCE:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorname = "SQLITE_BUSY"
            raise error

    return patient


def _between_edits(told: Told, rounds: int | None, deadline: float) -> _Step:
    """Return a step that gives up at the deadline, or when it began anew so often."""
    begun, last = 0, 0

    def step(_status: int, left: int, total: int) -> None:
        nonlocal begun, last
        begun, last = begun + (left > last), left
        told(total - left, total)
        if time.monotonic() > deadline or (rounds is not None and begun > rounds):
            raise _TooLong

    return step


def _until(told: Told, seconds: float) -> _Step:
    """Return a step that gives up so long after the first one."""
    ends = 0.0

    def step(_status: int, left: int, total: int) -> None:
        nonlocal ends
        ends = ends or time.monotonic() + seconds
        told(total - left, total)
        if time.monotonic() > ends:
            raise _TooLong

    return step
