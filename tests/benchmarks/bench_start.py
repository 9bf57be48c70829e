"""Start to painted main window, beside a bare window of Qt in the same run."""

from statistics import median

from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.starting import start

REPEATS = 9
OURS = "evidence_board.__main__"
BARE = "tests.benchmarks.bare_window"


def figures() -> list[Figure]:
    """Spawn both in turn, so that what else the machine does hits both alike."""
    for module in (OURS, BARE):
        start(module)  # the first start also reads the disk
    ours, bare = [], []
    for _ in range(REPEATS):
        ours.append(start(OURS).milliseconds)
        bare.append(start(BARE).milliseconds)
    return [figure("start.window", ours, "ms", floor=median(bare))]
