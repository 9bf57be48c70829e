"""A fault of ours on the command line: one sentence, the rest in a log."""

import subprocess
import sys
from pathlib import Path

from evidence_board.cli import WENT_WRONG
from evidence_board.faults import LOG

BROKEN = """
import sys
from evidence_board import cli
from evidence_board.verbs import projects
del projects.check_file
sys.exit(cli.main(sys.argv[1:]))
"""


def test_a_fault_is_told_in_a_sentence_and_logged(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, "check", tmp_path / "case.evboard"],
        capture_output=True,
        check=False,
        env={"XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    (log,) = tmp_path.rglob(LOG)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode() == (
        f"{WENT_WRONG} What was saved before is safe; {log} says more.\n"
    )
    assert "NameError" in log.read_text(encoding="utf-8")
