"""Faults of the disk while a project is read, copied, backed up, restored, shared, converted.

A verb runs in a child while strace lets the N-th call that reads, writes, syncs, opens or names a
file fail, and in other runs the N-th and all that follow, whatever file it is. It has to end with
0, and then what it made is whole, or with 1 and a sentence, and then nothing is left of it. The
project it worked on is what it was either way; of an old one that was to be converted, old or new.
"""

import io
import json
import os
import socket
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import TemporaryDirectory

from evidence_board import cli
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from tests.commands.cases import Held, held, pinned
from tests.endure import edits
from tests.endure.faults import attached
from tests.endure.outcome import Outcome
from tests.endure.tracing import why_not
from tests.in_memory import folder_in_memory

NAME = "faults.verbs"
GOAL = "0 lost, 0 half made, 0 left behind, a sentence within 1 s"
"""That second comes after what the verb takes where nothing fails."""
AT_ONCE, FOR_A_LOCK = 1.0, 8.0
_LOOKS = 3
"""So often what seems slow is looked at again, beside what it takes without faults just then."""
SEED, CARDS, EDITS = 9, 8, 6
OLD = Path(__file__).resolve().parents[1] / "data" / "projects" / "1.evboard"
FAULTS = (
    *(("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("write", "ENOSPC"), ("write", "EIO")),
    *(("fdatasync", "EIO"), ("fsync", "EIO"), ("ftruncate", "EIO"), ("fcntl", "ENOLCK")),
    *(("openat", "EACCES"), ("openat", "EMFILE"), ("pread64", "EIO"), ("read", "EIO")),
    *(("mkdir", "ENOSPC"), ("link", "EIO"), ("rename", "EIO"), ("sendfile", "EIO")),
)
CASE, NEW = "case.evboard", "new.evboard"


@dataclass(frozen=True)
class Deed:
    """A verb with its arguments; whether it makes a new file, a project; whether it converts one.

    `FILE` and `NEW` among the arguments are those two files.
    """

    name: str
    arguments: tuple[str, ...]
    makes: bool = False
    of_old: bool = False
    a_project: bool = True


DEEDS = (
    Deed("check", ("check", "FILE")),
    Deed("show", ("show", "FILE", "--json")),
    Deed("history", ("history", "FILE")),
    Deed("backup", ("backups", "--make", "FILE")),
    Deed("restore", ("restore", "FILE", "1", "-o", "NEW"), makes=True),
    Deed("share", ("share", "FILE", "-o", "NEW"), makes=True),
    Deed("salvage", ("salvage", "FILE", "-o", "NEW"), makes=True),
    Deed("export", ("export", "FILE", "-o", "NEW"), makes=True, a_project=False),
    Deed("conversion", ("undo", "FILE"), of_old=True),
)


@dataclass(frozen=True)
class _Told:
    """How a verb ended: its exit code, what it complained of, whether a fault of ours showed."""

    code: int
    complained: str
    fault: str
    seconds: float


def proof(runs: int) -> Outcome:
    """Make about so many runs, spread over all verbs, faults and calls."""
    if reason := why_not():
        return Outcome(NAME, 0, "runs", GOAL, left_out=reason)
    begun = time.perf_counter()
    with folder_in_memory() as folder, TemporaryDirectory(prefix="endure-") as beside:
        sweep = _Sweep(folder, Path(beside))
        for deed, call, error, when in _spread(list(sweep.possible()), runs):
            sweep.run(deed, call, error, when)
    tried = sweep.counted.pop("runs")
    seconds = time.perf_counter() - begun
    return Outcome(NAME, tried, "runs", GOAL, tuple(sweep.failures), sweep.counted, seconds=seconds)


_Run = tuple[Deed, str, str, str]


def _spread(possible: list[_Run], runs: int) -> list[_Run]:
    """Return so many of the runs, evenly from all of them."""
    count = min(runs, len(possible))
    return [possible[place * len(possible) // count] for place in range(count)]


class _Sweep:
    """The two projects, in a fresh copy for each run."""

    def __init__(self, folder: Path, beside: Path) -> None:
        self._desk, self._home = folder / "desk", folder / "home"
        self._log, self._good = beside / "log", beside / CASE
        os.environ["XDG_DATA_HOME"] = str(self._home)
        self._kept_home = beside / "home"
        project = edits.begin(self._good, SEED, CARDS)
        pinned(project)
        for number in range(1, EDITS + 1):
            edits.edit(project, number, SEED)
        project.close()
        self.counted: Counter[str] = Counter({"runs": 0})
        self.failures: list[str] = []
        self._held = {True: _content(OLD), False: _content(self._good)}
        self._takes: dict[str, float] = {}
        """How many seconds each verb takes where nothing fails."""
        self._undone: Held = {}
        """What the old one holds when its newest step was undone."""

    def possible(self) -> Iterator[_Run]:
        """Yield what could fail: each call of each verb, once and with all that follow."""
        for deed in DEEDS:
            self._lay(deed)
            self._here(deed)  # so that what is imported late is there, in the children too
            self._measure(deed)
            lines = self._log.read_text(errors="replace").splitlines()
            words = Counter(line.split(None, 1)[1].partition("(")[0] for line in lines)
            for call, error in FAULTS:
                for place in range(1, words[call] + 1):
                    yield deed, call, error, str(place)
                    yield deed, call, error, f"{place}+"

    def run(self, deed: Deed, call: str, error: str, when: str) -> None:
        """Let these calls of a verb fail, and judge what came of it."""
        options = ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]
        told = self._child(deed, options)
        for _ in range(_LOOKS):
            if told is None or told.seconds <= self._patience(deed, call):
                break
            self._measure(deed)  # other programs may have taken the time: how long is it now?
            told = self._child(deed, options)
        if "INJECTED" not in self._log.read_text(errors="replace"):
            self.counted["without a fault in the end"] += 1
            return
        self.counted["runs"] += 1
        where = f"{deed.name}: {call} {error} {when}"
        if told is None:
            self.failures.append(f"{where}: it ended without a word")
            return
        self.counted["refused" if told.code else "done all the same"] += 1
        self.failures += [f"{where}: {one}" for one in self._wrong(deed, call, told)]

    def _measure(self, deed: Deed) -> None:
        """Note how long a verb takes where nothing fails; the log has all calls that could."""
        names = sorted({call for call, _ in FAULTS})
        told = self._child(deed, ["-e", f"trace={','.join(names)}"])
        assert told is not None
        assert not told.fault, deed
        assert deed.of_old or not told.complained, deed  # a conversion is told of
        self._takes[deed.name] = told.seconds

    def _patience(self, deed: Deed, call: str) -> float:
        """Return after how many seconds it has to end: a lock is what another may hold."""
        return 2 * self._takes[deed.name] + (FOR_A_LOCK if call == "fcntl" else AT_ONCE)

    def _wrong(self, deed: Deed, call: str, told: _Told) -> Iterator[str]:
        if told.fault:
            yield f"a fault shows: {told.fault}"
        elif told.code and deed.name != "check" and not told.complained.rstrip().endswith("."):
            yield f"no sentence says why: {told.complained!r}"
        if told.code not in (0, 1):
            yield f"it ended with {told.code}"
        if told.code and told.seconds > self._patience(deed, call):
            yield f"it is refused only after {told.seconds:.1f} s"
        yield from self._wrong_project(deed, told)
        yield from self._wrong_rest(deed, told)

    def _wrong_project(self, deed: Deed, told: _Told) -> Iterator[str]:
        path = self._desk / CASE
        if not deed.of_old:
            if path.read_bytes() != self._good.read_bytes():
                yield "the project was changed"
            return
        try:
            found = _content(path, read_only=False)  # takes back what was cut short
        except ProjectError as refusal:
            yield f"it does not open any more: {refusal}"
            return
        undone = found == self._undone
        if not undone and (found != self._held[True] or not told.code):
            yield "what the old project held is not there any more"

    def _wrong_rest(self, deed: Deed, told: _Told) -> Iterator[str]:
        new = self._desk / NEW
        wanted = deed.makes and not told.code
        names = {one.name for one in self._desk.iterdir()} - {CASE}
        if left := names - ({NEW} if wanted else set()):
            salvaged = deed.name == "salvage" and left == {NEW}  # 1 means that something is lost
            if not salvaged:
                yield f"{', '.join(sorted(left))} is left"
        if wanted and NEW not in names:
            yield "it made nothing"
        elif NEW in names and deed.a_project:
            yield from (f"{one.where}: {one.text}" for one in check(new))
            if not told.code and _content(new) != self._held[False]:
                yield "what it made is not all of it"
        if deed.name == "backup" and not told.code:
            made = list(self._home.rglob("*.evboard"))
            yield from (f"{one.text}" for path in made for one in check(path))
            if not made:
                yield "there is no backup"

    def _lay(self, deed: Deed) -> None:
        for folder in (self._desk, self._home):
            rmtree(folder, ignore_errors=True)
            folder.mkdir()
        copyfile(OLD if deed.of_old else self._good, self._desk / CASE)
        if deed.name == "restore":
            _, code = _as_verb(["backups", "--make", str(self._desk / CASE)])
            assert code == 0

    def _arguments(self, deed: Deed) -> list[str]:
        places = {"FILE": str(self._desk / CASE), "NEW": str(self._desk / NEW)}
        return [places.get(one, one) for one in deed.arguments]

    def _here(self, deed: Deed) -> None:
        told, code = _as_verb(self._arguments(deed))
        assert code == 0, told
        if deed.of_old:
            self._undone = _content(self._desk / CASE)

    def _child(self, deed: Deed, options: list[str]) -> _Told | None:
        """Run a verb in a child under strace; None if that ended without a word."""
        self._lay(deed)
        hearing, telling = socket.socketpair()
        go, going = socket.socketpair()  # heard by a call that is none of those that fail
        child = os.fork()
        if child == 0:
            going.close()
            hearing.close()
            _be_child(self._arguments(deed), go, telling)
        go.close()
        telling.close()
        with attached(child, self._log, options), hearing, hearing.makefile("rb") as words:
            going.close()  # it begins
            line = words.read()
        os.waitpid(child, 0)
        return _Told(**json.loads(line)) if line else None


def _be_child(arguments: list[str], go: socket.socket, telling: socket.socket) -> None:
    """Wait to be traced, then do as the program does; nothing of the parent's may go on here."""
    fault, complained, code = "", "", 1
    try:
        go.recv(1)
        begun = time.perf_counter()
        try:
            complained, code = _as_verb(arguments)
        except BaseException:
            fault = traceback.format_exc(limit=-3)
        seconds = time.perf_counter() - begun
        told = _Told(code, complained, fault, seconds)
        telling.sendall(json.dumps(told.__dict__).encode())
    finally:
        os._exit(0)


def _as_verb(arguments: list[str]) -> tuple[str, int]:
    """Run a verb in this process; returns what it complained of, and its exit code."""
    outer = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO()) for _ in outer)
    try:
        code = cli.main(arguments)
        sys.stderr.flush()
        complained = sys.stderr.buffer
        assert isinstance(complained, io.BytesIO)
        return complained.getvalue().decode(errors="replace"), code
    finally:
        sys.stdout, sys.stderr = outer


def _content(path: Path, *, read_only: bool = True) -> Held:
    project = Project.open(path, read_only=read_only)
    found = held(project)
    project.close()
    return found
