"""In a process of its own: a large brief made as the window has it made, by another process.

`brief_making FILE` prints the milliseconds by the clock, and in work of both processes, as JSON.
"""

import json
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from evidence_board.brief.mirror import News, Rows
from evidence_board.delivery.making import Wanted, making
from evidence_board.model.kinds import KINDS
from evidence_board.project.project import Project
from evidence_board.verbs.verb import result

AT = "2026-01-01T00:00:00Z"


def main() -> None:
    """Make the brief of the project that the argument names."""
    project = Project.open(Path(sys.argv[1]))
    begun, worked = perf_counter(), _work()
    tables = (Rows(kind.table, project.columns(kind, *kind.model_fields)) for kind in KINDS)
    with TemporaryDirectory() as folder:
        result(making(News(rows=tuple(tables)), Wanted(Path(folder, "brief.pdf"), AT)))
    times = (perf_counter() - begun) * 1_000, (_work() - worked) * 1_000
    project.close()
    print(json.dumps([times]))


def _work() -> float:
    """Return the seconds of work of this process and of those it has waited for."""
    both = (resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


if __name__ == "__main__":
    main()
