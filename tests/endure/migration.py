"""Kill -9 in the middle of converting an old project: it is as it was, or converted, never else."""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.endure.outcome import Outcome
from tests.project.migration_kills import kill_while_migrating, large_old_project

NAME, GOAL = "kill.migration", "always the old project or the new one"
CLAIMS = 3_000


def proof(kills: int) -> Outcome:
    """Kill so many conversions."""
    begun = time.perf_counter()
    with TemporaryDirectory(prefix="endure-") as folder:
        os.environ["XDG_DATA_HOME"] = str(Path(folder, "data"))  # backups go there
        old = large_old_project(Path(folder, "old.evboard"), CLAIMS)
        tally = kill_while_migrating(old, Path(folder, "desk"), kills)
    counted = {"old": tally.old, "new": tally.new, "changes cut short": tally.cut_short}
    seconds = time.perf_counter() - begun
    return Outcome(NAME, kills, "kills", GOAL, tally.faults, counted, seconds=seconds)
