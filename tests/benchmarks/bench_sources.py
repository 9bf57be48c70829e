"""Bringing many texts in: read in the worker process, then pinned as one step."""

import json
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypedDict

from evidence_board.commands import projects, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.ingest.read import read_many
from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.raw_project import connected
from tests.benchmarks.starting import ROOT
from tests.benchmarks.timing import milliseconds

TEXTS, WORDS = 1_000, 770


def figures() -> list[Figure]:
    """Add 1,000 texts of 5 kB; the floor is plain sqlite3 reading and storing the same bytes.

    Then the same in the real window, in a process of its own.
    """
    with TemporaryDirectory() as folder:
        paths = _texts(Path(folder))
        ours = milliseconds(lambda: _add(Path(folder, "ours.evboard"), paths))
        floor = milliseconds(lambda: _store(Path(folder, "raw.evboard"), paths))
        shown = _in_window(Path(folder))
    return [
        figure("sources.add", [ours / 1000], "s", n=TEXTS, floor=floor / 1000),
        figure("sources.window", [shown["seconds"]], "s", n=TEXTS),
        figure("sources.stall", shown["wall"], "ms", n=TEXTS),
        figure("sources.stall_cpu", shown["work"], "ms", n=TEXTS),
        figure("sources.rss", [shown["memory"]], "MB", n=TEXTS),
    ]


class Shown(TypedDict):
    """What adding took in the window: seconds, the longest waits in ms, the most memory in MB."""

    seconds: float
    wall: list[float]
    work: list[float]
    memory: float


def _in_window(folder: Path) -> Shown:
    file = folder / "shown.evboard"
    projects.start(file).close()
    command = (sys.executable, "-m", "tests.benchmarks.adding_window", str(file), str(folder))
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    shown: Shown = json.loads(told.stdout)
    return shown


def _texts(folder: Path) -> Sequence[Path]:
    chance = Random(large_case.CHANCE)
    paths = [folder / f"text-{number}.txt" for number in range(TEXTS)]
    for path in paths:
        sentences = (large_case.prose(chance, 14) for _ in range(WORDS // 14))
        path.write_text(f"{large_case.prose(chance, 7)}\n\n{' '.join(sentences)}\n", "utf-8")
    return paths


def _add(path: Path, paths: Sequence[Path]) -> None:
    project = projects.start(path)
    drafts = [step for step in read_many(paths) if isinstance(step, SourceDraft)]
    pinned = sources.pin(project, drafts)
    assert len(pinned) == TEXTS
    project.close()


def _store(path: Path, paths: Sequence[Path]) -> None:
    """Keep the bytes and the words to search; an original that is its own text is kept once."""
    projects.start(path).close()
    connection = connected(path)
    connection.execute("BEGIN IMMEDIATE")
    for original in (path.read_bytes() for path in paths):
        row = (sha256(original).hexdigest(), len(original), original)
        connection.execute("INSERT INTO attachment VALUES (?, ?, ?)", row)
        connection.execute("INSERT INTO search (text) VALUES (?)", (original.decode(),))
    connection.execute("COMMIT")
    connection.close()
