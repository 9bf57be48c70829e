"""The board at three sizes, through its real event handlers, beside NodeGraphQt on the same board.

A frame is the step, all that follows from it, finished tiles of the painting thread included, and
the painting, until Qt has flushed. Ours and the peer are windows of 1600 x 1000 in processes of
their own, and do their legs by turns.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks import large_case
from tests.benchmarks.asked import PEERS, Asked, Spent, asked, joined, surroundings
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.starting import ROOT

SIZES = (1_000, 10_000, 50_000)
MOST_OF_PEER = MOST_ACTED_ON = 10_000
ROUNDS = 3
LEGS = ("pan100", "panfit", "zoom", "drag100", "dragfit")
PACED = ("pan60", "zoom60")
ACTS = ("band", "select", "align", "undo")
MEMORY = ("rss", "rss_acts")

Taken = dict[str, list[Spent]]


def figures() -> list[Figure]:
    """Measure each size, the peer only if ``dev.py bench`` could install it."""
    peer = Path(PEERS, "NodeGraphQt").is_dir()
    if not peer:
        print("NodeGraphQt is not installed: the board is measured without it.", file=sys.stderr)
    return [one for size in SIZES for one in measured(size, peer=peer and size <= MOST_OF_PEER)]


def measured(size: int, *, peer: bool, rounds: int = ROUNDS) -> Iterator[Figure]:
    """Measure one size."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "board.evboard")
        large_case.board(path, size).close()
        os.sync()  # or the first commits would wait for it
        opening = _opening(path)
        ours, theirs = _by_turns(path, rounds, peer=peer, acts=size <= MOST_ACTED_ON)
    yield from _opened(size, opening, theirs.get("open", []))
    for name, spent in ours.items():
        if name in MEMORY:
            most = theirs[name][0].wall[0] if name in theirs else None
            yield figure(f"board.{name}", spent[0].wall, "MB", n=size, peer=most)
        else:
            yield from _leg(name, size, joined(spent), joined(theirs.get(name, [])))
    yield _crisp("crisp", size, ours, ("pan100", "panfit", "zoom"))
    yield _crisp("crisp60", size, ours, PACED)


def _opening(path: Path) -> dict[str, list[float]]:
    """Open in a process of its own: it also holds the rows that plain sqlite3 fetches."""
    command = [sys.executable, "-m", "tests.benchmarks.board_window", str(path), "opening"]
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def _by_turns(path: Path, rounds: int, *, peer: bool, acts: bool) -> tuple[Taken, Taken]:
    """Return what the legs took of us and of the peer."""
    ours, theirs = Taken(), Taken()
    with ExitStack() as programs:
        us = programs.enter_context(asked("board_window", str(path), "asked"))
        them = programs.enter_context(asked("node_graph_board", str(path))) if peer else None
        _ask(them, "open", theirs)
        for _ in range(rounds):
            for name in LEGS:
                _ask(us, name, ours)
                if name.startswith("drag"):
                    _ask(us, "undrag", ours)
                _ask(them, name, theirs)
            for name in PACED:
                _ask(us, name, ours)
        _ask(us, "rss", ours)
        _ask(them, "rss", theirs)
        for name in ACTS * rounds if acts else ():
            _ask(us, name, ours)
        if acts:
            ours["rss_acts"] = [us.leg("rss")]
    return ours, theirs


def _ask(program: Asked | None, name: str, taken: Taken) -> None:
    if program is not None:
        taken.setdefault(name, []).append(program.leg(name))


def _opened(size: int, opening: dict[str, list[float]], theirs: list[Spent]) -> Iterator[Figure]:
    """Tell from the file to the first complete frame; the floor is fetching the same rows."""
    peer = theirs[0].wall[0] if theirs else None
    floor = median(opening["floor"])
    yield figure("board.open", opening["open"], "ms", n=size, floor=floor, peer=peer)
    yield figure("board.open_cpu", opening["cpu"], "ms", n=size)


def _leg(name: str, size: int, ours: Spent, theirs: Spent) -> Iterator[Figure]:
    """Tell a leg by the clock and in work, each beside the p95 of the peer; and the peer's own."""
    told = (
        {
            "wall": figure(f"board.{name}_peer", theirs.wall, "ms", n=size),
            "cpu": figure(f"board.{name}_peer_cpu", theirs.cpu, "ms", n=size),
        }
        if theirs.wall
        else {}
    )
    wall, cpu = (told[way]["p95"] if told else None for way in ("wall", "cpu"))
    yield figure(f"board.{name}", ours.wall, "ms", n=size, peer=wall)
    yield figure(f"board.{name}_cpu", ours.cpu, "ms", n=size, peer=cpu)
    yield from told.values()


def _crisp(name: str, size: int, ours: Taken, legs: tuple[str, ...]) -> Figure:
    """Tell the time from the last turn of the wheel until nothing is left to be painted."""
    times = [spent.crisp for leg in legs for spent in ours[leg] if spent.crisp is not None]
    return figure(f"board.{name}", times, "ms", n=size)
