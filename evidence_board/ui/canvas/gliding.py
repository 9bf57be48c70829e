"""Gliding from one view to another, so that the eye can follow where it went."""

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from evidence_board.ui.canvas.viewport import Viewport

GLIDE_MS = 150
_FRAME_MS = 15


def between(start: Viewport, end: Viewport, share: float) -> Viewport:
    """Return the view at a share (0 to 1) of the way, slowing towards the end.

    What is seen grows or shrinks evenly, so that no edge runs back and forth.
    """
    way = 1 - (1 - share) ** 3
    x, y, width, _ = start.area
    to_x, to_y, to_width, _ = end.area
    seen = width + (to_width - width) * way
    now = replace(end, zoom=end.width / seen / end.scale)
    left, top = x + (to_x - x) * way, y + (to_y - y) * way
    return replace(now, left=left * now.factor, top=top * now.factor)


class Glide(QObject):
    """A glide under way; `moved` gives each view of it, the last one exactly."""

    moved = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._start: Viewport | None = None
        self._end: Viewport | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._step)

    @property
    def goal(self) -> Viewport | None:
        """Where the glide under way ends, None while there is none."""
        return self._end

    def start(self, start: Viewport, end: Viewport) -> None:
        """Glide from one view to another."""
        self._start, self._end = start, end
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        """Stay where the glide is now."""
        self._timer.stop()
        self._start = self._end = None

    def _step(self) -> None:
        start, end = self._start, self._end
        if start is None or end is None:
            return
        share = self._clock.elapsed() / GLIDE_MS
        if share >= 1:
            self.stop()
            self.moved.emit(end)
        else:
            self.moved.emit(between(start, end, share))
