"""A program beside this one that does legs when it is asked to, so that two can go by turns.

The name of a leg goes out as a line, what it took comes back as a line of JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.benchmarks.starting import ROOT

PEERS = Path(sys.prefix, "peers")
"""Where ``dev.py bench`` puts programs to compare with; only they have it on their path."""


@dataclass(frozen=True)
class Spent:
    """What frames took, ms: by the clock, and in work of the window's thread."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    crisp: float | None = None
    """From the last step until the window was complete again, where that is measured."""


def joined(parts: list[Spent]) -> Spent:
    """Return the frames of several parts as one."""
    wall = [one for part in parts for one in part.wall]
    return Spent(wall, [one for part in parts for one in part.cpu])


# In the program that is asked


def answer(legs: Mapping[str, Callable[[], Spent]]) -> None:
    """Do the leg that each line of the input names, and print what it took."""
    for line in sys.stdin:
        name = line.strip()
        spent = Spent([most_memory()]) if name == "rss" else legs[name]()
        print(json.dumps(asdict(spent)), flush=True)


def most_memory() -> float:
    """Return the most memory that this process has held so far, MB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("This system does not tell how much memory a process has held.")


# In the program that asks


class Asked:
    """A running program that does legs."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def leg(self, name: str) -> Spent:
        """Have a leg done and wait for it."""
        asked, told = self._process.stdin, self._process.stdout
        assert asked is not None
        assert told is not None
        print(name, file=asked, flush=True)
        line = told.readline()
        if not line:
            raise RuntimeError(f"A benchmark ended in its leg {name}; its message stands above.")
        return Spent(**json.loads(line))


@contextmanager
def asked(module: str, *arguments: str) -> Iterator[Asked]:
    """Start a program of this folder without a display, and end it."""
    with subprocess.Popen(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        cwd=ROOT,
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Asked(process)
        assert process.stdin is not None
        process.stdin.close()


def surroundings() -> dict[str, str]:
    """Return the variables of a program without a display that finds the peers."""
    path = os.pathsep.join([str(ROOT), str(PEERS)])
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
