"""A project in its main window, without a display."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from evidence_board.commands import claims, projects, sources
from evidence_board.ingest.draft import Proposal, SourceDraft
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.source import Source
from evidence_board.paths import resource
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.program import Program
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.start_window import StartWindow
from evidence_board.ui.theme import apply_theme
from evidence_board.ui.wiring import Wiring

WORDS = "The ferry left at nine. Two lorries stayed on the quay, the harbour master said."


def draft(name: str, text: str = WORDS) -> SourceDraft:
    """Return what reading a small article gives."""
    fields = {"title": Proposal("The ferry", "stated", "The ferry left")}
    return SourceDraft(name, text.encode(), text, "text/plain", "UTF-8", "test", fields)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Give a project with two held sources, one origin and a claim that rests on words."""
    opened = projects.start(tmp_path / "case.evboard", title="Harbour", question="Who left?")
    pinned = sources.pin(opened, [draft("a.txt"), draft("b.txt", f"{WORDS} Again.")])
    sources.cite(opened, "Harbour office", origin_kind="identified")
    first = pinned[0]
    claims.mark(opened, excerpt_of(first.source.id, first.capture.id, WORDS, 0, 23))
    return opened


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    """Give settings of a first start."""
    folder = tmp_path / "settings"
    folder.mkdir()
    return SettingsFile(folder / "settings.json")


@pytest.fixture
def jobs(application: QApplication) -> Iterator[Jobs]:
    """Give a place for background work."""
    started = Jobs()
    yield started
    started.close()


@pytest.fixture
def wiring(
    qtbot: QtBot, application: QApplication, project: Project, settings: SettingsFile, jobs: Jobs
) -> Iterator[Wiring]:
    """Give the project in a window that is shown."""
    apply_theme(application, "light")
    english = QTranslator()
    assert english.load(str(resource("translations", "evidence-board_en.qm")))
    application.installTranslator(english)
    # Qt styles a part anew with all that is in it each time it is put into another; that took a
    # third of the time. Styled at the end it looks the same.
    sheet = application.styleSheet()
    application.setStyleSheet("")
    window = MainWindow()
    window.resize(1600, 1000)
    with qtbot.waitExposed(window):
        window.show()
    joined = Wiring(window, Document(project, jobs, window), settings)
    application.setStyleSheet(sheet)
    joined.modes.quiet.stop()  # what a test does not ask for is not made in a quiet moment either
    window.activateWindow()
    yield joined
    application.removeTranslator(english)
    if isValid(window):
        window.close()


@pytest.fixture
def claim(project: Project) -> Claim:
    """Give the claim of the project."""
    return project.all(Claim)[0]


@pytest.fixture
def source(project: Project) -> Source:
    """Give the first source of the project."""
    return project.all(Source)[0]


@pytest.fixture
def program(application: QApplication, settings: SettingsFile, qtbot: QtBot) -> Iterator[Program]:
    """Give a program of its own."""
    started = Program(application, settings)
    yield started
    for window in (*started.windows(), *starts()):
        window.close()
    started.close()
    started.deleteLater()


def starts() -> list[StartWindow]:
    """Return the start windows that show."""
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, StartWindow)]
    return [one for one in shown if one.isVisible()]


def filled(program: Program) -> bool:
    """Say whether all windows have their projects."""
    return all(window.findChild(Wiring) is not None for window in program.windows())
