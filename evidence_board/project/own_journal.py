"""The journal of an open file: known by its number, so that it can be told from any other.

When a file is closed SQLite takes away what has the name of its journal. Where the file was moved
or replaced meanwhile that may be the journal of another file, which must not be touched.
"""

import os
from contextlib import suppress
from pathlib import Path

from evidence_board.project.leftovers import journal
from evidence_board.project.presence import Identity


class OwnJournal:
    """The journal that SQLite makes in this process beside a file."""

    def __init__(self, path: Path) -> None:
        """Belong to the file that lies at ``path`` now."""
        self._path = path
        self._file = _identity(path)
        self._known: Identity | None = None

    @property
    def in_place(self) -> bool:
        """Whether the file still lies where it was opened, so that its journal is at hand."""
        return self._file is not None and _identity(self._path) == self._file

    def note(self) -> None:
        """Learn which one it is: SQLite has just written through it, so the file is in place."""
        if self._known is None:
            self._known = _identity(journal(self._path))

    def sweep(self) -> None:
        """Remove it, empty, from where no file lies any more; SQLite has let go of it.

        Where another file lies by now it stays: a program that has that file open may use it.
        """
        left = journal(self._path)
        ours = self._known is not None and _identity(left) == self._known
        with suppress(OSError):
            if ours and left.stat().st_size == 0 and not os.path.lexists(self._path):
                left.unlink()


def _identity(path: Path) -> Identity | None:
    try:
        state = path.lstat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
