"""Start to painted main window, beside a bare window of Qt in the same run."""

import tempfile
from pathlib import Path
from statistics import median

from evidence_board.commands import projects
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.starting import start

REPEATS = 9
OURS = "evidence_board.__main__"
BARE = "tests.benchmarks.bare_window"


def figures() -> list[Figure]:
    """Spawn both in turn, so that what else the machine does hits both alike."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "case.evboard"
        projects.start(project).close()
        ours, bare = [], []
        for _ in range(REPEATS + 1):
            ours.append(start(OURS, str(project)).milliseconds)
            bare.append(start(BARE).milliseconds)
    # The first start of each also reads the disk.
    return [figure("start.window", ours[1:], "ms", floor=median(bare[1:]))]
