"""Private folders for what is typeset: they go with the process that made them."""

import os
import shutil
import tempfile
from pathlib import Path

_PREFIX = "evidence-board-pages-"


def private_folder() -> Path:
    """Return a new folder that others cannot look into; in memory where the system has a place.

    Those of programs that were ended by force are removed.
    """
    memory = os.environ.get("XDG_RUNTIME_DIR", "")
    place = Path(memory if memory and os.access(memory, os.W_OK) else tempfile.gettempdir())
    for left in place.glob(f"{_PREFIX}*"):
        owner = left.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdecimal() and not _runs(int(owner)):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=place))


def _runs(process: int) -> bool:
    """Whether there is a process of this number, of whoever."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
