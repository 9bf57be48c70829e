"""Run the benchmarks beside this file and print their figures: what ``dev.py bench`` calls.

Each ``bench_GROUP.py`` has ``figures() -> list[Figure]``; its figures are named ``GROUP.leg``.
"""

import argparse
import importlib
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.figure import Figure

HERE = Path(__file__).resolve().parent


def groups() -> dict[str, Callable[[], list[Figure]]]:
    """Return the benchmarks by group, found by the names of their files."""
    found = {}
    for path in sorted(HERE.glob("bench_*.py")):
        module = importlib.import_module(f"tests.benchmarks.{path.stem}")
        found[path.stem.removeprefix("bench_")] = module.figures
    return found


def measured(name: str) -> list[Figure]:
    """Return the figures of the group, or of the leg, called ``name``; all for an empty one."""
    chosen = [run for group, run in groups().items() if not name or name.split(".")[0] == group]
    return [
        one
        for run in chosen
        for one in run()
        if not name or one["name"] == name or one["name"].startswith(f"{name}.")
    ]


def machine() -> dict[str, str | int | None]:
    """Return what figures depend on, without a name of the machine or its user."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "architecture": platform.machine(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
    }


def table(figures: list[Figure]) -> str:
    """Return the figures as lines for people."""
    lines = [
        f"{'name':24}{'n':>8}{'median':>12}{'p95':>12}{'max':>12}{'floor':>12}{'peer':>12}  unit"
    ]
    for one in figures:
        measures = (one["median"], one["p95"], one["max"], one["floor"], one["peer"])
        columns = "".join(f"{'-' if value is None else value:>12}" for value in measures)
        lines.append(f"{one['name']:24}{one['n']:>8}{columns}  {one['unit']}")
    return "\n".join(lines)


def main() -> int:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure, beside the floor.")
    parser.add_argument(
        "name", nargs="?", default="", help="a group or a leg, such as start.window"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    wanted = parser.parse_args()
    figures = measured(wanted.name)
    if not figures:
        print(
            f"No benchmark is called {wanted.name}; groups: {', '.join(groups())}", file=sys.stderr
        )
        return 2
    document = {"machine": machine(), "figures": figures}
    print(json.dumps(document, indent=1) if wanted.json else table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
