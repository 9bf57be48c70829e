"""What the world can do to a project file, each in a sentence that a person can act on."""

import sqlite3
from collections.abc import Sequence

from sqlalchemy.exc import DBAPIError

TOLD_BY_SQLITE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises: SQLite's own words may hold some of it, and be no text."""


class ProjectError(Exception):
    """Something outside the program went wrong; the text says what, and what to do."""


class NotAProject(ProjectError):
    """The file is something else, or is damaged."""


class Damaged(NotAProject):
    """The file is a project, or was one, and something in it cannot be read."""


class ForeignSchema(NotAProject):
    """The file holds tables or rules that no project has; `differences` names them all."""

    def __init__(self, text: str, differences: Sequence[str]) -> None:
        super().__init__(text)
        self.differences = tuple(differences)


class UnsoundRows(NotAProject):
    """The file can be read, but some of its rows cannot be what they should be.

    ``Project.open(path, sound_rest=True)`` sets these aside and opens the rest to read.
    """


class TooNew(ProjectError):
    """The file was made by a later version."""


class NotConverted(ProjectError):
    """The file is of an older version and stays so for now; it can be read as it is."""


class Unfinished(ProjectError):
    """A save that was cut short lies beside the file, and nothing shows that it is our own.

    `leftovers.finished_copy` and `leftovers.copy_without` are the two ways on.
    """


class InUse(ProjectError):
    """Another program has the project open."""


class ReadOnly(ProjectError):
    """The project cannot be written where it is; a copy elsewhere could."""


class ChangedElsewhere(ProjectError):
    """Another program wrote to the project since it was read."""


class Unreadable(ProjectError):
    """A part of the file could not be read; a second reading tells whether it is damaged."""


class Overwritten(ProjectError):
    """Something else than this project was written into its file while it was open."""


class Conflict(ProjectError):
    """A step cannot be taken back or repeated, because its rows changed since."""


class NotInTransaction(RuntimeError):
    """A change was tried outside a transaction: a fault of ours, never of the file."""


_SENTENCES = {
    "SQLITE_READONLY_DBMOVED": "The project file was moved, renamed or replaced while it was open, "
    "or deleted. The last change was not saved, and nothing more is saved there. Save a copy.",
    "SQLITE_FULL": "The disk is full. The last change was not saved. Free some space, then do it "
    "again, or save a copy on another disk.",
    "SQLITE_BUSY": "Another program is writing to the project. The last change was not saved. "
    "Do it again in a moment.",
    "SQLITE_READONLY": "The project file cannot be written. The last change was not saved. "
    "Save a copy elsewhere.",
    "SQLITE_IOERR": "The disk reported an error. The last change was not saved. Save a copy on "
    "another disk.",
    "SQLITE_CORRUPT_VTAB": "The search index of the project is damaged. The last change was not "
    "saved. Salvage the project into a new file: that makes the index anew.",
    "SQLITE_CORRUPT": "A part of the project file could not be read. The last change was not "
    "saved.",
    "SQLITE_NOTADB": "The project file could not be read as a project. The last change was not "
    "saved.",
    "SQLITE_CANTOPEN": "The project file cannot be opened. Check that it is still there.",
}
_UNWRITABLE = frozenset(
    {"SQLITE_READONLY_DBMOVED", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_IOERR"}
)
"""Where a copy in another place is the way on."""


_UNREADABLE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
"""What a failing disk or share looks like too: nothing is called damaged for it."""
_OVERWRITTEN = (
    "Something else was written into the project file while it was open. Nothing more is saved "
    "there. What you see is what was saved last: restore it from a backup."
)


def after_second_reading(error: BaseException, *, readable: bool) -> BaseException:
    """Return what is told once the whole file was read again, or could not be."""
    if isinstance(error, ChangedElsewhere) and not readable:
        return Overwritten(_OVERWRITTEN)
    if not isinstance(error, Unreadable):
        return error
    if readable:
        return Unreadable(f"{error} It was read again and is whole. Do it again.")
    return Unreadable(
        f"{error} It could not be read a second time either. What you see is what was saved last. "
        "Close the project and restore it from a backup."
    )


_OF_SEARCH = (": search_", ": parts_", ": indexed.")


def of_search_index(error: DBAPIError | sqlite3.Error) -> bool:
    """Whether a rule was broken that the search index has for its own rows: then it is damaged."""
    told = str(error.orig if isinstance(error, DBAPIError) else error)
    return told == "constraint failed" or any(one in told for one in _OF_SEARCH)


_REASONS = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk reported an error",
    "SQLITE_CORRUPT": "a part of it is damaged",
    "SQLITE_NOTADB": "it is no project, or its beginning is damaged",
    "SQLITE_BUSY": "another program is writing to it",
    "SQLITE_LOCKED": "another program is writing to it",
    "SQLITE_CANTOPEN": "it cannot be opened",
    "SQLITE_READONLY": "it cannot be written",
    "SQLITE_INTERRUPT": "it took too long",
    "SQLITE_NOMEM": "there was not enough memory",
}


def reason(error: BaseException) -> str:
    """Return why something could not be read or written, to stand in brackets in a sentence.

    SQLite's own words for what the world does are for programmers; others are told as they are.
    """
    if isinstance(error, OSError):
        return error.strerror or str(error)
    name = str(getattr(error, "sqlite_errorname", "") or "")
    known = (words for start, words in _REASONS.items() if name.startswith(start))
    return next(known, str(error))


def from_database(error: DBAPIError | sqlite3.Error) -> ProjectError:
    """Return the error of the world that stands behind an error of the database."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(cause, "sqlite_errorname", "") or "")
    if name.startswith("SQLITE_CONSTRAINT") and of_search_index(error):
        name = "SQLITE_CORRUPT_VTAB"
    for prefix, sentence in _SENTENCES.items():
        if name.startswith(prefix) and prefix in _UNREADABLE:
            return Unreadable(sentence)
        if name.startswith(prefix):
            return ReadOnly(sentence) if prefix in _UNWRITABLE else ProjectError(sentence)
    return ProjectError(f"The project file reported an error ({cause}). Nothing was changed.")
