"""How long a window does nothing else: the time between two beats that come as often as it lets."""

from time import perf_counter, process_time, thread_time

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

_BEAT = 1


class Beat(QObject):
    """Beats as often as the window lets it: a long pause is one in which nothing else happened."""

    def __init__(self) -> None:
        """Begin at once."""
        super().__init__()
        self.wall: list[float] = []
        """Ms between two beats by the clock."""
        self.work: list[float] = []
        """The work of the window's thread between them."""
        self.all_work: list[float] = []
        """The work of all threads: any of them may have kept Python's lock from the window."""
        self._last = _now()
        self._timer = QTimer(self, interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was before."""
        for times in (self.wall, self.work, self.all_work):
            times.clear()
        self._last = _now()

    def _beat(self) -> None:
        now = _now()
        times = (self.wall, self.work, self.all_work)
        for held, before, after in zip(times, self._last, now, strict=True):
            held.append((after - before) * 1_000)
        self._last = now


def wait(milliseconds: int) -> None:
    """Let the window work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _now() -> tuple[float, float, float]:
    return perf_counter(), thread_time(), process_time()
