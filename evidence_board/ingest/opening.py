"""Opening a file that may be anything: a folder, a device, a pipe, too large, gone."""

import os
import stat
from pathlib import Path

from evidence_board.ingest.draft import Refused, printable_name
from evidence_board.ingest.formats import format_of
from evidence_board.ingest.sniffing import most_bytes

_START = 4_096

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


def load(path: Path) -> bytes:
    """Return the bytes of a regular file; Refused says what else it is.

    Opening never waits for a pipe, and the open file is asked what it is, so that nothing can be
    put in its place between the question and the reading.
    """
    name = printable_name(path)
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as problem:
        raise Refused(_why_not_opened(name, path, problem)) from problem
    try:
        return _bytes_of(descriptor, name)
    except OSError as problem:
        reason = os.strerror(problem.errno or 0).lower()
        raise Refused(
            f"“{name}” could not be read to its end ({reason}). Copy it to this computer and "
            "add the copy."
        ) from problem
    finally:
        os.close(descriptor)


def _bytes_of(descriptor: int, name: str) -> bytes:
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        raise Refused(_why_not_a_file(name, before.st_mode))
    start = os.pread(descriptor, _START, 0)
    most = most_bytes(start)
    too_large = _too_large(name, most, is_picture=format_of(start) is not None)
    if before.st_size > most:
        raise Refused(too_large)
    parts, size = [], 0
    while size <= most and (part := os.read(descriptor, 1 << 20)):
        parts.append(part)
        size += len(part)
    after = os.fstat(descriptor)
    if size > most:
        raise Refused(too_large)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Refused(f"“{name}” was changed while it was read. Add it again when it is finished.")
    return b"".join(parts)


def _too_large(name: str, most: int, *, is_picture: bool) -> str:
    way = "Add the part that matters as a file of its own."
    if is_picture:
        way = "Save it smaller and add that."
    return f"“{name}” is larger than {most // 1_000_000} MB. {way}"


def _why_not_a_file(name: str, mode: int) -> str:
    if stat.S_ISDIR(mode):
        return f"“{name}” is a folder. Add the files in it."
    if stat.S_ISFIFO(mode):
        return f"“{name}” is a pipe, not a file. Save what comes out of it and add that."
    return f"“{name}” is a device, not a file. Add a file with text."


def _why_not_opened(name: str, path: Path, problem: OSError | ValueError) -> str:
    if isinstance(problem, FileNotFoundError):
        if path.is_symlink():
            return f"“{name}” is a link to a file that is not there. Add the file itself."
        return f"“{name}” is not there. Check whether it was moved or renamed."
    if isinstance(problem, PermissionError):
        return f"You may not read “{name}”. Change its permissions, or add a copy of it."
    if isinstance(problem, OSError) and _is_socket(path):
        return f"“{name}” is a socket, not a file. Add a file with text."
    return f"“{name}” cannot be opened. Check its name and whether its drive is there."


def _is_socket(path: Path) -> bool:
    try:
        return stat.S_ISSOCK(path.stat().st_mode)
    except OSError:
        return False
