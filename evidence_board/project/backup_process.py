"""The process that makes and restores backups, seen from outside: generators for a job.

A process, not a thread: copying and checking a large file takes seconds of which the window must
not feel one, and whatever goes wrong in it leaves the open project alone. Each yields (done, total)
in pages as it goes; closing one ends the process, which removes what is unfinished.
"""

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from evidence_board.project.errors import ProjectError

VERB = "--backup-worker"
"""The argument with which a frozen program starts as this process."""

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    "from evidence_board.project.backup_worker import main; main()"
)
_TURN = 0.2
"""After so many seconds without news the job is asked whether it goes on."""
_GRACE = 5.0
"""So many seconds a process has to tidy up."""

Made = Generator[tuple[int, int], None, str]


def backing_up(path: Path, *, unless_held: bool = False) -> Made:
    """Back a project up; returns the name of the backup, nothing if the newest one holds the same.

    The project may be open here and be changed meanwhile. ProjectError says why there is none.
    """
    return _done("update" if unless_held else "make", path)


def restoring(backup: Path, path: Path) -> Made:
    """Make of a backup a project file that is not there yet; ProjectError says why not."""
    return _done("restore", backup, path)


def _done(order: str, *paths: Path) -> Made:
    at = (0, 0)
    with _process(order, paths) as process:
        for line in _lines(process):
            if line is not None:
                what, value = json.loads(line)
                if what == "refused":
                    raise ProjectError(value)
                if what == "done":
                    return str(value)
                at = (int(value[0]), int(value[1]))
            yield at
    raise ProjectError("The process that works on backups has ended before it was done. Try again.")


@contextmanager
def _process(order: str, paths: tuple[Path, ...]) -> Iterator[subprocess.Popen[bytes]]:
    """Start the process; it is gone at the end of the block."""
    command = [*_command(), order, *(os.fspath(path.absolute()) for path in paths)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.terminate()  # nothing happens where it has ended
            try:
                process.wait(_GRACE)
            except subprocess.TimeoutExpired:
                process.kill()


def _lines(process: subprocess.Popen[bytes]) -> Iterator[bytes | None]:
    """Yield each line that it writes, and None now and then while it writes none."""
    assert process.stdout is not None
    pipe, rest = process.stdout.fileno(), b""
    with selectors.DefaultSelector() as ready:
        ready.register(pipe, selectors.EVENT_READ)
        while True:
            if not ready.select(_TURN):
                yield None
                continue
            part = os.read(pipe, 1 << 16)
            if not part:
                return
            *whole, rest = (rest + part).split(b"\n")
            yield from whole


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, VERB]
    root = Path(__file__).resolve().parents[2]
    return [sys.executable, "-I", "-c", _START, str(root)]
