"""Power cuts: every state in which one could leave the disk is opened again.

strace writes down what a program that edits a project writes, syncs, cuts and renames; from that
log follow, call by call, the states of the strict model (`disk.py`). Each has to hold exactly what
was there after the last edit that was told as saved, or after the one that followed. What those
are the log says as well: the files as they are when an edit is told.
"""

import os
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import TemporaryDirectory

from evidence_board.project import presence
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from tests.endure import edits, state
from tests.endure.calls import Call, traced
from tests.endure.disk import WAYS, Disk, State
from tests.endure.outcome import Outcome
from tests.endure.tracing import why_not
from tests.in_memory import folder_in_memory

NAME, GOAL = "power.project", "0 lost, 0 corrupt"
CASE = "case.evboard"
OURS_EVERY = 8
"""Every so many states is opened by the program itself and checked; the others by plain sqlite3."""
SEED = 11
EDITS, FEW_EDITS = 40, 8
Expected = tuple[str | None, ...]
"""Digests of what may be found; None while no project was told as made."""
_DIFFERENT = 7.5
"""About so many of the states that follow from one call are different ones."""


def proof(states: int, *pragmas: str) -> Outcome:
    """Judge about so many different states, spread over all moments.

    ``pragmas`` keep the file otherwise in the first half: to see that the proof finds what is lost.
    """
    if reason := why_not():
        return Outcome(NAME, 0, "states", GOAL, left_out=reason)
    begun = time.perf_counter()
    with TemporaryDirectory(prefix="endure-") as place:
        root = Path(place, "project")
        root.mkdir()
        calls = _calls(root, EDITS if states > 1_000 else FEW_EDITS, pragmas)
        with folder_in_memory() as judged:
            outcome = _Judge(judged, root, calls, states).judge()
    told = dict(outcome[1])
    return Outcome(
        NAME, told.pop("states"), "states", GOAL, outcome[0], told, "", time.perf_counter() - begun
    )


def _calls(root: Path, count: int, pragmas: tuple[str, ...]) -> list[Call]:
    log = root.with_name("log")
    module = (sys.executable, "-m", "tests.endure.edited")
    return traced([*module, root / CASE, str(count), str(SEED), *pragmas], log)


class _Judge:
    """Follows the calls twice: to learn what each edit left, then to judge what is between."""

    def __init__(self, folder: Path, root: Path, calls: Sequence[Call], most: int) -> None:
        self._folder, self._root, self._calls, self._most = folder, root, calls, most
        self._project = ""
        self._seen: set[bytes] = set()
        self._counted: Counter[str] = Counter({"states": 0})
        self._failures: list[str] = []

    def judge(self) -> tuple[tuple[str, ...], Counter[str]]:
        """Return what is wrong, in sentences, and what was counted."""
        saved = self._saved()
        self._counted["edits acknowledged"] = len(saved) - 1
        chosen, share = Random(SEED), self._share()
        for place, (disk, expected) in enumerate(self._moments(saved)):
            for way in range(WAYS):
                if chosen.random() < share:
                    self._look(place, disk.left(way, chosen), expected)
            if len(self._failures) > 20:
                break
        return tuple(self._failures), self._counted

    def _saved(self) -> list[str]:
        """Return what the file holds after each edit told, and see that the log tells all."""
        disk, found = Disk(self._root), list[str]()
        for call in self._calls:
            disk.take(call)
            if _told(call).startswith("saved"):
                self._lay(disk.now())
                found.append(state.of_file(self._folder / CASE))
        self._project = _id_of(self._folder / CASE)
        if disk.now() != state.of_bytes(self._root):
            self._failures.append("The log does not tell all that was written.")
        return found

    def _share(self) -> float:
        """Return what share of the states has to be judged."""
        disk = Disk(self._root)
        return self._most / (sum(map(disk.take, self._calls)) * _DIFFERENT)

    def _moments(self, saved: Sequence[str]) -> Iterator[tuple[Disk, Expected]]:
        """Yield the disk after each call that changed it, and what may be found then."""
        disk, last = Disk(self._root), -1
        for call in self._calls:
            last += _told(call).startswith("saved")
            if disk.take(call):
                self._counted["calls"] += 1
                yield disk, (saved[last] if last >= 0 else None, *saved[last + 1 : last + 2])

    def _lay(self, files: State) -> None:
        for old in self._folder.iterdir():
            rmtree(old) if old.is_dir() else old.unlink()
        for name, content in files.items():
            (self._folder / name).write_bytes(content)

    def _look(self, place: int, left: State, expected: Expected) -> None:
        key = _digest(left, expected)
        if key in self._seen:
            return
        self._seen.add(key)
        self._counted["states"] += 1
        self._lay(left)
        ours = self._counted["states"] % OURS_EVERY == 0
        self._counted["opened by the program"] += ours
        wrong = self._by_us(expected) if ours else self._by_sqlite(expected)
        self._failures += [f"call {place}: {one}" for one in wrong]

    def _by_sqlite(self, expected: Expected) -> list[str]:
        try:
            found = state.of_file(self._folder / CASE)
        except sqlite3.Error as error:
            return [] if None in expected else [f"sqlite3 cannot read it: {error}"]
        return self._compared(found, expected)

    def _by_us(self, expected: Expected) -> list[str]:
        path = self._folder / CASE
        if path.exists():
            _leave_note(path, self._project)
        try:
            Project.open(path, clock=edits.clock).close()
        except ProjectError as refusal:
            return [] if None in expected else [f"it does not open: {refusal}"]
        wrong = [f"{one.where}: {one.text}" for one in check(path)]
        beside = [one.name for one in self._folder.iterdir() if one != path]
        return [*wrong, *beside, *self._compared(state.of_file(path), expected)]

    def _compared(self, found: str, expected: Expected) -> list[str]:
        """Before the project is told as made it may be found with any part of its steps."""
        if found in expected or None in expected:
            return []
        return ["It holds neither what was saved nor what came next."]


def _digest(left: State, expected: Expected) -> bytes:
    digest = sha256(repr(expected).encode())
    for name, content in sorted(left.items()):
        digest.update(f"{name} {len(content)} ".encode())
        digest.update(content)
    return digest.digest()


def _id_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT id FROM project").fetchone()[0])


def _leave_note(path: Path, project: str) -> None:
    """Leave the note of an open file as the program that was cut off left it on its disk.

    A state is laid into new files, which the note of the old ones does not know.
    """
    child = os.fork()
    if child == 0:
        presence.begin(path, project)
        os._exit(0)
    os.waitpid(child, 0)


def _told(call: Call) -> str:
    if call.name == "write" and call.first == 1:
        with suppress(UnicodeDecodeError):
            return call.texts[0].decode()
    return ""
