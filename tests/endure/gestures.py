"""Ten thousand random gestures leave board, project and file equal: the test of them, made longer.

The test of the suite is run in a process of its own, with more gestures of each of its seeds. It
compares after every 200 what the view shows with what the project holds and has the file checked;
at the end it takes all steps back.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.endure.outcome import Outcome

NAME = "gestures.board"
GOAL = "board, project and file equal, undo leads to the start"
ROOT = Path(__file__).resolve().parents[2]
TEST, SEEDS = "tests/ui/canvas/test_random_gestures.py", 4


def proof(gestures: int) -> Outcome:
    """Make so many gestures, a quarter of them by each seed."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", TEST],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "EVIDENCE_BOARD_GESTURES": str(gestures // SEEDS)},
    )
    seconds = time.perf_counter() - begun
    passed = re.search(r"(\d+) passed", done.stdout)
    boards = int(passed[1]) if passed else 0
    failures = tuple(one for one in done.stdout.splitlines() if one.startswith("FAILED"))
    if not failures and (done.returncode or boards != SEEDS):
        failures = (f"The test ended with {done.returncode}: {done.stdout[-500:]}",)
    tried = gestures // SEEDS * SEEDS
    return Outcome(NAME, tried, "gestures", GOAL, failures, {"boards": boards}, seconds=seconds)
