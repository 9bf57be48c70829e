"""What became of the file of an open project: whether it still lies where it was opened.

Asked of the folder, never of the file itself: opening it would drop SQLite's lock on it.
"""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from evidence_board.project.errors import ProjectError
from evidence_board.project.presence import Identity, identity


@dataclass(frozen=True)
class Seen:
    """What a look at the place of a file found: what became of it, and which paths are there."""

    trouble: str
    there: tuple[Path, ...]
    saves: bool = True
    """Whether what is done is saved all the same."""


def look(path: Path, file: Identity, *, read_only: bool) -> Seen:
    """Look at the file and its folder: in a thread, for a share may not answer."""
    told = trouble(path, file, read_only=read_only)
    there = tuple(one for one in (path, path.parent) if one.exists())
    return Seen(told, there, saves=not told or lies_at(path, file))


def silent(path: Path) -> str:
    """Return that nothing is heard of the place of the file."""
    return (
        f"The drive or share with {path.name} does not answer. What you do is kept in this window "
        "and saved as soon as it answers."
    )


def trouble(path: Path, file: Identity, *, read_only: bool) -> str:
    """Return what happened to the file in a sentence or two, nothing where it lies as it was."""
    try:
        state = path.stat()
    except OSError as error:
        return _gone(path, file, error)
    if (state.st_dev, state.st_ino) != file:
        return (
            f"Another file lies where {path.name} was. Nothing more is saved there, and that file "
            "is not touched. Save a copy elsewhere."
        )
    if not read_only and not os.access(path, os.W_OK):
        return (  # the system asks for the right to write once, when a file is opened
            f"{path.name} was made read-only. What you do is still saved while it is open here; "
            "the next time it opens to read only. Save a copy to go on elsewhere."
        )
    return ""


def refuse_elsewhere(path: Path, file: Identity) -> None:
    """Raise ProjectError unless this file still lies at a path: none is made of another one."""
    told = trouble(path, file, read_only=True)
    if told:
        raise ProjectError(f"{told} No file was made: go on in the copy, and make it there.")


def lies_at(path: Path, file: Identity) -> bool:
    """Whether it is this file that lies at a path."""
    try:
        return identity(path) == file
    except OSError:
        return False


def _gone(path: Path, file: Identity, error: OSError) -> str:
    if error.errno not in (errno.ENOENT, errno.ENOTDIR):
        return (
            f"{path.name} cannot be reached ({error.strerror}). Nothing more is saved there until "
            "it can. Save a copy elsewhere."
        )
    try:
        device = path.parent.stat().st_dev
    except OSError:
        return (
            f"The folder of {path.name} is not there any more: it was moved, or its drive was "
            "taken away. Nothing more is saved there. Save a copy elsewhere."
        )
    if device != file[0]:  # the empty folder in which it was mounted
        return (
            f"The drive or share with {path.name} was taken away. Nothing more is saved there. "
            "Connect it and open the project again, or save a copy elsewhere."
        )
    return (
        f"{path.name} is not there any more: it was moved, renamed or deleted. Nothing more is "
        "saved there. Save a copy."
    )
