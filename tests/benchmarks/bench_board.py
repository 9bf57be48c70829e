"""The board: opening, panning, zooming and dragging, through its real mouse and wheel handlers.

A frame is the step, the events that follow from it, and the painting, until Qt has flushed; it is
told as CPU time of the window's thread. Window 1600 x 1000, without a display.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from evidence_board.model.board import Board
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts
from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure

SIZES = (1_000, 10_000)
WINDOW = (1_600, 1_000)
PAN_100, PAN_FIT = (40, 24), (10, 6)
FRAMES, ZOOM_STEPS = 40, 41


def figures() -> list[Figure]:
    """Measure the legs at each size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([])
    load_fonts()
    load_other_fonts()
    apply_theme(application, "light")
    return [one for size in SIZES for one in _measured(size)]


def _measured(size: int) -> Iterator[Figure]:
    with TemporaryDirectory() as folder, _opened(Path(folder) / "board.evboard", size) as document:
        opening = [_open_once(document) for _ in range(3)]
        yield figure("board.open", opening, "ms", n=size)
        view = _view(document)
        for name, leg in LEGS.items():
            yield figure(f"board.{name}", leg(view), "ms", n=size)
        view.close()
        view.deleteLater()


@contextmanager
def _opened(path: Path, size: int) -> Iterator[Document]:
    jobs = Jobs()
    document = Document(large_case.board(path, size), jobs)
    yield document
    jobs.close()
    document.close()


def _open_once(document: Document) -> float:
    """Return the time from the open project to the first complete frame."""
    started = thread_time()
    view = _view(document)
    spent = (thread_time() - started) * 1_000
    view.close()
    view.deleteLater()
    return spent


def _view(document: Document) -> BoardView:
    board = next(one for one in document.project.all(Board) if one.title == "Large")
    view = BoardView(document, board.id)
    view.resize(*WINDOW)
    view.show()
    QCoreApplication.processEvents()  # the screen exposes the window, and only then Qt paints it
    _flush(view)
    return view


def _flush(view: BoardView) -> None:
    """Let everything that follows happen now, the painting included."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendEvent(view, QEvent(QEvent.Type.UpdateRequest))


def _timed(view: BoardView, steps: int, step: Callable[[int], None]) -> list[float]:
    """Return the time of each frame."""
    spent = []
    for place in range(steps):
        started = thread_time()
        step(place)
        _flush(view)
        spent.append((thread_time() - started) * 1_000)
    return spent


def _at_100(view: BoardView) -> None:
    """Look at the middle of the board at 100 %, crisp."""
    view.camera.look(view.camera.viewport.zoomed(1.0, WINDOW[0] / 2, WINDOW[1] / 2))
    _flush(view)


def _at_fit(view: BoardView) -> None:
    view.act("zoom_fit")
    _flush(view)


def _wheel(view: BoardView, dx: int, dy: int, held: Qt.KeyboardModifier) -> None:
    spot = QPointF(WINDOW[0] / 2, WINDOW[1] / 2)
    event = QWheelEvent(
        spot,
        spot,
        QPoint(dx, dy) if held == Qt.KeyboardModifier.NoModifier else QPoint(),
        QPoint(dx, dy),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QCoreApplication.sendEvent(view, event)


def _pan(view: BoardView, dx: int, dy: int) -> list[float]:
    return _timed(view, FRAMES, lambda _: _wheel(view, -dx, -dy, Qt.KeyboardModifier.NoModifier))


def _pan_100(view: BoardView) -> list[float]:
    _at_100(view)
    return _pan(view, *PAN_100)


def _pan_fit(view: BoardView) -> list[float]:
    _at_fit(view)
    return _pan(view, *PAN_FIT)


def _zoom(view: BoardView) -> list[float]:
    """Zoom from all of the board to 100 % in even steps."""
    _at_fit(view)
    camera = view.camera
    ratio = (1.0 / camera.viewport.zoom) ** (1 / ZOOM_STEPS)
    middle = (WINDOW[0] / 2, WINDOW[1] / 2)
    return _timed(view, ZOOM_STEPS, lambda _: camera.zoom_to(camera.viewport.zoom * ratio, *middle))


def _drag(view: BoardView) -> list[float]:
    """Drag the card nearest to the middle; letting go is called off, so that nothing is stored."""
    layout, viewport = view.sheet.layout, view.camera.viewport
    x, y = viewport.to_board(WINDOW[0] / 2, WINDOW[1] / 2)
    middles = layout.boxes[:, :2] + layout.boxes[:, 2:] / 2
    row = int(((middles - (x, y)) ** 2).sum(axis=1).argmin())
    spot = QPointF(*viewport.to_screen(*middles[row].tolist()))
    _mouse(view, QEvent.Type.MouseButtonPress, spot)
    _flush(view)
    spent = _timed(
        view,
        FRAMES,
        lambda place: _mouse(
            view, QEvent.Type.MouseMove, spot + QPointF(6.0 * (place + 1), 4.0 * (place + 1))
        ),
    )
    view.pointing.call_off()
    _flush(view)
    return spent


def _mouse(view: BoardView, kind: QEvent.Type, spot: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    button = left if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    event = QMouseEvent(kind, spot, spot, button, left, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(view, event)


def _drag_100(view: BoardView) -> list[float]:
    _at_100(view)
    return _drag(view)


def _drag_fit(view: BoardView) -> list[float]:
    _at_fit(view)
    return _drag(view)


LEGS: dict[str, Callable[[BoardView], list[float]]] = {
    "pan100": _pan_100,
    "panfit": _pan_fit,
    "zoom": _zoom,
    "drag100": _drag_100,
    "dragfit": _drag_fit,
}
