"""The record, kept on this computer, of a file that is open to write: which, and by which process.

It lies in the person's own folder, never beside the project, so nobody can mail one. What a crash
leaves of it shows that an unfinished save beside that very file is our own; while the process
runs it shows that the file is open already, whatever other name it is opened by.
"""

import json
import os
import re
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from evidence_board.paths import user_work_folder
from evidence_board.project import processes
from evidence_board.project.syncing import put

_FOLDER = "open"

Identity = tuple[int, int]
"""What tells a file from all others, whatever it is called: its device and its number there."""


@dataclass(frozen=True)
class Presence:
    """A file that is, or was when a process died, open to write. `project` is the project's id."""

    project: str
    path: str
    pid: int
    born: str = ""

    @property
    def runs(self) -> bool:
        """Whether the process that has the file open still runs."""
        return processes.runs(self.pid, self.born)

    @property
    def ours(self) -> bool:
        """Whether it is this very process."""
        return self.pid == os.getpid() and self.runs


def identity(path: Path) -> Identity:
    """Return which file lies at a path; OSError if there is none."""
    state = path.stat()
    return state.st_dev, state.st_ino


def begin(path: Path, project: str) -> Identity:
    """Note that this process has the file open to write; returns what `end` takes.

    On disk before this returns. Where it cannot be kept, an unfinished save will be asked about.
    """
    mine = Presence(project, str(path), os.getpid(), processes.born(os.getpid()))
    file = identity(path)
    with suppress(OSError):
        user_work_folder().joinpath(_FOLDER).mkdir(mode=0o700, exist_ok=True)
        put(_place(file), json.dumps(asdict(mine)).encode("ascii"))
    return file


def end(file: Identity) -> None:
    """Note that the file was closed and nothing unfinished lies beside it."""
    with suppress(OSError):
        held = _read(file)
        if held is not None and held.ours:
            _place(file).unlink()


def leave(file: Identity) -> None:
    """Note that the file was closed with an unfinished save beside it, as by a crash of ours."""
    with suppress(OSError):
        held = _read(file)
        if held is not None and held.ours:
            put(_place(file), json.dumps(asdict(replace(held, pid=0))).encode("ascii"))


def of(path: Path) -> Presence | None:
    """Return the presence of the file at a path: one that goes on, or what a crash left of it."""
    try:
        return _read(identity(path))
    except OSError:
        return None


def _read(file: Identity) -> Presence | None:
    try:
        told = json.loads(_place(file).read_bytes())
        words = {name: str(told[name]) for name in ("project", "path", "born")}
        return Presence(pid=int(told["pid"]), **words)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _place(file: Identity) -> Path:
    """Return where the record lies; the computer is part of the name, as a home may be shared."""
    host = re.sub(r"[^A-Za-z0-9.-]", "_", socket.gethostname())[:80]
    return user_work_folder(made=False) / _FOLDER / f"{host}-{file[0]}-{file[1]}.json"
