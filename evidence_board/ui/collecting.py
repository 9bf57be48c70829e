"""Collecting garbage on the window's thread only, a little at a time.

Python collects in whichever thread makes the next object. A widget or timer that lies in a ring
of references must not be deleted by the painting thread, and a whole collection in the middle of
a gesture would be seen. What the program itself is made of is never looked through again.
"""

import gc
from time import monotonic

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication

from evidence_board.ui.canvas.gate import Gate

_EVERY_MS = 100
_YOUNG = 3_000
"""From so many new objects on they are looked through, once: what stays is not looked at again
before all is. Much that is made at once, as by the search for issues, is so taken in parts."""
_REST = 5
"""Every so many looks it is asked what is due by time."""
_MIDDLE, _WHOLE = 10, 120
"""After so many times what is new is due, be it little, and all; then at the next quiet moment."""
_STILL = 1.0
"""So many seconds nobody has done anything on a board in a quiet moment: a wheel moves no
pointer."""
_PATIENCE = 10
"""So many times as long it waits for one."""


class Collector(QObject):
    """Takes the collecting of garbage over from Python for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        """Collect by a timer of the thread of ``parent``."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._looks = self._since_middle = self._since_whole = 0
        self._pointer = QPoint()
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Collect what is due."""
        self._looks += 1
        if self._looks % _REST == 0 and self._collect_by_time():
            return
        if gc.get_count()[0] > _YOUNG:
            gc.collect(1)

    def _collect_by_time(self) -> bool:
        """Collect what is due by time; whether something was."""
        self._since_middle += 1
        self._since_whole += 1
        quiet = self._is_quiet()
        if _due(self._since_whole, _WHOLE, quiet=quiet):
            gc.collect()
            self._since_middle = self._since_whole = 0
            return True
        elif _due(self._since_middle, _MIDDLE, quiet=quiet):
            gc.collect(1)
            self._since_middle = 0
            return True
        return False

    def _is_quiet(self) -> bool:
        """Whether pointer and keys rest, with no button down: nobody sees a frame come late."""
        before, self._pointer = self._pointer, QCursor.pos()
        held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        still = monotonic() - Gate.last > _STILL
        return self._pointer == before and still and not held


def _due(looks: int, after: int, *, quiet: bool) -> bool:
    return looks >= after * (1 if quiet else _PATIENCE)
