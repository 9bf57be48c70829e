"""A reader that shows a small text, with the keyboard on the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import projects, sources
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.theme import apply_theme
from tests.ui.reader.scene import TEXT, TITLE, draft


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Give a project with two held sources."""
    opened = projects.start(tmp_path / "case.evboard")
    sources.pin(opened, [draft("a.txt", TEXT, TITLE), draft("b.txt", "Other words.", "Other")])
    yield opened
    opened.close()


@pytest.fixture
def document(application: QApplication, project: Project) -> Iterator[Document]:
    """Give the project as the views know it."""
    jobs = Jobs()
    shown = Document(project, jobs)
    yield shown
    shown.settle()
    shown.pictures.close()
    shown.pages.close()
    jobs.close()


@pytest.fixture
def reader(qtbot: QtBot, application: QApplication, document: Document) -> ReaderView:
    """Give a reader that shows the first source."""
    view = ReaderView(document, apply_theme(application, "light"))
    view.resize(1_000, 700)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    document.select((document.project.all(Source)[0].id,))
    view.activateWindow()
    view.page.setFocus()
    return view
