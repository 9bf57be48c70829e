"""When a window has been painted: what is slow, and not to be seen yet, starts then."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Tells once that a widget has been painted for the first time."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        """Watch ``widget``, which owns this."""
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint; it is told when the event loop is idle again."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.metaObject().invokeMethod(self, "painted", Qt.ConnectionType.QueuedConnection)
        return False
