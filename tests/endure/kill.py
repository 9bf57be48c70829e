"""Kill -9 in the middle of edits: what was acknowledged is there, and nothing is half done.

A child makes edits and tells each one's number after it was saved; it is killed 0 to 40 ms after it
began, or while it opens the file and takes back what the last one left. The file is then opened as
the program opens it and has to hold exactly what it held after the last edit told, or after the
one that followed it: a project with the same edits that nobody killed says what that is.
"""

import os
import select
import signal
import struct
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import copyfile
from tempfile import TemporaryDirectory

from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from tests.endure import edits, state
from tests.endure.outcome import Outcome

NAME, IN_BACKGROUND = "kill.project", "kill.background"
GOAL = "0 lost, 0 corrupt, 0 half done"
LONGEST = 0.040
"""So many seconds after it began to edit a child is killed at the latest."""
EDITS = 150
"""So many edits are made to one file; then another is begun."""
_TOLD = struct.Struct("i")
_OPENED = 0
_ENOUGH = 20
"""After so many failures no more are looked for."""
Work = Callable[[Path, int, int, int], None]
"""What a child does: with the file, the seed, the number of the next edit, the pipe to tell on."""


@dataclass(frozen=True)
class Way:
    """A way to edit: what a child does, how many seconds it is let, at the most.

    So many edits `ahead` of the last one told may be in the file when it is killed.
    """

    name: str
    work: Work
    longest: float = LONGEST
    ahead: int = 1


def proof(kills: int) -> Outcome:
    """Kill so many children that save each edit before they go on."""
    return killing(Way(NAME, in_turn), kills)


def proof_in_background(kills: int) -> Outcome:
    """Kill so many children that save in a thread."""
    return killing(Way(IN_BACKGROUND, in_background), kills)


def killing(way: Way, kills: int) -> Outcome:
    """Kill so many children that edit in this way."""
    begun = time.perf_counter()
    counted: Counter[str] = Counter()
    failures: list[str] = []
    tried = 0
    for seed in range(1, kills + 1):
        with TemporaryDirectory(prefix="endure-") as place:
            block = _Block(Path(place), seed, way, counted)
            while tried < kills and block.goes_on and len(failures) < _ENOUGH:
                tried += 1
                failures += [f"seed {seed}: {one}" for one in block.kill()]
        if tried == kills or len(failures) >= _ENOUGH:
            break
    seconds = time.perf_counter() - begun
    return Outcome(way.name, tried, "kills", GOAL, tuple(failures), counted, seconds=seconds)


def in_turn(path: Path, seed: int, number: int, told: int) -> None:
    """Make edits from this number on, and tell each when it is saved."""
    project = Project.open(path, clock=edits.clock)
    tell(told)
    while number <= EDITS:
        edits.edit(project, number, seed, large=True)
        tell(told, number)
        number += 1
    project.close()


def in_background(path: Path, seed: int, number: int, told: int) -> None:
    """Make edits that a thread saves, as under a window; tell each when that says it is saved."""
    project = Project.open(path, clock=edits.clock)
    numbers = iter(range(number, EDITS + 1))
    project.save_in_background(lambda: tell(told, next(numbers)), _raise)
    tell(told)
    for one in range(number, EDITS + 1):
        edits.edit(project, one, seed, large=True)
        project.follow_saves()
    project.close()


def tell(told: int, number: int = _OPENED) -> None:
    """Tell through the pipe that an edit was saved; without a number, that the file is open."""
    os.write(told, _TOLD.pack(number))


def _raise(error: BaseException) -> None:
    raise error


class _Block:
    """One file, and what it has to hold after each of its edits."""

    def __init__(self, folder: Path, seed: int, way: Way, counted: Counter[str]) -> None:
        self._path = folder / "desk" / "case.evboard"
        self._path.parent.mkdir()
        self._seed, self._way, self._counted = seed, way, counted
        self._chance = Random(seed)
        self._saved = 0
        """The last edit that the file is known to hold."""
        self._in_vain = 0
        """How many children in a row were killed before their first edit: some take long."""
        self._states = self._made(folder / "unharmed.evboard")

    @property
    def goes_on(self) -> bool:
        """Whether there are edits left to be made."""
        return self._saved < EDITS

    def kill(self) -> list[str]:
        """Start a child, kill it and look; returns what is wrong, in sentences."""
        last = max(self._started_and_killed(), default=self._saved)
        self._counted["edits acknowledged"] += last - self._saved
        journal = self._path.with_name(self._path.name + "-journal")
        if journal.exists() and journal.stat().st_size:
            self._counted["changes cut short"] += 1
        wrong = self._wrong_with(last)
        return [f"after edit {last}: {one}" for one in wrong]

    def _made(self, unharmed: Path) -> list[str]:
        """Make the file, and beside it one with all edits: the states by their numbers."""
        edits.begin(self._path, self._seed).close()
        copyfile(self._path, unharmed)
        project = Project.open(unharmed, clock=edits.clock)
        states = [state.of_memory(project)]
        for number in range(1, EDITS + 1):
            edits.edit(project, number, self._seed, large=True)
            states.append(state.of_memory(project))
        project.close()
        unharmed.unlink()
        return states

    def _started_and_killed(self) -> list[int]:
        """Return the numbers that a child told before it was killed."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _be_child(self._way.work, self._path, self._seed, self._saved + 1, reading, writing)
        os.close(writing)
        if self._chance.random() < 0.9:
            select.select([reading], [], [], 60)  # it has opened the file
        time.sleep(self._chance.uniform(0, self._way.longest * (1 + self._in_vain)))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read()
        return [number for (number,) in _TOLD.iter_unpack(told) if number != _OPENED]

    def _wrong_with(self, last: int) -> list[str]:
        try:
            project = Project.open(self._path, clock=edits.clock)
        except ProjectError as refusal:
            self._saved = EDITS  # nothing can follow
            return [f"it does not open: {refusal}"]
        found = state.of_memory(project)
        project.close()
        wrong = [f"{one.where}: {one.text}" for one in check(self._path)]
        beside = sorted(one.name for one in self._path.parent.iterdir() if one != self._path)
        wrong += [f"{name} is left beside it" for name in beside]
        possible = self._states[last : last + 1 + self._way.ahead]
        if found not in possible:
            self._saved = EDITS
            lost = found in self._states[:last]
            return [*wrong, "an acknowledged edit is lost" if lost else "an edit is half done"]
        self._counted["saved but not yet told"] += possible.index(found)
        reached = last + possible.index(found)
        self._in_vain = self._in_vain + 1 if reached == self._saved else 0
        self._saved = reached
        return wrong


def _be_child(work: Work, path: Path, seed: int, number: int, reading: int, writing: int) -> None:
    """Do the work and end; nothing of the parent's may go on here."""
    os.close(reading)
    try:
        work(path, seed, number, writing)
    except BaseException as fault:  # told as what it is: this process is not the parent's
        os.write(2, f"child: {fault!r}\n".encode())
        os._exit(1)
    os._exit(0)
