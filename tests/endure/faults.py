"""Faults of the disk: each call that reads, writes, syncs, locks or opens fails, once or always.

A child opens a project, edits on whatever happens, and closes it, while strace lets the N-th of the
calls fail, and in other runs the N-th and all that follow. Afterwards the project is opened without
faults: it has to hold what the child showed last, all of what was told as saved among it, and what
was refused has to have been refused with the right sentence and at once.
"""

import json
import os
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from tests.endure import edits, state
from tests.endure.outcome import Outcome
from tests.endure.tracing import why_not
from tests.in_memory import folder_in_memory

NAME, GOAL = "faults.project", "0 lost, 0 pretended, right sentence within 1 s"
SEED, CARDS, EDITS = 5, 6, 8
AT_ONCE = 1.0
_LOOKS = 3
"""So often what seems slow is looked at again."""
DISK, FULL = "disk reported an error", "disk is full"


@dataclass(frozen=True)
class Fault:
    """A call that fails with an error, and words of the sentences that are right for it."""

    call: str
    error: str
    sentences: tuple[str, ...]


FAULTS = (
    Fault("pwrite64", "ENOSPC", (FULL,)),
    Fault("pwrite64", "EIO", (DISK,)),
    Fault("fdatasync", "EIO", (DISK,)),
    Fault("fdatasync", "ENOSPC", (DISK, FULL)),
    Fault("fsync", "EIO", (DISK,)),
    Fault("fsync", "ENOSPC", (DISK, FULL)),
    Fault("ftruncate", "EIO", (DISK,)),
    Fault("fcntl", "ENOLCK", ("Another program is writing", DISK, "read only")),
    Fault(
        "openat",
        "EACCES",
        ("cannot be opened", "cannot be read", "cannot be written", "read only", DISK),
    ),
    Fault("pread64", "EIO", (DISK, "could not be read")),
    Fault("unlink", "EACCES", ()),
)


def proof(runs: int) -> Outcome:
    """Make about so many runs, spread over all faults and all calls."""
    if reason := why_not():
        return Outcome(NAME, 0, "runs", GOAL, left_out=reason)
    begun = time.perf_counter()
    with folder_in_memory() as folder, TemporaryDirectory(prefix="endure-") as beside:
        sweep = _Sweep(folder, Path(beside))
        for fault, when in _runs(sweep.calls(), runs):
            sweep.run(fault, when)
    tried = sweep.counted.pop("runs")
    seconds = time.perf_counter() - begun
    return Outcome(NAME, tried, "runs", GOAL, tuple(sweep.failures), sweep.counted, seconds=seconds)


