"""A button that opens under a drag: who hovers with something over it gets what it leads to."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

HOVER_MS = 400


class Spring(QObject):
    """Does ``opens`` once a drag that ``accepts`` takes has hovered over a button a moment.

    The drag goes on: a drop on the button itself does nothing.
    """

    def __init__(
        self, button: QWidget, accepts: Callable[[QMimeData], bool], opens: Callable[[], None]
    ) -> None:
        """Watch ``button``, which owns this."""
        super().__init__(button)
        self._accepts = accepts
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(HOVER_MS)
        self._clock.timeout.connect(opens)
        button.setAcceptDrops(True)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count while a drag hovers here."""
        if isinstance(event, QDragEnterEvent):
            taken = self._accepts(event.mimeData())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(taken)
            if taken:
                self._clock.start()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._clock.stop()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._clock.stop()
            event.ignore()
            return True
        return super().eventFilter(watched, event)
