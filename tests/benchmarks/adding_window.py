"""The real window of its own process while many files are added: how long nothing else happens.

``python -m tests.benchmarks.adding_window FILE FOLDER`` adds the files of a folder to a project and
prints one JSON object: seconds until all show, the longest waits of the window, memory.
"""

import json
import os
import sys
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.collecting import Collector
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.memory import share_memory
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts
from evidence_board.ui.wiring import Wiring
from tests.benchmarks.asked import most_memory
from tests.benchmarks.beat import Beat, wait
from tests.benchmarks.frames import WINDOW

_REST = 400


def main() -> None:
    """Add the files and print what it took."""
    file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    share_memory()
    application = QApplication([])
    load_fonts()
    load_other_fonts()
    apply_theme(application, "light")
    jobs = Jobs()
    window = MainWindow()
    window.resize(*WINDOW)
    window.show()
    document = Document(Project.open(file), jobs, window)
    wiring = Wiring(window, document, SettingsFile(folder / "settings.json"))
    collector = Collector(application)
    wait(2 * _REST)
    paths = sorted(folder.glob("*.txt"))
    begun, before, beat = perf_counter(), most_memory(), Beat()
    wiring.add_files(paths)
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
    os._exit(0 if collector is not None else 1)


if __name__ == "__main__":
    main()
