"""A large batch on its way in: what tells of all there is waits for it, a little at a time.

A list of many rows, the inspector of a board and the actions need not know of each part of a
thousand sources; four times a second is enough, in a turn of the window of its own.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE = 250
"""Ms between two looks of what waits while a batch comes in."""


class Arriving(QObject):
    """Whether many records are coming in, part by part."""

    ended = Signal()
    stopped = Signal()
    """The project is left: nothing more may be asked of it."""

    def __init__(self, parent: QObject | None) -> None:
        """Nothing comes in yet."""
        super().__init__(parent)
        self.under_way = False

    def begin(self) -> None:
        """Say that the first part is about to come in."""
        self.under_way = True

    def end(self) -> None:
        """Say that the last part is in."""
        if self.under_way:
            self.under_way = False
            self.ended.emit()

    def stop(self) -> None:
        """Let what waits be forgotten."""
        self.under_way = False
        self.stopped.emit()


class Patient(QObject):
    """Does something when asked: at once, or now and then while many records come in."""

    def __init__(self, arriving: Arriving, do: Callable[[], None], parent: QObject) -> None:
        """``do`` is done for all that was asked meanwhile, and soon after the last part at most."""
        super().__init__(parent)
        self._arriving = arriving
        self._do = do
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(do)
        arriving.ended.connect(self._hurry)
        arriving.stopped.connect(self._later.stop)

    def ask(self, *, now: bool = False) -> None:
        """Do it; ``now`` where it cannot wait."""
        if now or not self._arriving.under_way:
            self._later.stop()
            self._do()
        elif not self._later.isActive():
            self._later.start(_PAUSE)

    def soon(self) -> None:
        """Do it in the next turn of the window."""
        self._later.start(0)

    def _hurry(self) -> None:
        if self._later.isActive():
            self._later.start(0)
