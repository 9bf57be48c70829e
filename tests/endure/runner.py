"""Run the proofs beside this file and print one table: what ``dev.py endure`` calls.

Each proof is a function of its size, in a module beside this one; ``PROOFS`` lists them.
"""

import argparse
import importlib
import json
import os
import sqlite3
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.runner import machine
from tests.endure.outcome import Outcome

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Proof:
    """A proof by its name, the module and function that make it, and its two sizes.

    `small` is for every test run, `full` for ``dev.py endure``. One that takes times needs a quiet
    machine: tests run it and pay no heed to what it found.
    """

    name: str
    module: str
    function: str
    small: int
    full: int
    takes_times: bool = False

    def run(self, size: int) -> Outcome:
        """Make the proof; what it needs, a window for instance, is imported only now.

        One that breaks has failed, and lets the others be made: nobody attends a run.
        """
        try:
            module = importlib.import_module(f"tests.endure.{self.module}")
            made = getattr(module, self.function)(size)
        except Exception as fault:
            traceback.print_exc()
            return Outcome(self.name, 0, "tries", "", (f"The proof itself broke: {fault!r}",))
        assert isinstance(made, Outcome)
        return made


PROOFS: tuple[Proof, ...] = (
    Proof("kill.project", "kill", "proof", 20, 1_000),
    Proof("kill.background", "kill", "proof_in_background", 20, 1_000),
    Proof("kill.window", "kill_window", "proof", 3, 200),
    Proof("kill.migration", "migration", "proof", 4, 200),
    Proof("power.project", "power", "proof", 200, 13_000),
    Proof("faults.project", "faults", "proof", 22, 2_400),
    Proof("faults.verbs", "faults_of_verbs", "proof", 18, 300),
    Proof("bits.project", "bits", "proof", 60, 6_000),
    Proof("salvage.pages", "salvage_pages", "proof", 2, 15),
    Proof("leaks.outputs", "leaks", "proof", 2, 9),
    Proof("hostile.verbs", "hostile", "proof", 28, 2_000),
    Proof("fuzz.readers", "fuzz", "proof", 10, 400),
    Proof("silence.verbs", "silence", "proof_of_verbs", 2, 12),
    Proof("silence.window", "silence", "proof_of_window", 2, 1_000),
    Proof("gestures.board", "gestures", "proof", 80, 10_000),
    Proof("commit.move", "commit", "proof", 20, 300, takes_times=True),
    Proof("commit.stall", "commit", "proof_of_stalls", 2, 30, takes_times=True),
)
PAGE = ROOT / "docs" / "reliability.md"
BEGINS, ENDS = "<!-- last full run -->", "<!-- end -->"


def chosen(name: str) -> tuple[Proof, ...]:
    """Return the proofs of this name, or of this group; all for an empty one."""
    return tuple(
        one for one in PROOFS if not name or one.name == name or one.name.split(".")[0] == name
    )


def line(outcome: Outcome) -> str:
    """Return an outcome as a line of the table for a terminal."""
    tried = f"{outcome.tried:,} {outcome.unit}"
    begun = f"{outcome.name:17}{tried:>16}  {verdict(outcome):12}{outcome.seconds:>8.1f} s"
    return f"{begun}  {counted(outcome)}"


def verdict(outcome: Outcome) -> str:
    """Return in a word or two how a proof ended."""
    if outcome.left_out:
        return f"left out: {outcome.left_out}"
    return "holds" if outcome.holds else f"{len(outcome.failures):,} FAILED"


def counted(outcome: Outcome) -> str:
    """Return what else was counted."""
    return ", ".join(f"{value:,} {words}" for words, value in outcome.counted.items())


def page(outcomes: Sequence[Outcome], former: str = "") -> str:
    """Return the table of a run for docs/reliability.md, with the rows of others from before."""
    about = machine()
    rows = {one.name: row for one in PROOFS if (row := _row_of(one.name, former))}
    for one in outcomes:
        told = f"{one.tried:,} {one.unit}", one.goal, verdict(one), counted(one)
        rows[one.name] = f"| {' | '.join((f'`{one.name}`', *told))} |"
    order = [one.name for one in PROOFS]
    return "\n".join(
        (
            f"{datetime.now(UTC):%d %B %Y}, {about['system']}, {about['processors']} processors, "
            f"Python {about['python']}, SQLite {sqlite3.sqlite_version}:",
            "",
            "| proof | tried | goal | found | counted |",
            "|---|---|---|---|---|",
            *(rows[name] for name in sorted(rows, key=order.index)),
        )
    )


def _row_of(name: str, table: str) -> str:
    return next((row for row in table.splitlines() if row.startswith(f"| `{name}` |")), "")


def write(outcomes: Sequence[Outcome]) -> None:
    """Put the table of a run into the page; proofs that were not run keep their rows."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGINS)
    former, _, after = rest.partition(ENDS)
    table = f"{BEGINS}\n\n{page(outcomes, former)}\n\n{ENDS}"
    PAGE.write_text(f"{before}{table}{after}", encoding="utf-8")


def main() -> int:
    """Run what the command line names; 1 if something failed."""
    parser = argparse.ArgumentParser(prog="dev.py endure", description="Prove what is promised.")
    parser.add_argument("name", nargs="?", default="", help="a proof or a group, such as kill")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--small", action="store_true", help="the size that the tests run")
    parser.add_argument("--write", action="store_true", help="put the table into the page of docs")
    wanted = parser.parse_args()
    proofs = chosen(wanted.name)
    if not proofs:
        names = ", ".join(one.name for one in PROOFS)
        print(f"No proof is called {wanted.name}. There are: {names}", file=sys.stderr)
        return 2
    with TemporaryDirectory(prefix="endure-") as own:  # the person's own folders stay untouched
        os.environ["XDG_DATA_HOME"] = own
        outcomes = [_run(one, wanted) for one in proofs]
    if wanted.json:
        told = {"machine": machine(), "proofs": [one.plain() for one in outcomes]}
        print(json.dumps(told, indent=1))
    return int(not all(one.holds or one.left_out for one in outcomes))


def _run(proof: Proof, wanted: argparse.Namespace) -> Outcome:
    """Make one proof and tell it at once: a run that is cut short keeps what it has found."""
    outcome = proof.run(proof.small if wanted.small else proof.full)
    if not wanted.json:
        lines = (line(outcome), *(f"    {one}" for one in outcome.failures[:10]))
        print(*lines, sep="\n", flush=True)
    if wanted.write:
        write([outcome])
    return outcome


if __name__ == "__main__":
    sys.exit(main())
