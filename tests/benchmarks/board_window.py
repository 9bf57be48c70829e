"""One board in a window of its own process: its legs, through its real event handlers.

A frame is the step, all that follows from it, finished tiles of the painting thread included, and
the painting, until Qt has flushed; it is told as wall time. Window 1600 x 1000, without a display.
Run as ``python -m tests.benchmarks.board_window FILE``; prints one JSON object.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from evidence_board.commands import boards
from evidence_board.model.board import Board
from evidence_board.project.project import Project
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts

WINDOW = (1_600, 1_000)
PAN_100, PAN_FIT = (40, 24), (10, 6)
FRAMES, ZOOM_STEPS = 40, 41
REPEATS = 3
ALIGN = "align_left"
_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_MIDDLE = QPointF(WINDOW[0] / 2, WINDOW[1] / 2)


class Bench:
    """A board that is shown, and the frames of what is done to it."""

    def __init__(self, view: BoardView) -> None:
        self.view = view
        self.crisp: list[float] = []
        self.worked: list[float] = []

    def flush(self) -> None:
        """Let everything that follows happen now, the painting included."""
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendEvent(self.view, QEvent(QEvent.Type.UpdateRequest))

    def frame(self, step: Callable[[], object]) -> float:
        """Return the wall time of a frame, ms; what the window's thread worked is kept aside."""
        started, worked = perf_counter(), thread_time()
        step()
        self.flush()
        self.worked.append((thread_time() - worked) * 1_000)
        return (perf_counter() - started) * 1_000

    def frames(self, count: int, step: Callable[[int], object]) -> list[float]:
        """Return the wall times of frames, ms."""
        return [self.frame(lambda place=place: step(place)) for place in range(count)]

    def rest(self) -> float:
        """Wait until the window shows what the reference painter would; returns how long, ms."""
        started = perf_counter()
        while not self.view.surface.crisp:
            self.flush()
            sleep(0.001)
            if perf_counter() - started > 30:
                raise RuntimeError("The board never became crisp.")
        return (perf_counter() - started) * 1_000

    # Where it looks

    def at_100(self) -> None:
        """Look at the middle of the board at 100 %."""
        self.at_fit()
        self.view.camera.look(self.view.camera.viewport.zoomed(1.0, _MIDDLE.x(), _MIDDLE.y()))
        self.rest()

    def at_fit(self) -> None:
        """Look at all of the board."""
        self.view.act("zoom_fit")
        self.flush()
        self.rest()

    # Hands

    def wheel(self, dx: int, dy: int, held: Qt.KeyboardModifier = _NONE) -> None:
        """Turn the wheel in the middle of the window."""
        pixels = QPoint(dx, dy) if held == _NONE else QPoint()
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.ScrollUpdate
        event = QWheelEvent(
            *(_MIDDLE, _MIDDLE, pixels, QPoint(dx, dy), buttons, held, phase, False)
        )
        QCoreApplication.sendEvent(self.view, event)

    def mouse(self, kind: QEvent.Type, spot: QPointF) -> None:
        """Press, move or let go."""
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else _LEFT
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else _LEFT
        event = QMouseEvent(kind, spot, spot, button, held, _NONE)
        QCoreApplication.sendEvent(self.view, event)

    # Legs

    def pan(self, dx: int, dy: int) -> list[float]:
        """Pan by the wheel, there and back."""
        spent = self.frames(FRAMES, lambda _: self.wheel(-dx, -dy))
        self.crisp.append(self.rest())
        return spent

    def pan100(self) -> list[float]:
        """Pan at 100 %."""
        self.at_100()
        return self.pan(*PAN_100)

    def panfit(self) -> list[float]:
        """Pan with all of the board in sight."""
        self.at_fit()
        return self.pan(*PAN_FIT)

    def zoom(self) -> list[float]:
        """Zoom from all of the board to 100 % in even steps of the wheel."""
        self.at_fit()
        camera = self.view.camera
        ratio = (1.0 / camera.viewport.zoom) ** (1 / ZOOM_STEPS)
        spot = (_MIDDLE.x(), _MIDDLE.y())
        spent = self.frames(
            ZOOM_STEPS, lambda _: camera.zoom_to(camera.viewport.zoom * ratio, *spot)
        )
        self.crisp.append(self.rest())
        return spent

    def drag(self) -> list[float]:
        """Drag the card nearest to the middle: pick it up, carry it, drop it; and undo it."""
        view = self.view
        layout, viewport = view.sheet.layout, view.camera.viewport
        middles = layout.boxes[:, :2] + layout.boxes[:, 2:] / 2
        x, y = viewport.to_board(_MIDDLE.x(), _MIDDLE.y())
        row = int(((middles - (x, y)) ** 2).sum(axis=1).argmin())
        spot = QPointF(*viewport.to_screen(*middles[row].tolist()))
        kinds = QEvent.Type
        spent = [self.frame(lambda: self.mouse(kinds.MouseButtonPress, spot))]
        spent += self.frames(
            FRAMES,
            lambda place: self.mouse(kinds.MouseMove, spot + QPointF(6.0, 4.0) * (place + 1)),
        )
        end = spot + QPointF(6.0, 4.0) * FRAMES
        spent.append(self.frame(lambda: self.mouse(kinds.MouseButtonRelease, end)))
        self.rest()
        spent.append(self.frame(view.document.undo))
        self.rest()
        view.document.select(())
        self.rest()
        return spent

    def drag100(self) -> list[float]:
        """Drag at 100 %."""
        self.at_100()
        return self.drag()

    def dragfit(self) -> list[float]:
        """Drag with all of the board in sight."""
        self.at_fit()
        return self.drag()

    # Acts on all cards

    def band(self) -> list[float]:
        """Draw a rubber band over all cards, and let go."""
        self.at_fit()
        self.view.document.select(())
        start, end = QPointF(2, 2), QPointF(WINDOW[0] - 2, WINDOW[1] - 2)
        kinds = QEvent.Type
        spent = [self.frame(lambda: self.mouse(kinds.MouseButtonPress, start))]
        steps = 10
        spent += self.frames(
            steps,
            lambda place: self.mouse(kinds.MouseMove, start + (end - start) * (place + 1) / steps),
        )
        return [*spent, self.frame(lambda: self.mouse(kinds.MouseButtonRelease, end))]

    def select(self) -> list[float]:
        """Select all, from nothing."""
        self.view.document.select(())
        self.flush()
        return [self.frame(lambda: self.view.act("select_all"))]

    def align(self) -> list[float]:
        """Align all cards at their left edges."""
        self.view.act("select_all")
        self.flush()
        return [self.frame(lambda: self.view.act(ALIGN))]

    def undo(self) -> list[float]:
        """Take the aligning back."""
        return [self.frame(self.view.document.undo)]


