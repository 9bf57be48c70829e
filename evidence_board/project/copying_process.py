"""Saving a copy of a project that is open, in a process of its own: a generator for a job.

A drive that does not answer then holds up that process, and neither the window nor the connection
by which the project saves.
"""

import sqlite3
from collections.abc import Generator
from contextlib import closing
from functools import partial
from pathlib import Path

from evidence_board.project.beside import told_beside
from evidence_board.project.copying import confirm
from evidence_board.project.copying_beside import NeverStill, copy_beside
from evidence_board.project.engine import guard, mode_to_read, uri
from evidence_board.project.errors import ProjectError
from evidence_board.project.new_file import not_copied, whole_or_nothing
from evidence_board.project.presence import Identity
from evidence_board.project.telling import Progress, Told
from evidence_board.project.whereabouts import lies_at

_STOPPED = "The copying was stopped from outside. No copy was made. Try again."


class Elsewhere(ProjectError):
    """The file of the project is not where it was; only who has it open can copy it."""


def saving_copy(path: Path, file: Identity, copy: Path) -> Generator[Progress, None, None]:
    """Copy the project, history and all, to a file that is not there yet; yields pages.

    ProjectError says why not, Elsewhere that another file lies at `path`, or none. What is not
    saved yet is not in it. Closing this ends the process and leaves nothing.
    """
    with whole_or_nothing(copy) as part:
        if not (yield from told_beside(partial(_copied, path, file, part), _STOPPED)):
            raise Elsewhere(f"{path.name} is not where it was.")


def _copied(path: Path, file: Identity, part: Path, told: Told) -> bool:
    """Copy the project in this process, which does not have it open, if it is that file."""
    if not lies_at(path, file):
        return False
    try:
        place = uri(path, mode_to_read(path))
        with closing(sqlite3.connect(place, uri=True, isolation_level=None)) as source:
            guard(source)
            source.execute("PRAGMA query_only = ON")
            source.execute("PRAGMA busy_timeout = 3000")
            part.touch()
            copy_beside(source, part, told)
    except NeverStill:
        raise ProjectError(
            f"{path.name} is large and was changed all the time. No copy was made. Try again when "
            "nobody edits it."
        ) from None
    except sqlite3.Error as error:
        raise not_copied(error) from error
    confirm(part, told)
    return lies_at(path, file)
