"""Reading a document from a file that may be anything: a pipe, a device, 50 GB of holes."""

import os
import stat
from pathlib import Path

from evidence_board.interchange.document import BadDocument

LARGEST = 2_000_000_000
"""The most bytes that a document may have."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read(path: Path) -> bytes:
    """Return the bytes of a document; BadDocument says what else the file is.

    Opening never waits for a pipe. OSError says that there is none, or that it cannot be read.
    """
    handle = os.open(path, _FLAGS)
    try:
        state = os.fstat(handle)
        _refuse_other_files(path.name, state)
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(state.st_size)  # as much memory as that is asked for at once
    finally:
        os.close(handle)


def _refuse_other_files(name: str, state: os.stat_result) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise BadDocument(f"{name} is not a file. Choose a document that was exported.")
    if state.st_size > LARGEST:
        raise BadDocument(
            f"{name} is larger than {LARGEST // 1_000_000_000} GB. Choose a document that was "
            "exported."
        )
