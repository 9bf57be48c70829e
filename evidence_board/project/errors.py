"""What the world can do to a project file, each in a sentence that a person can act on."""

import sqlite3

from sqlalchemy.exc import DBAPIError


class ProjectError(Exception):
    """Something outside the program went wrong; the text says what, and what to do."""


class NotAProject(ProjectError):
    """The file is something else, or is damaged."""


class TooNew(ProjectError):
    """The file was made by a later version."""


class NotConverted(ProjectError):
    """The file is of an older version and stays so for now; it can be read as it is."""


class InUse(ProjectError):
    """Another program has the project open."""


class ReadOnly(ProjectError):
    """The project cannot be written where it is; a copy elsewhere could."""


class ChangedElsewhere(ProjectError):
    """Another program wrote to the project since it was read."""


class Conflict(ProjectError):
    """A step cannot be taken back or repeated, because its rows changed since."""


class NotInTransaction(RuntimeError):
    """A change was tried outside a transaction: a fault of ours, never of the file."""


_SENTENCES = {
    "SQLITE_READONLY_DBMOVED": "The project file was moved, renamed or replaced while it was open. "
    "Nothing more is saved there. Save a copy.",
    "SQLITE_FULL": "The disk is full. The last change was not saved. Free some space, then do it "
    "again.",
    "SQLITE_BUSY": "Another program is writing to the project. The last change was not saved. "
    "Do it again in a moment.",
    "SQLITE_READONLY": "The project file cannot be written. The last change was not saved. "
    "Save a copy elsewhere.",
    "SQLITE_IOERR": "The disk reported an error. The last change was not saved. Save a copy on "
    "another disk.",
    "SQLITE_CORRUPT": "The project file could not be read. Close it and check it before you go on.",
    "SQLITE_NOTADB": "The project file is not a project any more. Restore it from a backup.",
    "SQLITE_CANTOPEN": "The project file cannot be opened. Check that it is still there.",
}
_UNWRITABLE = frozenset(
    {"SQLITE_READONLY_DBMOVED", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR"}
)
"""Where a copy in another place is the way on."""


def from_database(error: DBAPIError | sqlite3.Error) -> ProjectError:
    """Return the error of the world that stands behind an error of the database."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(cause, "sqlite_errorname", "") or "")
    for prefix, sentence in _SENTENCES.items():
        if name.startswith(prefix):
            return ReadOnly(sentence) if prefix in _UNWRITABLE else ProjectError(sentence)
    return ProjectError(f"The project file reported an error ({cause}). Nothing was changed.")
