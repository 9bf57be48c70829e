"""Other processes of this computer: whether the one that left a note still runs."""

import os
from pathlib import Path


def born(pid: int) -> str:
    """Return when a process started, in ticks since the system did; "" where that is not told."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return told.rpartition(")")[2].split()[19]


def runs(pid: int, started: str) -> bool:
    """Whether the process with this number, started then, still runs."""
    if started and started != born(pid):
        return False
    if os.name == "nt":  # os.kill would end the process there
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return pid > 0
