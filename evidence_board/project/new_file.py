"""A new file that is there whole or not at all, and never in place of another one.

It is made in a private folder beside its place, synced, and gets its name last.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from evidence_board.outputs import refuse_name
from evidence_board.project.errors import NotAProject, ProjectError
from evidence_board.project.syncing import sync, sync_folder

PART, SNAPSHOT = "part.evboard", "snapshot.evboard"
"""The new file before it gets its name, and what it may be made of."""
_BESIDE = ("{}", "{}-journal", "{}-wal", "{}-shm", ".{}.lock")
"""What may lie beside a project."""


@contextmanager
def whole_or_nothing(path: Path) -> Iterator[Path]:
    """Lend the path at which to make a new file; after the block it stands at `path`.

    ProjectError says why it cannot be made. On any error nothing is left.
    """
    refuse_taken(path)
    try:
        with private_folder(path, PART, SNAPSHOT) as folder:
            part = folder / PART
            yield part
            seal(part)
            give_name(part, path)
            sync_folder(path.parent)
    except FileExistsError:
        raise ProjectError(f"{path.name} was made in the meantime. Choose another name.") from None
    except ProjectError as error:
        raise of_new_file(error) from error
    except sqlite3.Error as error:
        raise not_copied(error) from error
    except OSError as error:
        raise _not_made(path, error) from None


@contextmanager
def private_folder(path: Path | None, *names: str) -> Iterator[Path]:
    """Lend a folder for its owner only, beside `path` or with what is temporary; it is gone after.

    `names` are those of the files that come to lie in it: they are removed even where a failing
    disk, or a lack of handles, lets nobody see what is in a folder.
    """
    beside = path and (f".{path.name[:60]}.", path.parent)
    prefix, place = beside or ("evidence-board-", None)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
    try:
        yield folder
    finally:
        _clear(folder, names)


def _clear(folder: Path, names: Iterable[str]) -> None:
    """Remove a folder with what is in it.

    It is read by its path here: `rmtree` reads it by a descriptor, which takes one more call that a
    failing disk or a lack of locks may refuse.
    """
    found = {form.format(name) for name in names for form in _BESIDE}
    with suppress(OSError):
        found.update(os.listdir(folder))
    for name in found:
        with suppress(OSError):
            (folder / name).unlink()
    with suppress(OSError):
        folder.rmdir()
    shutil.rmtree(folder, ignore_errors=True)


def of_new_file(error: ProjectError) -> ProjectError:
    """Return what is told where a file that is being made could not be written, or the same.

    What the database refuses is told for a project that is edited: of a last change, and a copy.
    What is wrong with a file that it is made of stays as it is told.
    """
    behind = error.__cause__
    if isinstance(error, NotAProject) or not isinstance(behind, DBAPIError | sqlite3.Error):
        return error
    return not_copied(behind)


def not_copied(error: DBAPIError | sqlite3.Error) -> ProjectError:
    """Return what an error of the database means where a new file is being made."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(cause, "sqlite_errorname", "") or "")
    for start, sentence in _NOT_COPIED.items():
        if name.startswith(start):
            return ProjectError(sentence)
    return ProjectError(f"The project file reported an error ({cause}). No file was made.")


_UNREAD = (
    "A part of the project file could not be read. No file was made. Restore the project from a "
    "backup, or salvage it into a new file."
)
_NOT_COPIED = {
    "SQLITE_FULL": "The disk is full. No file was made. Free some space, or choose another disk.",
    "SQLITE_IOERR": "The disk reported an error. No file was made. Choose another disk.",
    "SQLITE_CORRUPT": _UNREAD,
    "SQLITE_NOTADB": _UNREAD,
    "SQLITE_BUSY": "Another program is writing to the project. No file was made. Try again in a "
    "moment.",
    "SQLITE_CANTOPEN": "A file could not be opened. No file was made. Check that the project and "
    "the folder are still there.",
}


def refuse_taken(path: Path) -> None:
    """Raise ProjectError if something has this name already, or it is kept for something."""
    if os.path.lexists(path):
        raise ProjectError(
            f"{path.name or path} exists already. Choose another name; nothing was overwritten."
        )
    try:
        refuse_name(path)
    except OSError as error:
        raise _not_made(path, error) from None


def _not_made(path: Path, error: OSError) -> ProjectError:
    if isinstance(error, FileNotFoundError):
        return ProjectError(f"{path} cannot be made: there is no such folder. Choose another one.")
    return ProjectError(f"{path} cannot be made ({error.strerror or error}). Choose another place.")


def seal(part: Path) -> None:
    """Let a finished file be on the disk, and be read as other files of the person are."""
    sync(part)
    part.chmod(0o644)


def give_name(part: Path, path: Path) -> None:
    """Let the finished file be found at `path`; FileExistsError if something is there by now."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a folder without hard links, such as FAT
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        part.rename(path)
