"""Collecting garbage on the window's thread only, a little at a time.

Python collects in whichever thread makes the next object. A widget or timer that lies in a ring
of references must not be deleted by the painting thread, and a whole collection in the middle of
a frame would be seen. What the program itself is made of is never looked through again.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_YOUNG = 3_000
"""From so many new objects on they are looked through."""
_MIDDLE, _WHOLE = 10, 120
"""After so many looks the middle generation is collected, and all."""


class Collector(QObject):
    """Takes the collecting of garbage over from Python for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        """Collect by a timer of the thread of ``parent``."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._looks = 0
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Collect what is due."""
        self._looks += 1
        if self._looks % _WHOLE == 0:
            gc.collect()
        elif self._looks % _MIDDLE == 0:
            gc.collect(1)
        elif gc.get_count()[0] > _YOUNG:
            gc.collect(0)
