"""Backups made and restored in a process of their own: generators for a job.

A process, not a thread: copying and checking a large file takes seconds of which the window must
not feel one, and whatever goes wrong in it leaves the open project alone. Each yields (done, total)
in pages as it goes; closing one ends the process, which removes what is unfinished.
"""

from collections.abc import Generator
from functools import partial
from pathlib import Path

from evidence_board.project.backup_making import make
from evidence_board.project.backup_restoring import fill
from evidence_board.project.beside import told_beside
from evidence_board.project.new_file import whole_or_nothing
from evidence_board.project.telling import Progress, Told

_STOPPED = "The process that works on backups has ended before it was done. Try again."


def backing_up(path: Path, *, unless_held: bool = False) -> Generator[Progress, None, str]:
    """Back a project up; returns the name of the backup, nothing if the newest one holds the same.

    The project may be open here and be changed meanwhile. ProjectError says why there is none.
    """
    work = partial(_made, path, unless_held)
    return (yield from told_beside(work, _STOPPED, quiet=True))


def restoring(backup: Path, path: Path) -> Generator[Progress, None, None]:
    """Make of a backup a project file that is not there yet; ProjectError says why not."""
    with whole_or_nothing(path) as part:
        yield from told_beside(partial(fill, backup, part), _STOPPED)


def _made(path: Path, unless_held: bool, told: Told) -> str:
    backup = make(path, told=told, unless_held=unless_held)
    return backup.path.name if backup is not None else ""
