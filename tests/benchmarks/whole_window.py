"""The real window of a process of its own, with a project in it, as the program opens it."""

import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from evidence_board.project.project import Project
from evidence_board.ui.collecting import Collector
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.memory import share_memory
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts
from evidence_board.ui.wiring import Wiring
from tests.benchmarks.frames import WINDOW


class WholeWindow:
    """Holds all that lives as long as the window does; settings go to a folder."""

    def __init__(self, opened: Callable[[], Project], folder: Path) -> None:
        """Show a window, and the project that ``opened`` returns in it."""
        share_memory()
        self.application = QApplication([])
        load_fonts()
        load_other_fonts()
        apply_theme(self.application, "light")
        window = MainWindow()
        window.resize(*WINDOW)
        window.show()
        self.document = Document(opened(), Jobs(), window)
        self.wiring = Wiring(window, self.document, SettingsFile(folder / "settings.json"))
        self._collector = Collector(self.application)
