"""Finds what presses in a project, in a large one a little at a time."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.brief.pressing import Pressing, counting
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.project.project import Project

_SMALL = 4_000
"""Up to how many claims and links are looked at in one go."""
_SECONDS = 0.006
"""How long is counted before others go first."""


class PressingCount(QObject):
    """One search at a time; a new one takes the place of the last."""

    found = Signal(object)
    """A `Pressing`, when all was looked at."""

    def __init__(self, most: int, parent: QObject) -> None:
        """Tell of at most so many points."""
        super().__init__(parent)
        self._most = most
        self._steps: Iterator[Pressing] = iter(())
        self._last = Pressing()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    def begin(self, project: Project) -> None:
        """Look anew; a small project is looked through before this returns."""
        self._next.stop()
        self._steps = counting(project, self._most)
        small = project.count(Claim) + project.count(Link) <= _SMALL
        if small:
            self._run(float("inf"))
        else:
            self._next.start()

    def stop(self) -> None:
        """Look no further: what was found does not hold any more."""
        self._next.stop()

    def _go_on(self) -> None:
        self._run(_SECONDS)

    def _run(self, seconds: float) -> None:
        until = perf_counter() + seconds
        for found in self._steps:
            self._last = found
            if perf_counter() > until:
                self._next.start()
                return
        self.found.emit(self._last)
