"""Writing a file that is there whole or not at all."""

import os
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence_board.outputs import place_for


def write(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put content at path, replacing what was there in one step; OSError leaves no part file.

    It may come in pieces, of which one at a time is in memory.
    """
    part = begin(path)
    try:
        fill(part, content)
        put(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def begin(path: Path) -> Path:
    """Return a new part file beside path; who begins one puts it in place or removes it.

    OSError says what hinders it, also that what is there must not be replaced.
    """
    place = place_for(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{place.name[:60]}.", dir=place.parent)
    except OSError as error:  # it would name the part file
        raise OSError(error.errno, os.strerror(error.errno or 0), str(path)) from error
    os.close(handle)
    return Path(name)


def fill(part: Path, content: bytes | Iterable[bytes]) -> None:
    """Write content to a part file, down to the disk."""
    deque(filling(part, (content,) if isinstance(content, bytes) else content), maxlen=0)


def filling(part: Path, pieces: Iterable[bytes]) -> Iterator[int]:
    """Write pieces to a part file, down to the disk; yields how many bytes are written."""
    done = 0
    with part.open("wb") as file:
        for piece in pieces:
            done += file.write(piece)
            yield done
        file.flush()
        os.fsync(file.fileno())


def put(part: Path, path: Path) -> None:
    """Put a filled part file in place, replacing what was there in one step."""
    place = place_for(path)
    part.chmod(0o666 & ~_umask())
    part.replace(place)


def _umask() -> int:
    """Return the permissions that new files go without; reading them means setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
