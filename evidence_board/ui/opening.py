"""Opening a project in a window that stands already."""

from pathlib import Path

from evidence_board.project.errors import InUse, NotConverted, ProjectError
from evidence_board.project.project import Project
from evidence_board.ui.dialogs import message
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.wiring import Wiring
from evidence_board.ui.wording import translate


def open_in(window: MainWindow, path: Path, settings: SettingsFile, jobs: Jobs) -> Wiring | None:
    """Fill ``window`` with the project at ``path``; None if it cannot be opened, which is told."""
    project = _opened(window, path)
    if project is None:
        return None
    return Wiring(window, Document(project, jobs, window), settings)


def _opened(window: MainWindow, path: Path) -> Project | None:
    try:
        return Project.open(path)
    except (InUse, NotConverted) as refusal:
        if not message.ask(window, str(refusal), translate("Opening", "Open to read only")):
            return None
    except ProjectError as refusal:
        message.show_sentence(window, str(refusal))
        return None
    try:
        return Project.open(path, read_only=True)
    except ProjectError as refusal:
        message.show_sentence(window, str(refusal))
        return None
