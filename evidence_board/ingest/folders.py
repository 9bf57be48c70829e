"""What lies in folders: every file below them that is meant to be seen."""

import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MOST = 10_000
"""How many files are gathered; a folder with more is not meant as a case."""

_STEP = 256


@dataclass(frozen=True)
class Gathered:
    """The files among some paths and below the folders among them; ``cut`` if there are more."""

    files: tuple[Path, ...]
    cut: bool = False


def gather(paths: Iterable[Path]) -> Generator[tuple[int, int], None, Gathered]:
    """Yield as files are found, so that it can be stopped, and return them.

    A path that is no folder stands for itself, whatever it is. Below a folder hidden files, links
    to what lies outside it, and folders that are links are left out; so are folders that may not
    be read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _below(path) if path.is_dir() else (path,):
            found[file] = None
            if len(found) > MOST:
                return Gathered(tuple(found)[:MOST], cut=True)
            if len(found) % _STEP == 0:
                yield 0, 0
    return Gathered(tuple(found))


def _below(top: Path) -> Iterator[Path]:
    inside = top.resolve()
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if not name.startswith(".") and _is_inside(path, inside):
                yield path


def _is_inside(path: Path, top: Path) -> bool:
    if not path.is_symlink():
        return True
    try:
        return path.resolve(strict=True).is_relative_to(top)
    except OSError:
        return False
