"""Where a file may be written: what must not be replaced by one, and names that are not free."""

import errno
import os
import stat
from pathlib import Path

_BESIDE = ("-journal", "-wal", "-shm")
"""How the names end of what SQLite keeps beside a database, and reads as part of it."""
_PROJECT = ".evboard"


def place_for(path: Path) -> Path:
    """Return where a file is to be written that replaces what is there: a link is followed.

    OSError says in words what must not be replaced: what is no ordinary file, and another project.
    It is known by its name, for whoever opened and closed one that is open would unlock it.
    """
    place = Path(os.path.realpath(path))
    refuse_name(place)
    try:
        mode = os.lstat(place).st_mode
    except FileNotFoundError:
        return place
    if stat.S_ISLNK(mode):
        raise OSError(errno.ELOOP, "that is a link that leads round in a ring", str(path))
    if stat.S_ISDIR(mode):
        raise OSError(errno.EISDIR, "that is a folder, not a file", str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "that is a pipe or a device, not a file", str(path))
    if place.suffix.lower() == _PROJECT:
        raise OSError(errno.EINVAL, "that is a project, which is not replaced", str(path))
    return place


def refuse_name(path: Path) -> None:
    """Raise OSError where no file can have this name, or a project beside it would read it."""
    if not path.name:  # the topmost folder
        raise OSError(errno.EISDIR, "that is a folder, not a file", str(path))
    for end in _BESIDE:
        project = path.with_name(path.name.removesuffix(end)) if path.name != end else path
        if path.name.endswith(end) and project != path and project.is_file():
            told = f"that name is kept for what belongs to {project.name}"
            raise OSError(errno.EINVAL, told, str(path))
