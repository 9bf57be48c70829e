"""A program that makes a project and edits it: ``python -m tests.endure.edited FILE EDITS SEED``.

It writes a line after each edit that was saved, and ``closed`` after the file was closed: a log of
its calls shows them in their order. A pragma after SEED sets the file to be kept in another way.
"""

import os
import sqlite3
import sys
from pathlib import Path

from evidence_board.project.engine import driver
from evidence_board.project.project import Project
from tests.endure import edits

CARDS = 12
FEW_PAGES = 6
"""So few pages SQLite may hold back in the second half: others are written before the commit."""


def main() -> None:
    """Make the edits in two sittings."""
    path, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    project = edits.begin(path, seed, CARDS)
    for pragma in sys.argv[4:]:
        _raw(project).execute(f"PRAGMA {pragma}")
    tell("saved 0")
    for number in range(1, count + 1):
        if number == count // 2:
            project.close()
            tell("closed")
            project = Project.open(path, clock=edits.clock)
            _raw(project).execute(f"PRAGMA cache_size = {FEW_PAGES}")
        edits.edit(project, number, seed)
        tell(f"saved {number}")
    project.close()
    tell("closed")


def _raw(project: Project) -> sqlite3.Connection:
    return driver(project._session.store._file.sql)


def tell(words: str) -> None:
    """Write a line at once, by one call."""
    os.write(1, f"{words}\n".encode())


if __name__ == "__main__":
    main()
