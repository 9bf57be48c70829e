"""Reading what all cards of a board show, a few at a time, so that no frame is missed."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.ui.canvas.sheet import Sheet

_SLICE = 0.006


class Gathering(QObject):
    """Lets a sheet read its faces on the thread that owns it; then a copy of them costs nothing."""

    ready = Signal()

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        """Read between the events; ``ready`` follows, and this goes."""
        super().__init__(parent)
        self._sheet = sheet
        self._row = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_on)
        self._timer.start(0)

    def _read_on(self) -> None:
        until = perf_counter() + _SLICE
        while self._row < len(self._sheet.layout.ids):
            self._sheet.face(self._row)
            self._row += 1
            if perf_counter() > until:
                return
        self._timer.stop()
        self.ready.emit()
        self.deleteLater()
