"""Counting the independent origins of every claim of a large case."""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from evidence_board.analysis.origins import origins_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.timing import in_turn

CLAIMS, ASSERTIONS, CITATIONS = 10_000, 50_000, 5_000
REPEATS = 5


def figures() -> list[Figure]:
    """Count all; the floor is asking for the assertions of every claim, without thinking."""
    with TemporaryDirectory() as folder:
        project = large_case.origins(Path(folder, "case.evboard"), CLAIMS, ASSERTIONS, CITATIONS)
        ours, floor = in_turn(REPEATS, lambda _: origins_of(project), lambda _: _asked(project))
        project.close()
    return [figure("origins.all", ours, "ms", n=CLAIMS, floor=median(floor))]


def _asked(project: Project) -> int:
    return sum(
        isinstance(one, Assertion)
        for claim in project.all(Claim)
        for one in project.referrers(claim.id)
    )
