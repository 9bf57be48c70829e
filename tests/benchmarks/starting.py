"""Spawn a program and take the time until its first window is painted."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# Settings of the desktop, and what makes Python compile all our modules at each start.
UNWANTED = ("XDG_", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True)
class Start:
    """How long it took from spawning to the painted window, and the modules loaded by then."""

    milliseconds: float
    loaded: frozenset[str]


def start(module: str, *arguments: str) -> Start:
    """Run ``module`` without a display and with an empty home until its first window is painted."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(UNWANTED)},
            "HOME": home,
            "QT_QPA_PLATFORM": "offscreen",
        }
        begin = time.monotonic_ns()
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.first_paint", module, *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{module} showed no window: {done.stderr}")
    told = json.loads(done.stdout.splitlines()[-1])
    return Start((told["painted"] - begin) / 1e6, frozenset(told["loaded"]))
