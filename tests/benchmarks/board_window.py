"""One board in a window of its own process, and its legs, through its real event handlers.

Window 1600 x 1000, without a display. ``python -m tests.benchmarks.board_window FILE`` prints
three rounds of all legs as one JSON object; with ``asked`` after FILE it does the legs that the
lines of its input name; with ``opening`` it opens the file by turns with plain sqlite3.
"""

import gc
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from evidence_board.model.board import Board
from evidence_board.project.project import Project
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.collecting import Collector
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.memory import share_memory
from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts
from tests.benchmarks.asked import Spent, answer, most_memory
from tests.benchmarks.board_legs import BoardLegs
from tests.benchmarks.frames import WINDOW
from tests.benchmarks.raw_project import fetch_all
from tests.benchmarks.timing import milliseconds

ROUNDS, OPENINGS = 3, 5


def opened(path: Path, jobs: Jobs) -> BoardLegs:
    """Return the board of a file in a window, when its first frame is complete."""
    project = Project.open(path)
    board = next(one for one in project.all(Board) if one.title == "Large")
    view = BoardView(Document(project, jobs), board.id)
    view.resize(*WINDOW)
    view.show()
    legs = BoardLegs(view)
    legs.frames.flush()
    if not view.surface.crisp:
        raise RuntimeError("The first frame was not complete.")
    return legs


def close(legs: BoardLegs) -> None:
    """Close window and project, and let nothing of them go on beside the next."""
    legs.view.surface.close()
    legs.view.close()
    legs.view.document.close()
    legs.view.deleteLater()
    legs.frames.flush()
    QCoreApplication.sendPostedEvents(legs.view, QEvent.Type.DeferredDelete)
    gc.collect()


def openings(path: Path, jobs: Jobs) -> dict[str, list[float]]:
    """Return the times of opening, ms, and of fetching the same rows, by turns; the first warms."""
    found: dict[str, list[float]] = {"open": [], "cpu": [], "floor": []}
    for _ in range(OPENINGS + 1):
        begun, worked = perf_counter(), thread_time()
        legs = opened(path, jobs)
        found["cpu"].append((thread_time() - worked) * 1_000)
        found["open"].append((perf_counter() - begun) * 1_000)
        close(legs)
        found["floor"].append(milliseconds(lambda: fetch_all(path)))
    return {name: times[1:] for name, times in found.items()}


def rounds(legs: BoardLegs) -> dict[str, list[dict[str, object]]]:
    """Return what all legs took, of several rounds; and the most memory, MB."""
    found: dict[str, list[dict[str, object]]] = {}
    for _ in range(ROUNDS):
        for name, leg in legs.named.items():
            found.setdefault(name, []).append(asdict(leg()))
    return {**found, "rss": [asdict(Spent([most_memory()]))]}


def main() -> int:
    """Measure the board of the file that the command line names."""
    path, way = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    application = QApplication([])
    share_memory()
    load_fonts()
    load_other_fonts()
    apply_theme(application, "light")
    jobs = Jobs()
    Collector(application)
    if way == "opening":
        print(json.dumps(openings(path, jobs)))
    else:
        legs = opened(path, jobs)
        if way == "asked":
            answer(legs.named)
        else:
            print(json.dumps(rounds(legs)))
        close(legs)
    jobs.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
