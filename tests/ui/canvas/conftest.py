"""A board in a real project, shown in a window of its own, with hands to work on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, links, projects, sources
from evidence_board.model.board import Board, Card
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.theme import apply_theme

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Hands:
    """The board's view with the hands of a person; places are given by record."""

    view: BoardView
    project: Project
    document: Document
    told: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def spot(self, id: str, across: float = 0.5, down: float = 0.5) -> QPoint:
        """Return where a part of a record's card or frame is in the window."""
        layout = self.view.sheet.layout
        box = layout.frames[id].box if id in layout.frames else None
        if box is None:
            box = tuple(layout.boxes[layout.row_of_record[id]].tolist())
        x, y = self.view.camera.viewport.to_screen(box[0] + box[2] * across, box[1] + box[3] * down)
        return QPoint(round(x), round(y))

    def at(self, x: float, y: float) -> QPoint:
        """Return where a place of the board is in the window."""
        spot = self.view.camera.viewport.to_screen(x, y)
        return QPoint(round(spot[0]), round(spot[1]))

    def click(self, spot: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Click."""
        QTest.mouseClick(self.view, LEFT, held, spot)

    def press(self, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Press and move in steps, without letting go."""
        QTest.mouseMove(self.view, start)
        QTest.mousePress(self.view, LEFT, held, start)
        for step in range(1, 6):
            move(self.view, start + (end - start) * step / 5, held)

    def drag(self, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Drag and let go."""
        self.press(start, end, held)
        QTest.mouseRelease(self.view, LEFT, held, end)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key on the board."""
        QTest.keyClick(self.view, key, held)

    def selected(self) -> tuple[str, ...]:
        """Return the ids of what is selected now."""
        return self.document.selected

    def editing(self) -> bool:
        """Say whether an editor is open now."""
        return self.view.in_place.editor is not None

    def place(self, id: str) -> tuple[float, float]:
        """Return where the project says that a record's card lies."""
        card = next(one for one in self.project.referrers(id) if isinstance(one, Card))
        return card.x, card.y

    def settle(self) -> None:
        """Let what waits for the event loop happen, and what is being saved be saved."""
        QCoreApplication.processEvents()
        self.document.settle()

    def crisp(self) -> None:
        """Wait until the window shows what the reference painter would paint."""
        until = monotonic() + 20
        while not self.view.surface.crisp or self.view.camera.zooming:
            assert monotonic() < until, "the board never became crisp"
            QCoreApplication.processEvents()
            sleep(0.001)
        QCoreApplication.processEvents()


def move(view: BoardView, spot: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Move the pointer with the left button down and keys held, which QTest cannot."""
    place = QPointF(spot)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, view.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, held
    )
    QCoreApplication.sendEvent(view, event)


@dataclass(frozen=True)
class Case:
    """Records of a small board: two claims and a source in a row, a hypothesis below."""

    board: Board
    first: Claim
    second: Claim
    source: Source
    below: Claim
    support: Link


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = projects.start(tmp_path / "case.evboard", title="Case")
    yield opened
    opened.close()


@pytest.fixture
def case(project: Project) -> Case:
    (board,) = project.all(Board)
    first = claims.write(project, "The ferry left at noon.", board=board.id, x=0, y=0)
    second = claims.write(project, "It carried grain.", board=board.id, x=320, y=0)
    source = sources.cite(project, "Harbour office", board=board.id, x=640, y=0)
    below = claims.write(
        project, "The port is open.", kind="hypothesis", board=board.id, x=0, y=240
    )
    support = links.connect(project, first.id, below.id, "supports", "seen")
    assert isinstance(support, Link)
    return Case(board, first, second, source, below, support)


@pytest.fixture
def show(
    qtbot: QtBot, application: QApplication, project: Project
) -> Iterator[Callable[[], Hands]]:
    """Give the call that shows the first board at 100 %, its corner in the corner."""
    apply_theme(application, "light")
    jobs = Jobs()
    documents: list[Document] = []
    views: list[BoardView] = []

    def shown() -> Hands:
        document = Document(project, jobs)
        documents.append(document)
        view = BoardView(document, project.all(Board)[0].id)
        views.append(view)
        qtbot.addWidget(view)
        view.resize(1000, 700)
        view.show()
        qtbot.waitExposed(view)
        QCoreApplication.processEvents()
        view.camera.look(view.camera.viewport.zoomed(1.0, 0, 0).panned(0, 0))
        left, top = view.camera.viewport.left, view.camera.viewport.top
        view.camera.pan(-left - 48, -top - 48)
        hands = Hands(view, project, document)
        document.told.connect(lambda text, _undo: hands.told.append(text))
        document.problem.connect(hands.problems.append)
        return hands

    yield shown
    for view in views:
        view.surface.close()
    for document in documents:
        document.settle()
        document.pictures.close()
        document.deleteLater()
    jobs.close()


@pytest.fixture
def hands(case: Case, show: Callable[[], Hands]) -> Hands:
    return show()