def _runs(calls: Counter[str], runs: int) -> Iterator[tuple[Fault, str]]:
    """Yield each fault with the calls that fail, "3" or "3+": all of them, or some of each."""
    left = max(len(FAULTS), runs // 2)
    rarest_first = sorted(FAULTS, key=lambda fault: calls[fault.call])
    for behind, fault in zip(range(len(FAULTS), 0, -1), rarest_first, strict=True):
        count = calls[fault.call]
        places = min(count, left // behind)  # what rare calls do not need goes to the others
        left -= places
        for place in range(places):
            number = 1 + place * count // places
            yield fault, str(number)
            yield fault, f"{number}+"


@dataclass(frozen=True)
class _Told:
    """What the child told of one thing it did."""

    what: str
    refusal: str
    seconds: float
    memory: str


class _Sweep:
    """One project, spoilt in a fresh copy for each run."""

    def __init__(self, folder: Path, beside: Path) -> None:
        self._whole = beside / "whole.evboard"
        self._log = beside / "log"
        self._path = folder / "case.evboard"
        edits.begin(self._whole, SEED, CARDS).close()
        self.counted: Counter[str] = Counter({"runs": 0})
        self.failures: list[str] = []

    def calls(self) -> Counter[str]:
        """Return how often a run without faults makes each call on the file and its journal."""
        names = sorted({one.call for one in FAULTS})
        told = self._child(["-e", f"trace={','.join(names)}"])
        assert not [one.refusal for one in told if one.refusal], told
        lines = self._log.read_text(errors="replace").splitlines()
        words = (line.split(None, 1)[1].partition("(")[0] for line in lines if "(" in line)
        return Counter(word for word in words if word in names)

    def run(self, fault: Fault, when: str) -> None:
        """Let these calls fail, and judge what came of it."""
        inject = f"{fault.call}:error={fault.error}:when={when}"
        where = f"{fault.call} {fault.error} {when}"
        options = ["-e", f"trace={fault.call}", "-e", f"inject={inject}"]
        told = self._child(options)
        for _ in range(_LOOKS):
            if not any(one.refusal and one.seconds > AT_ONCE for one in told):
                break
            told = self._child(options)  # other programs may have taken the time
        if "INJECTED" not in self._log.read_text(errors="replace"):
            self.counted["without a fault in the end"] += 1
            return
        self.counted["runs"] += 1
        refused = [one for one in told if one.refusal]
        self.counted["refusals"] += len(refused)
        self.counted["edits acknowledged"] += sum(not one.refusal for one in told)
        wrong = [*self._wrong_words(fault, refused), *self._wrong_file(told)]
        self.failures += [f"{where}: {one}" for one in wrong]

    def _wrong_words(self, fault: Fault, refused: list[_Told]) -> Iterator[str]:
        for one in refused:
            if not any(words in one.refusal for words in fault.sentences):
                yield f"{one.what} is refused with “{one.refusal}”"
            if one.seconds > AT_ONCE:
                yield f"{one.what} is refused only after {one.seconds:.1f} s"

    def _wrong_file(self, told: list[_Told]) -> Iterator[str]:
        """Compare the file with what the child showed last, if it could open it at all."""
        if not told or told[-1].what != "close":
            yield f"the program ended after {told[-1].what if told else 'nothing'}"
            return
        try:
            project = Project.open(self._path, clock=edits.clock)
        except ProjectError as refusal:
            yield f"it does not open any more: {refusal}"
            return
        found = state.of_memory(project)
        project.close()
        yield from (f"{one.where}: {one.text}" for one in check(self._path))
        shown = [one.memory for one in told if one.memory]
        if shown and found != shown[-1]:
            saved = [one.memory for one in told if one.memory and not one.refusal]
            lost = "an edit told as saved is lost" if saved[-1] == shown[-1] else "memory differs"
            yield f"the file is not what was shown last ({lost})"

    def _child(self, options: list[str]) -> list[_Told]:
        """Edit a fresh copy in a child under strace; returns what that told."""
        for old in self._path.parent.iterdir():
            old.unlink()
        copyfile(self._whole, self._path)
        told, telling = os.pipe()
        go, going = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(going)
            _be_child(self._path, go, telling)
        os.close(telling)
        os.close(go)
        with attached(child, self._log, [*self._paths(), *options]), os.fdopen(told, "rb") as lines:
            os.close(going)  # it begins
            found = [_Told(**json.loads(line)) for line in lines.read().splitlines()]
        os.waitpid(child, 0)
        return found

    def _paths(self) -> list[str]:
        """Return the options that look at the file and its journal only."""
        journal = self._path.with_name(self._path.name + "-journal")
        return [word for path in (self._path, journal) for word in ("-P", str(path))]


def attached(child: int, log: Path, options: list[str]) -> "subprocess.Popen[bytes]":
    """Begin to trace a process; returns when it is traced."""
    command = ["strace", "-f", "-p", str(child), "-o", str(log), *options]
    strace = subprocess.Popen(command, stderr=subprocess.PIPE)
    assert strace.stderr is not None
    while b"attached" not in (line := strace.stderr.readline()):
        assert line, "strace ended"
    return strace


def _be_child(path: Path, go: int, telling: int) -> None:
    """Wait to be traced, then open, edit and close; end without going back to the parent's work."""
    try:
        os.read(go, 1)
        _edit_on(path, telling)
    except BaseException as fault:  # told as what it is: this process is not the parent's
        os.write(2, f"child: {fault!r}\n".encode())
        os._exit(1)
    os._exit(0)


def _edit_on(path: Path, telling: int) -> None:
    project: Project | None = None

    def opened() -> None:
        nonlocal project
        project = Project.open(path, clock=edits.clock)

    def tell(what: str, refusal: str, seconds: float) -> None:
        memory = state.of_memory(project) if project is not None and what != "close" else ""
        line = json.dumps(_Told(what, refusal, seconds, memory).__dict__) + "\n"
        os.write(telling, line.encode())

    def done(what: str, work: Callable[[], None]) -> None:
        begun = time.perf_counter()
        refusal = ""
        try:
            work()
        except ProjectError as error:
            refusal = str(error)
        tell(what, refusal, time.perf_counter() - begun)

    done("opening", opened)
    if project is not None:
        held: Project = project
        for number in range(1, EDITS + 1):
            done(f"edit {number}", partial(edits.edit, held, number, SEED))
        held.close()
    tell("close", "", 0.0)
