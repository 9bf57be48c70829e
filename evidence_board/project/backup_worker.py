"""The process that makes and restores backups, seen from inside: one order, then it ends.

It writes a line of JSON for each bit of progress, and one for how it ended.
"""

import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from evidence_board.project.backup_making import make
from evidence_board.project.backup_restoring import restore
from evidence_board.project.errors import ProjectError


def main() -> None:
    """Do what the arguments say: `make PATH`, `update PATH` or `restore BACKUP PATH`."""
    signal.signal(signal.SIGTERM, _end)
    if hasattr(os, "nice"):
        os.nice(10)  # the person's work comes first
    order, *paths = sys.argv[2:]
    try:
        made = _do(order, [Path(path) for path in paths])
    except ProjectError as refusal:
        _tell("refused", str(refusal))
    except OSError as error:
        _tell("refused", f"{error.filename or 'The file'}: {error.strerror}.")
    else:
        _tell("done", made)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # nothing is unfinished any more


def _do(order: str, paths: list[Path]) -> str:
    if order == "restore":
        restore(paths[0], paths[1], _progress)
        return ""
    backup = make(paths[0], told=_progress, unless_held=order == "update")
    return backup.path.name if backup is not None else ""


def _progress(done: int, total: int) -> None:
    _tell("progress", [done, total])


def _tell(what: str, value: object) -> None:
    try:
        print(json.dumps([what, value]), flush=True)
    except BrokenPipeError:  # nobody waits any more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(_signal: int, _frame: FrameType | None) -> None:
    """Leave in order, so that what is unfinished is removed."""
    sys.exit(1)
