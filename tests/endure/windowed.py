"""The real window of a project, without a display: board, docks and all."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts
from evidence_board.ui.wiring import Wiring
from tests.endure import edits

SIZE = (1_600, 1_000)


def application() -> QApplication:
    """Return the one application of this process, looking as the program does."""
    made = QApplication(["evidence-board"])
    load_fonts()
    load_other_fonts()
    apply_theme(made, "light")
    return made


def shown(path: Path) -> Wiring:
    """Return the project at a path in a window that is shown; it keeps the time of the edits.

    Its settings lie beside the folder of the project.
    """
    window = MainWindow()
    window.resize(*SIZE)
    window.show()
    settings = path.parent.with_name("settings")
    settings.mkdir(exist_ok=True)
    jobs = Jobs(window)
    document = Document(Project.open(path, clock=edits.clock), jobs, window)
    return Wiring(window, document, SettingsFile(settings / "settings.json"))
