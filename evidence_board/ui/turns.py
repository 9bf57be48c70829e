"""Work in short turns on the window's thread: what asks the project cannot go to another one."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

SECONDS = 0.006
"""How long is worked before others go first."""


class Turns(QObject):
    """Runs an iterator a little at a time; a new one takes the place of the last."""

    found = Signal(object)
    """What the iterator yielded last, when it is through."""

    def __init__(self, parent: QObject) -> None:
        """Have nothing to do."""
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._last: object = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is still something to do."""
        return self._next.isActive()

    def begin(self, steps: Iterator[object]) -> None:
        """Work through something, from the next turn on."""
        self._steps, self._last = steps, None
        self._next.start()

    def stop(self) -> None:
        """Go no further."""
        self._steps = iter(())
        self._next.stop()

    def _go_on(self) -> None:
        until = perf_counter() + SECONDS
        for found in self._steps:
            self._last = found
            if perf_counter() > until:
                self._next.start()
                return
        self.found.emit(self._last)
