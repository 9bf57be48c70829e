"""What a large board will need at the first act, made ready while the hands rest."""

from PySide6.QtCore import QObject, QTimer

from evidence_board.project.project import Project
from evidence_board.ui.canvas.layout import Layout

_AFTER_MS, _EACH_MS = 100, 4
_SECONDS = 0.004


class Preparing(QObject):
    """Makes ready, a few ms at a time, what is first asked for by an act or a face."""

    def __init__(self, project: Project, layout: Layout, parent: QObject) -> None:
        """Begin shortly after the first frame."""
        super().__init__(parent)
        self._project = project
        self._layout = layout
        self._timer = QTimer(self)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        self._timer.setInterval(_EACH_MS)
        if self._project.prepare(_SECONDS):
            self._layout.number()
            self._timer.stop()
