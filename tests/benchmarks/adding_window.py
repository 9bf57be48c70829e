"""The real window of its own process while many files are added: how long nothing else happens.

``python -m tests.benchmarks.adding_window FILE FOLDER`` adds the files of a folder to a project and
prints one JSON object: seconds until all show, the longest waits of the window, memory.
"""

import json
import os
import sys
from pathlib import Path
from time import perf_counter

from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.benchmarks.asked import most_memory
from tests.benchmarks.beat import Beat, wait
from tests.benchmarks.whole_window import WholeWindow

_REST = 400


def main() -> None:
    """Add the files and print what it took."""
    file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    whole = WholeWindow(lambda: Project.open(file), folder)
    document = whole.document
    wait(2 * _REST)
    paths = sorted(folder.glob("*.txt"))
    begun, before, beat = perf_counter(), most_memory(), Beat()
    whole.wiring.add_files(paths)
    while len(document.project.all(Source)) < len(paths):
        wait(20)
    seconds = perf_counter() - begun
    wait(_REST)
    told = {
        **{"seconds": seconds, "wall": sorted(beat.wall)[-5:], "work": sorted(beat.work)[-5:]},
        **{"memory": most_memory(), "before": before},
    }
    print(json.dumps(told), flush=True)
    document.settle()
    os._exit(0)


if __name__ == "__main__":
    main()
