"""Frames of a shown widget: a step, all that follows from it, and the painting of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter, sleep, thread_time

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from tests.benchmarks.asked import Spent

WINDOW = (1_600, 1_000)
PAN_100, PAN_FIT = (40, 24), (10, 6)
CARRIED = (6, 4)
FRAMES, ZOOM_STEPS = 40, 41
PATIENCE = 60.0
"""Seconds to wait for a window that is to become complete."""


@dataclass
class Frames:
    """Takes the time of frames of a window; ``begun`` is when the last of them began."""

    window: QWidget
    begun: float = 0.0

    def flush(self) -> None:
        """Let all that waits happen now, the painting included: Qt then paints before it returns.

        Events paint by themselves what they made old; what a timer or a picture of another thread
        made old meanwhile is painted by the request at the end, which else does nothing.
        """
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))

    def take(self, count: int, step: Callable[[int], object], *, pace: float = 0.0) -> Spent:
        """Return what so many frames took; ``step`` gets the number of the frame.

        One follows the other at once, or, with a ``pace``, so many seconds after the other began.
        """
        spent = Spent()
        for place in range(count):
            while place and self.passed() < pace * 1_000:
                QCoreApplication.processEvents()
                sleep(0.0005)
            self.begun, worked = perf_counter(), thread_time()
            step(place)
            self.flush()
            spent.cpu.append((thread_time() - worked) * 1_000)
            spent.wall.append(self.passed())
        return spent

    def passed(self) -> float:
        """Return the time since the last frame began, ms."""
        return (perf_counter() - self.begun) * 1_000

    def rest(self, complete: Callable[[], bool]) -> float:
        """Wait until the window is complete; returns the time since the last frame began, ms."""
        limit = perf_counter() + PATIENCE
        while not complete():
            sleep(0.001)
            self.flush()
            if perf_counter() > limit:
                raise RuntimeError("The window never became complete.")
        self.flush()
        return self.passed()


def middle_of(places: Sequence[Sequence[float]]) -> int:
    """Return which of these places is nearest to the middle between the outermost."""
    x, y = ((min(column) + max(column)) / 2 for column in zip(*places, strict=True))
    away = [((one[0] - x) ** 2 + (one[1] - y) ** 2, *one) for one in places]
    return away.index(min(away))
