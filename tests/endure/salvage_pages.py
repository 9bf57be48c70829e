"""Salvage of a project of which pages were lost by chance: how much of it comes back.

A row counts as saved if it is there as it was. What salvage makes has to be a sound project, and
it may not change the damaged one.
"""

import time
from pathlib import Path
from random import Random
from statistics import mean

from evidence_board.project.check import check
from tests.benchmarks import large_case
from tests.endure.outcome import Outcome
from tests.in_memory import folder_in_memory
from tests.project.damage import Held, everything, salvaged, share_saved, without_pages

NAME = "salvage.pages"
GOALS = {0.01: 0.99, 0.10: 0.70}
"""The share of rows that has to be saved, by the share of pages that is lost."""
GOAL = "1 % of pages lost: >= 99 % of rows, 10 %: >= 70 %"
LARGE, SMALL = 5_000, 300
OF_EVIDENCE = {"hash", "excerpt"}
"""Problems that a salvaged project may have: bytes that are not what they were."""


def proof(runs: int) -> Outcome:
    """Salvage a project so many times with each share of its pages lost."""
    begun = time.perf_counter()
    failures: list[str] = []
    counted: dict[str, float] = {}
    with folder_in_memory() as folder:
        whole, bad = folder / "whole.evboard", folder / "bad.evboard"
        large_case.board(whole, LARGE if runs > 10 else SMALL).close()
        content, before = whole.read_bytes(), everything(whole)
        for share, wanted in GOALS.items():
            chance, saved = Random(large_case.CHANCE), list[float]()
            for run in range(runs):
                bad.write_bytes(without_pages(content, share, chance))
                found = _salvaged(bad, folder / "new.evboard", before, saved)
                failures += [f"{share:.0%}, run {run}: {one}" for one in found]
            counted[f"% of rows with {share:.0%} lost"] = round(100 * mean(saved), 1)
            counted[f"% in the worst with {share:.0%}"] = round(100 * min(saved), 1)
            if mean(saved) < wanted:
                failures.append(f"With {share:.0%} of the pages lost {mean(saved):.1%} are saved.")
    seconds = time.perf_counter() - begun
    tried = runs * len(GOALS)
    return Outcome(NAME, tried, "files", GOAL, tuple(failures), counted, seconds=seconds)


def _salvaged(bad: Path, new: Path, before: Held, saved: list[float]) -> list[str]:
    """Salvage a file and add the share that was saved; returns what is wrong, in sentences."""
    content = bad.read_bytes()
    salvaged(bad, new)
    saved.append(share_saved(before, everything(new)))
    wrong = [f"{one.where}: {one.text}" for one in check(new) if one.kind not in OF_EVIDENCE]
    if bad.read_bytes() != content:
        wrong.append("the damaged file was changed")
    new.unlink()
    return wrong
