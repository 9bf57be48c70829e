"""A drawer over the left edge of the views: the left panel where the window has no room for it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidence_board.ui.labels import scaled

_MOST = 0.6
"""The largest share of the views that it covers."""


class Drawer(QFrame):
    """Lies over ``ground`` from its top to its foot; the views go on working beside it."""

    closed = Signal()
    """A person shut it with Esc."""

    def __init__(self, ground: QWidget) -> None:
        """Be owned by ``ground``; start empty and shut."""
        super().__init__(ground)
        self.setProperty("role", "drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ground = ground
        self._wanted = 236
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 1, 0)
        ground.installEventFilter(self)
        self.hide()

    def take(self, content: QWidget) -> None:
        """Hold ``content``, which stood elsewhere."""
        self._column.addWidget(content)
        content.show()

    def open(self, width: int) -> None:
        """Show it, ``width`` px at 100 % wide where the views are wide enough."""
        self._wanted = width
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay as high as the views."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shut it with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        width = min(scaled(self._wanted), round(self._ground.width() * _MOST))
        self.setGeometry(0, 0, width, self._ground.height())
