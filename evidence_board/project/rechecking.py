"""Re-checking a project while it is open elsewhere: every original, and all that `check` looks at.

It reads without a lock, so that no save ever waits for it; what looks wrong may then only have been
changed meanwhile, so it counts after a second reading: of bytes under a short lock, of the rest
while nobody wrote.
"""

import sqlite3
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evidence_board.project import check, leftovers, sealed
from evidence_board.project.beside import beside
from evidence_board.project.engine import guard, uri
from evidence_board.project.errors import ProjectError, reason
from evidence_board.project.problem import Problem
from evidence_board.project.soundness import read_only_connection
from evidence_board.project.telling import Progress

_TRIES, _PAUSE = 5, 0.5


@dataclass(frozen=True)
class Evidence:
    """What a check found: how many originals were hashed, and the SHA-256 of those that differ.

    `problems` are all other things that do not hold.
    """

    originals: int
    altered: frozenset[str]
    problems: tuple[Problem, ...] = ()


def rechecking(path: Path, *, whole: bool = True) -> Generator[Progress, None, Evidence]:
    """Re-check the evidence of a project, which may be open here and be changed meanwhile.

    A process of its own does it. Yields how many kB are hashed, of how many; closing it ends the
    process. ProjectError says why nothing was found out.
    """
    stopped = "The evidence could not be checked again. Try later."
    return (yield from beside(partial(recheck, path, whole=whole), stopped, quiet=True))


def recheck(path: Path, *, whole: bool) -> Generator[Progress, None, Evidence]:
    """Hash every original and text again; with `whole` do also all that `check` does.

    Not in a process that has the project open. Yields how many kB are hashed, of how many.
    ProjectError says that the file cannot be read just now.
    """
    try:
        altered = yield from _altered(path)
        with closing(_locking(path)) as connection:
            (count,) = connection.execute("SELECT count(DISTINCT sha256) FROM capture").fetchone()
        problems = tuple(_problems(path)) if whole else ()
    except (OSError, sqlite3.Error) as error:
        raise ProjectError(f"{path.name} could not be checked again ({reason(error)}).") from error
    return Evidence(int(count), altered, problems)


def _altered(path: Path) -> Generator[Progress, None, frozenset[str]]:
    with closing(_locking(path)) as connection:
        kept = connection.execute("SELECT rowid, sha256, size FROM attachment").fetchall()
    total, done, altered = sum(size for _, _, size in kept), 0, set()
    with closing(read_only_connection(path)) as unlocked:
        for row, digest, size in kept:
            yield done >> 10, total >> 10
            if not sealed.is_sound(unlocked, row, digest) and not _is_kept(path, row, digest):
                altered.add(str(digest))
            done += size
    yield total >> 10, total >> 10
    return frozenset(altered)


def _is_kept(path: Path, row: int, digest: str) -> bool:
    """Look a second time, while nobody can write; whether the bytes are right after all."""
    with closing(_locking(path)) as connection:
        return sealed.is_sound(connection, row, digest)


def _problems(path: Path) -> Iterator[Problem]:
    for part in check.PARTS_BESIDES_EVIDENCE:
        yield from settled(path, part)


def settled(path: Path, part: check.Part) -> tuple[Problem, ...]:
    """Return what a part of the check finds twice while nobody writes; nothing if that never is."""
    seen_before: tuple[Problem, ...] | None = None
    for _ in range(_TRIES):
        before = _saves(path)
        with closing(read_only_connection(path)) as connection:
            found = tuple(check.guarded(part, connection))
        if not found:
            return ()
        at_rest = before is not None and _saves(path) == before
        if at_rest and seen_before == found:
            return found
        seen_before = found if at_rest else None
        time.sleep(0 if seen_before else _PAUSE)
    return ()


def _saves(path: Path) -> bytes | None:
    """Return how SQLite counts the saves in the header; None while one is under way."""
    if leftovers.unfinished(path):
        return None
    with path.open("rb") as file:
        return file.read(100)[24:28]


def _locking(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(uri(path, "mode=ro"), uri=True)
    guard(connection)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA busy_timeout = 10000")
    return connection
