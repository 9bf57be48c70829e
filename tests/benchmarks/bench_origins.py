"""Counting the origins of all claims of a large case, again after a change; a large chart drawn."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter_ns

from evidence_board.analysis.origins import origins_of
from evidence_board.analysis.recount import Recount
from evidence_board.commands import editing
from evidence_board.model.assertion import Assertion
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation
from evidence_board.project.project import Project
from tests.benchmarks import large_case
from tests.benchmarks.asked import surroundings
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.lineage_window import STATIONS
from tests.benchmarks.starting import ROOT
from tests.benchmarks.timing import in_turn

CLAIMS, ASSERTIONS, CITATIONS = 10_000, 50_000, 5_000
LINKS = 20_000
REPEATS, CHANGES = 5, 60


def figures() -> list[Figure]:
    """Count all; the floor is asking for the assertions of every claim, without thinking."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "case.evboard")
        project = large_case.origins(path, CLAIMS, ASSERTIONS, CITATIONS)
        ours, floor = in_turn(REPEATS, lambda _: origins_of(project), lambda _: _asked(project))
        project.close()
        changed = _changed(Path(folder, "argued.evboard"))
    return [
        figure("origins.all", ours, "ms", n=CLAIMS, floor=median(floor)),
        figure("origins.change", changed, "ms", n=CLAIMS),
        *_drawn(),
    ]


def _drawn() -> list[Figure]:
    """Open a large chart of Lineage, in a window of its own process.

    Until it is painted, with relays folded and with all of them; the longest that nothing else
    happened. What ends in *_work* is work of the window's thread, whatever else the machine does.
    """
    window = [sys.executable, "-m", "tests.benchmarks.lineage_window"]
    told = subprocess.run(window, check=True, capture_output=True, cwd=ROOT, env=surroundings())
    names = {"folded": "lineage", "whole": "lineage_whole", "stall": "lineage_stall"}
    found: dict[str, list[float]] = json.loads(told.stdout)
    return [
        figure(f"origins.{names[leg]}{end}", found[f"{leg}{measured}"], "ms", n=STATIONS)
        for leg in names
        for end, measured in (("", "_wall"), ("_work", "_work"))
    ]


def _changed(path: Path) -> list[float]:
    """Change citations one by one; count all claims anew that this touches."""
    project = large_case.origins(path, CLAIMS, ASSERTIONS, CITATIONS, LINKS)
    project.prepare(float("inf"))
    recount = Recount(project)
    claims = {claim.id: claim for claim in project.all(Claim)}
    for claim in claims.values():
        recount.origins(claim)
    heard: list[ChangeSet] = []
    project.observe(heard.append)
    counted = []
    for place, citation in enumerate(project.all(Citation)[: 10 * CHANGES : 10]):
        kind = "quotes" if place % 2 == 0 else "mentions"
        editing.change(project, citation, "Change", type=kind)
        if not heard:
            continue  # it was of that type
        changes = heard.pop()
        begin = perf_counter_ns()
        touched = recount.apply(changes) or frozenset()
        for one in touched:
            recount.origins(claims[one])
        counted.append((perf_counter_ns() - begin) / 1e6)
    project.close()
    return counted


def _asked(project: Project) -> int:
    return sum(
        isinstance(one, Assertion)
        for claim in project.all(Claim)
        for one in project.referrers(claim.id)
    )
