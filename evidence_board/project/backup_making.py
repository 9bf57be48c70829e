"""Making a backup: copied in steps, opened, checked and synced, and only then it counts."""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from evidence_board.project import sealed
from evidence_board.project.backups import (
    Backup,
    Summary,
    folder_of,
    listed,
    name_of,
    next_sequence,
    summary_path,
    thin,
)
from evidence_board.project.copying_beside import NeverStill, copy_beside
from evidence_board.project.engine import guard, mode_to_read, uri
from evidence_board.project.errors import ProjectError, reason
from evidence_board.project.schema import kinds_in, quoted
from evidence_board.project.soundness import read_only_connection, schema_differences
from evidence_board.project.syncing import sync, sync_folder
from evidence_board.project.telling import Told, tell_nobody

_PART = ".making-"
_STALE = 3600.0


class NoBackup(ProjectError):
    """No backup was made; the earlier ones are as they were."""


def make(
    path: Path, now: datetime | None = None, told: Told | None = None, *, unless_held: bool = False
) -> Backup | None:
    """Back the project at `path` up; NoBackup says why not.

    It may be open, in another process too, and written to meanwhile. With `unless_held` nothing
    is done, and nothing returned, where the newest backup holds the same.
    """
    try:
        with _reading(path) as source:
            _refuse_other_schema(path, source)
            project = project_of(source)
            held = listed(project)
            if unless_held and held and _holds(held[0], source, path):
                return None
            return _made(path, source, project, now or datetime.now(UTC), told or tell_nobody)
    except sqlite3.Error as error:
        raise NoBackup(
            f"No backup was made: {path.name} cannot be read ({reason(error)})."
        ) from error
    except OSError as error:
        raise NoBackup(f"No backup was made ({error.strerror}).") from error


def _made(
    path: Path, source: sqlite3.Connection, project: str, now: datetime, told: Told
) -> Backup:
    folder = folder_of(project)
    _clear_stale(folder)
    size = path.stat().st_size
    if shutil.disk_usage(folder).free < 2 * size:
        raise NoBackup(
            f"No backup of {path.name} was made: the disk of {folder} has less than twice its size "
            "free. Free some space there."
        )
    handle, name = tempfile.mkstemp(prefix=_PART, dir=folder)
    os.close(handle)
    part = Path(name)
    try:
        _copy(path, source, part, told)
        told(0, 0)  # how far the check is nobody knows
        summary = _checked(path, part)
        sync(part)
        backup = _keep(part, project, now, summary)
    finally:
        part.unlink(missing_ok=True)
    thin(project, now)
    return backup


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(
        sqlite3.connect(uri(path, mode_to_read(path)), uri=True, isolation_level=None)
    ) as source:
        guard(source)
        source.execute("PRAGMA query_only = ON")
        source.execute("PRAGMA busy_timeout = 3000")
        yield source


def _copy(path: Path, source: sqlite3.Connection, part: Path, told: Told) -> None:
    try:
        copy_beside(source, part, told)
    except NeverStill:
        raise NoBackup(
            f"No backup of {path.name} was made: it is large and was changed all the time. The "
            "next one is tried after more edits."
        ) from None


def _checked(path: Path, part: Path) -> Summary:
    """Return what the copy holds; NoBackup if it is no sound project."""
    with closing(read_only_connection(part)) as connection:
        connection.set_progress_handler(_go_on, 100_000)
        differences = schema_differences(connection)
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        lost = connection.execute("PRAGMA foreign_key_check").fetchone()
        if differences or lost or found != "ok":
            raise NoBackup(
                f"No backup was made: a part of {path.name} is damaged. The earlier backups are "
                "kept. Restore one of them, or salvage what can still be read."
            )
        return _summary(connection, path)


def _summary(connection: sqlite3.Connection, path: Path) -> Summary:
    (title,) = connection.execute("SELECT title FROM project").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    step, seal = connection.execute("SELECT seq, hash FROM step ORDER BY seq DESC").fetchone()
    counts = {kind.plural: _count(connection, kind.table) for kind in kinds_in(connection)}
    flaws = sum(1 for _ in sealed.altered(connection))
    return Summary(title, place_of(path), version, step, seal, _state(connection), flaws, counts)


def _holds(backup: Backup, source: sqlite3.Connection, path: Path) -> bool:
    """Whether a backup holds what the project holds now."""
    told = backup.summary
    return told is not None and told.path == place_of(path) and told.state == _state(source)


def _state(connection: sqlite3.Connection) -> str:
    """Return what differs as soon as a step is made, undone or redone."""
    rows = connection.execute("SELECT hash, state FROM step ORDER BY seq").fetchall()
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0])


def _refuse_other_schema(path: Path, source: sqlite3.Connection) -> None:
    """Raise NoBackup before anything is asked of a file that is no project of ours."""
    if differences := schema_differences(source):
        raise NoBackup(
            f"No backup was made: {path.name} has parts that no project has "
            f"({', '.join(differences[:5])})."
        )


def place_of(path: Path) -> str:
    """Return where a project lies, as text that every file can hold."""
    return os.fsencode(path.absolute()).decode(errors="replace")


def project_of(connection: sqlite3.Connection) -> str:
    """Return the id of the project in a file with a schema of ours."""
    row = connection.execute("SELECT id FROM project").fetchone()
    if row is None:
        raise NoBackup("No backup was made: the file does not say which project it is.")
    return str(row[0])


def _keep(part: Path, project: str, now: datetime, summary: Summary) -> Backup:
    """Give the finished copy its name, after what is told of it; another process may do so too."""
    folder = part.parent
    told = json.dumps(asdict(summary), ensure_ascii=False, indent=1)
    while True:
        path = folder / name_of(next_sequence(project), now)
        if _named(part, path, told):
            return next(one for one in listed(project) if one.path == path)


def _named(part: Path, path: Path, told: str) -> bool:
    """Whether the name was still free."""
    try:
        with summary_path(path).open("x", encoding="utf-8") as file:
            file.write(told)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        return False
    part.rename(path)
    sync_folder(path.parent)
    return True


def _clear_stale(folder: Path) -> None:
    """Remove what a process that was ended left unfinished."""
    for left in folder.glob(f"{_PART}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _go_on() -> int:
    """Let Python have its turn now and then: a signal that ends the process is taken up here."""
    return 0
