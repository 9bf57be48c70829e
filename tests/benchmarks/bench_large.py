"""The largest project that we speak of: opening 100,000 claims and 5 GB of captures."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter_ns, process_time_ns

from evidence_board.commands import sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.project.project import Project
from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.raw_project import Row, fetch_all

CLAIMS, CAPTURES, BYTES = 100_000, 100, 50_000_000
OPENINGS = 7
Spent = tuple[float, float]
"""Milliseconds by the clock, and of the processor in all threads."""


def figures() -> list[Figure]:
    """Build the project once; on a disk with little room, with fewer captures, and open it."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "large.evboard")
        project = large_case.board(path, CLAIMS)
        sources.pin(project, [_draft(place) for place in range(CAPTURES)])
        project.close()
        _fill(path, min(BYTES, shutil.disk_usage(folder).free // 2 // CAPTURES))
        _both(path)  # not counted: it fills the caches
        ours, raw = zip(*(_both(path) for _ in range(OPENINGS)), strict=True)
    return [
        _figure("large.load", 0, ours, raw),
        _figure("large.load_cpu", 1, ours, raw),
    ]


def _figure(name: str, which: int, ours: tuple[Spent, ...], raw: tuple[Spent, ...]) -> Figure:
    floor = median(one[which] for one in raw)
    return figure(name, [one[which] for one in ours], "ms", n=CLAIMS, floor=floor)


def _draft(place: int) -> SourceDraft:
    words = f"Words of source {place}."
    return SourceDraft(f"{place}.txt", words.encode(), words, "text/plain", "UTF-8", "", {})


def _fill(path: Path, size: int) -> None:
    """Let each original have so many bytes; opening does not look at them, whatever they are."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for (row,) in connection.execute(
            "SELECT rowid FROM attachment WHERE sha256 IN (SELECT sha256 FROM capture)"
        ).fetchall():
            connection.execute(
                "UPDATE attachment SET size = ?, bytes = zeroblob(?) WHERE rowid = ?",
                (size, size, row),
            )
        connection.execute("PRAGMA journal_mode = DELETE")


def _both(path: Path) -> tuple[Spent, Spent]:
    """Time both ways to read; letting go of what was read is not measured."""
    opened: list[Project] = []
    fetched: list[list[list[Row]]] = []
    ours = _spent(lambda: opened.append(Project.open(path)))
    opened.pop().close()
    raw = _spent(lambda: fetched.append(fetch_all(path)))
    return ours, raw


def _spent(act: Callable[[], object]) -> Spent:
    clock, processor = perf_counter_ns(), process_time_ns()
    act()
    return (perf_counter_ns() - clock) / 1e6, (process_time_ns() - processor) / 1e6