LEGS = ("pan100", "panfit", "zoom", "drag100", "dragfit", "band", "select", "align", "undo")


def resident(which: str) -> float:
    """Return the memory of this process, MB: VmRSS now or VmHWM at most."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(which):
            return int(line.split()[1]) / 1024
    return 0.0


def opened(path: Path) -> tuple[Bench, float]:
    """Return the board of a file in a window, and how long it took from the file, ms."""
    started = perf_counter()
    project = Project.open(path)
    document = Document(project, Jobs())
    board = next(one for one in project.all(Board) if one.title == "Large")
    view = BoardView(document, board.id)
    view.resize(*WINDOW)
    view.show()
    bench = Bench(view)
    bench.flush()
    return bench, (perf_counter() - started) * 1_000


def close(bench: Bench) -> None:
    """Close window and project."""
    bench.view.surface.close()
    bench.view.close()
    bench.view.deleteLater()
    bench.view.document.close()
    bench.view.document.jobs.close()
    bench.flush()


def measured(path: Path) -> dict[str, list[float]]:
    """Return the times of all legs, ms, of several rounds; and the most memory, MB."""
    opening = []
    for _ in range(REPEATS):
        bench, spent = opened(path)
        opening.append(spent)
        close(bench)
    bench, _ = opened(path)
    found: dict[str, list[float]] = {"open": opening}
    for _ in range(REPEATS):
        for leg in LEGS:
            bench.worked.clear()
            found.setdefault(leg, []).extend(getattr(bench, leg)())
            found.setdefault(f"{leg}.cpu", []).extend(bench.worked)
    found["crisp"] = bench.crisp
    found["rss"] = [resident("VmHWM")]
    close(bench)
    return found


def main() -> int:
    """Measure the board of the file that the command line names."""
    application = QApplication([])
    load_fonts()
    load_other_fonts()
    apply_theme(application, "light")
    print(json.dumps(measured(Path(sys.argv[1]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
