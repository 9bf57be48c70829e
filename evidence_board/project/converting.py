"""Converting a project of an older version in a process of its own: a generator for a job."""

from collections.abc import Generator
from functools import partial
from pathlib import Path

from evidence_board.project.beside import told_beside
from evidence_board.project.project import Project
from evidence_board.project.telling import Progress, Told

_GRACE = 120.0
"""So many seconds it may take to take back what of a large file was converted already."""


def converting(path: Path) -> Generator[Progress, None, None]:
    """Bring a project to this version, after a backup; yields pages of that, then what is indexed.

    Closing this before the end leaves the file as it was. ProjectError says why it could not be
    converted, or not be opened at all.
    """
    stopped = f"{path.name} was not converted: that was stopped from outside. Open it again."
    yield from told_beside(partial(_converted, path), stopped, grace=_GRACE)


def _converted(path: Path, told: Told) -> None:
    Project.open(path, told=told).close()
