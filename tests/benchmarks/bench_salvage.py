"""Salvaging a project of which pages were lost at random: which share of its rows is lost."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure
from tests.project.damage import everything, salvaged, share_saved, without_pages

CLAIMS = 5_000
RUNS = 15
SHARES = {"salvage.lost1": 0.01, "salvage.lost10": 0.1}
"""Which share of the pages is lost, by the name of the figure."""


def figures() -> list[Figure]:
    """Damage a project again and again; figures are per cent of its rows, and seconds."""
    made: list[Figure] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "whole.evboard"
        large_case.board(whole, CLAIMS).close()
        content, before, seconds = whole.read_bytes(), everything(whole), []
        for leg, share in SHARES.items():
            chance, lost = Random(large_case.CHANCE), []
            bad, new = folder / "bad.evboard", folder / "new.evboard"
            for _ in range(RUNS):
                bad.write_bytes(without_pages(content, share, chance))
                start = perf_counter()
                salvaged(bad, new)
                seconds.append(perf_counter() - start)
                lost.append(100 - 100 * share_saved(before, everything(new)))
                new.unlink()
            made.append(figure(leg, lost, "%", n=CLAIMS))
        made.append(figure("salvage.time", seconds, "s", n=CLAIMS))
    return made
