"""The brief of the sample case as PDF: the first time, and again after one edit."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from evidence_board.commands.sample import sample
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.starting import ROOT

REPEATS = 3


def figures() -> list[Figure]:
    """Build and typeset in fresh processes; the floor is Typst compiling the same source."""
    taken: dict[str, list[list[float]]] = {"ours": [], "bare": []}
    with TemporaryDirectory() as folder:
        case = Path(folder, "sample.evboard")
        sample(case)
        for _ in range(REPEATS):
            for way, times in taken.items():
                copy = Path(shutil.copyfile(case, Path(folder, "copy.evboard")))
                times.append(_times(way, copy))
    first, again = zip(*taken["ours"], strict=True)
    bare_first, bare_again = zip(*taken["bare"], strict=True)
    return [
        figure("brief.first", first, "ms", floor=median(bare_first)),
        figure("brief.again", again, "ms", floor=median(bare_again)),
    ]


def _times(way: str, project: Path) -> list[float]:
    command = [sys.executable, "-m", "tests.benchmarks.brief_times", way, str(project)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    times: list[float] = json.loads(done.stdout)
    return times
