"""What lies in folders: every file below them that is meant to be seen."""

import os
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MOST = 10_000
"""How many files are gathered; a folder with more is not meant as a case."""

_STEP = 256
_SAVED_BESIDE = ("_files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_file")
"""How browsers name the folder with what a page shows, by the language they are in."""


@dataclass(frozen=True)
class Gathered:
    """The files among some paths and below the folders among them; ``cut`` if there are more.

    ``companions`` are the folders that a browser saved beside a page, whose files are left out.
    """

    files: tuple[Path, ...]
    cut: bool = False
    companions: tuple[Path, ...] = ()


def gather(paths: Iterable[Path]) -> Generator[tuple[int, int], None, Gathered]:
    """Yield as files are found, so that it can be stopped, and return them.

    A path that is no folder stands for itself, whatever it is. Below a folder hidden files, links
    to what lies outside it, and folders that are links are left out; so are folders that may not
    be read.
    """
    found: dict[Path, None] = {}
    companions: list[Path] = []
    for path in paths:
        if path.is_dir() and _has_page(path):
            companions.append(path)
            continue
        for file in _below(path, companions) if path.is_dir() else (path,):
            found[file] = None
            if len(found) > MOST:
                return Gathered(tuple(found)[:MOST], cut=True)
            if len(found) % _STEP == 0:
                yield 0, 0
    return Gathered(tuple(found), companions=tuple(companions))


def _has_page(folder: Path) -> bool:
    """Whether a browser saved a folder beside a page: it is named as the page, and a bit more."""
    for ending in _SAVED_BESIDE:
        if folder.name.endswith(ending) and (stem := folder.name.removesuffix(ending)):
            return any(folder.with_name(stem + page).is_file() for page in (".html", ".htm"))
    return False


def _below(top: Path, companions: list[Path]) -> Iterator[Path]:
    inside = top.resolve()
    for folder, folders, files in os.walk(top):
        beside = [name for name in folders if _has_page(Path(folder, name))]
        companions += [Path(folder, name) for name in sorted(beside)]
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in beside
        )
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
