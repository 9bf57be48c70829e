"""Exact copies of damaged files, kept before they are salvaged: for whoever can read more of them.

A damaged project gives no backup that could be checked, so these are no backups: they lie apart,
are never listed or offered as one, and have a name that no project has.
"""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from evidence_board.paths import user_work_folder
from evidence_board.project.backup_making import place_of
from evidence_board.project.syncing import sync, sync_folder
from evidence_board.project.telling import Progress

SUFFIX = ".damaged"
NEWEST = 3
"""So many are kept of the files at one place."""
_BESIDE = ("-journal", "-wal")
_PART, _STALE = ".copying-", 3600.0
_STEP = 1 << 20
_LONGEST = 65_536


class NotKept(Exception):
    """No exact copy was kept; the text says why."""


def folder() -> Path:
    """Return where they lie, made if it is not there."""
    place = user_work_folder() / "damaged"
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def keep(bad: Path, at: str) -> Generator[Progress, None, Path]:
    """Copy a file and what lies beside it, byte for byte; returns the copy.

    Yields how many kB are copied. One that is held already is not kept twice. NotKept says why
    there is none. `at` is the time, UTC.
    """
    try:
        place = folder()
        _clear_stale(place)
        if shutil.disk_usage(place).free < 2 * bad.stat().st_size:
            raise NotKept(f"the disk of {place} has less than twice its size free")
        digest, part = yield from _copied(bad, place)
    except OSError as error:
        raise NotKept(error.strerror or str(error)) from error
    try:
        return _named(bad, part, digest, at)
    except OSError as error:
        raise NotKept(error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _copied(bad: Path, place: Path) -> Generator[Progress, None, tuple[str, Path]]:
    """Copy the file to one without its name yet; returns its SHA-256 and that."""
    handle, name = tempfile.mkstemp(prefix=_PART, dir=place)
    part, found, done, total = Path(name), hashlib.sha256(), 0, bad.stat().st_size
    try:
        with os.fdopen(handle, "wb") as copy, bad.open("rb") as file:
            while piece := file.read(_STEP):
                copy.write(piece)
                found.update(piece)
                done += len(piece)
                yield done >> 10, max(total, done) >> 10
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return found.hexdigest(), part


def _named(bad: Path, part: Path, digest: str, at: str) -> Path:
    """Give a copy its name, after what is told of it; the same bytes have one copy only."""
    held = next((one for one in _listed() if one.name.endswith(f"-{digest[:32]}{SUFFIX}")), None)
    if held is not None:
        return held
    stamp = datetime.fromisoformat(at).strftime("%Y%m%dT%H%M%SZ")
    path = part.with_name(f"{stamp}-{digest[:32]}{SUFFIX}")
    for end in _BESIDE:
        beside = bad.with_name(bad.name + end)
        if beside.is_file() and not beside.is_symlink():
            shutil.copyfile(beside, path.with_name(path.name + end))
    told = {"path": place_of(bad), "at": at, "sha256": digest, "size": part.stat().st_size}
    path.with_suffix(".json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    sync(part)
    part.rename(path)
    sync_folder(path.parent)
    _thin(place_of(bad))
    return path


def _listed() -> list[Path]:
    """Return the copies, the oldest first: their names begin with their time."""
    return sorted(folder().glob(f"*{SUFFIX}"))


def _thin(place: str) -> None:
    """Remove all but the newest copies of the files that lay at a place."""
    of_place = [one for one in _listed() if _place(one) == place]
    for one in of_place[:-NEWEST]:
        for path in _all_of(one):
            path.unlink(missing_ok=True)


def _all_of(copy: Path) -> Iterator[Path]:
    yield copy
    yield copy.with_suffix(".json")
    yield from (copy.with_name(copy.name + end) for end in _BESIDE)


def _place(copy: Path) -> object:
    """Return where the file lay of which this is a copy; None where that cannot be read."""
    about = copy.with_suffix(".json")
    with suppress(OSError, ValueError, RecursionError):
        if about.stat().st_size <= _LONGEST:
            told = json.loads(about.read_bytes())
            return told.get("path") if isinstance(told, dict) else None
    return None


def _clear_stale(place: Path) -> None:
    """Remove what a process that was killed left unfinished."""
    for left in place.glob(f"{_PART}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()
