"""Having what was written on the disk, and the names of files with it."""

import os
from contextlib import suppress
from pathlib import Path


def sync(path: Path) -> None:
    """Return once a file is on the disk; OSError if it cannot be."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Let names that were given or taken away survive a power cut, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
