"""Finding the backups of a file, also of one that is damaged or gone, and restoring one of them.

Restoring makes a new file, never writes over one; the backup stays where it is.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from evidence_board.project import copying, opening
from evidence_board.project.backup_making import place_of, project_of
from evidence_board.project.backups import Backup, all_projects, listed
from evidence_board.project.errors import ProjectError, reason
from evidence_board.project.new_file import whole_or_nothing
from evidence_board.project.soundness import read_only_connection, refuse_other_schema
from evidence_board.project.telling import Told, tell_nobody


def backups_of(path: Path) -> tuple[Backup, ...]:
    """Return the backups of the project in a file, the newest one first.

    Of a file that does not say which project it is any more: those that were made of this place.
    """
    path = opening.real(path)
    with suppress(ProjectError, OSError, sqlite3.Error):
        opening.refuse_no_database(path)
        refuse_other_schema(path)
        with closing(read_only_connection(path)) as connection:
            return listed(project_of(connection))
    place = place_of(path)
    return tuple(one for one in every_backup() if one.summary and one.summary.path == place)


def every_backup() -> tuple[Backup, ...]:
    """Return the backups of all projects, the newest one first."""
    found = (one for project in all_projects() for one in listed(project))
    return tuple(sorted(found, key=lambda one: (one.at, one.sequence), reverse=True))


def expected(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a file as `backups_of`; ProjectError if it has none and is no project.

    Then it is more likely that the name was wrong.
    """
    found = backups_of(path)
    if not found:
        opening.inspect(opening.real(path))
    return found


def numbered(path: Path, sequence: int) -> Backup:
    """Return the backup of a file with this number; ProjectError if there is none."""
    found = next((one for one in expected(path) if one.sequence == sequence), None)
    if found is None:
        raise ProjectError(f"{path.name} has no backup {sequence}. `backups` lists them.")
    return found


def restore(backup: Path, path: Path, told: Told = tell_nobody) -> None:
    """Make of a backup a project file that is not there yet; ProjectError says why not."""
    with whole_or_nothing(path) as part:
        fill(backup, part, told)


def fill(backup: Path, part: Path, told: Told) -> None:
    """Make of a backup the new file `part`, whose folder is private; as `restore`."""
    try:
        opening.inspect(backup)
        with closing(read_only_connection(backup)) as source:
            copying.fill(source, part, told)
        copying.confirm(part, told)
    except sqlite3.Error as error:
        raise ProjectError(f"The backup {backup.name} cannot be read ({reason(error)}).") from error
