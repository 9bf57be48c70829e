"""Saving: what the move of a card costs beside one synced block, and what the window feels of it.

The second on a disk that needs 15 ms for each sync: strace delays them, some five for each save.
"""

import json
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from evidence_board.commands import boards
from evidence_board.model.board import Card
from evidence_board.project.project import Project
from tests.benchmarks.timing import in_turn
from tests.endure import edits
from tests.endure.outcome import Outcome
from tests.endure.tracing import why_not

MOVE, STALL = "commit.move", "commit.stall"
MOST_COMMIT_MS, MOST_MS = 5.0, 50.0
DELAY_US = 15_000
BLOCK = bytes(4096)


def proof(moves: int) -> Outcome:
    """Move a card so many times; each move is written and synced when it returns."""
    begun = time.perf_counter()
    with TemporaryDirectory(prefix="endure-") as folder:
        path = Path(folder, "case.evboard")
        edits.begin(path).close()
        project = Project.open(path, clock=edits.clock)
        cards = [card.id for card in project.all(Card)]
        ours, floor = in_turn(
            moves,
            lambda place: boards.move(project, [(cards[place % len(cards)], place + 0.5, 7.0)]),
            partial(_write_block, path.with_name("block")),
        )
        project.close()
    ratio = median(ours) / median(floor)
    counted = {
        "ms a move, median": round(median(ours), 2),
        "ms, p95": round(quantiles(ours, n=20)[-1], 2),
        "ms a synced block, median": round(median(floor), 2),
        "times the block": round(ratio, 1),
    }
    slow = () if median(ours) <= MOST_COMMIT_MS else (f"A move takes {median(ours):.1f} ms.",)
    goal = f"median <= {MOST_COMMIT_MS:.0f} ms"
    seconds = time.perf_counter() - begun
    return Outcome(MOVE, moves, "moves", goal, slow, counted, seconds=seconds)


def proof_of_stalls(count: int) -> Outcome:
    """Edit so many times in a window on a slow disk."""
    goal = f"no stall over {MOST_MS:.0f} ms at {DELAY_US // 1_000} ms a sync"
    if reason := why_not():
        return Outcome(STALL, 0, "edits", goal, left_out=reason)
    begun = time.perf_counter()
    quick, slow = _stalls(count, delayed=False), _stalls(count, delayed=True)
    over = sum(gap > MOST_MS for gap in slow)
    counted = {
        "ms longest": max(slow),
        "ms median": round(median(slow), 1),
        "ms longest without delay": max(quick),
        "over 50 ms": over,
    }
    # A stall by the disk comes with every edit; a single one is another program's.
    found = (f"{over} of {count} edits held the window up.",) if over > count / 10 else ()
    seconds = time.perf_counter() - begun
    return Outcome(STALL, len(slow), "edits", goal, found, counted, seconds=seconds)


def _stalls(count: int, *, delayed: bool) -> list[float]:
    with TemporaryDirectory(prefix="endure-") as folder:
        path = Path(folder, "desk", "case.evboard")
        path.parent.mkdir()
        edits.begin(path).close()
        inject = f"inject=fsync,fdatasync:delay_exit={DELAY_US}"
        strace = ["strace", "-f", "--seccomp-bpf", "-o", str(Path(folder, "log"))]
        tracing = [*strace, "-e", "trace=fsync,fdatasync", "-e", inject] if delayed else []
        command = [*tracing, sys.executable, "-m", "tests.endure.stalls", str(path), str(count)]
        done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    gaps = json.loads(done.stdout)
    assert isinstance(gaps, list)
    return gaps


def _write_block(path: Path, _: int) -> None:
    with path.open("wb", buffering=0) as file:
        file.write(BLOCK)
        os.fsync(file.fileno())
