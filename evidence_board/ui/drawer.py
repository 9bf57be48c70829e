"""A drawer over the left edge of the views: the left panel where the window has no room for it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from evidence_board.ui.labels import scaled

_MOST = 0.6
"""The largest share of the views that it covers."""


class Drawer(QFrame):
    """Lies over ``ground`` from its top to its foot; the views go on working beside it.

    A press beside it, into the views, shuts it: they are what is wanted now.
    """

    closed = Signal()
    """A person shut it with Esc."""
    left = Signal()
    """It shut because the person went on beside it."""

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
        application = QCoreApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
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

    def leave(self) -> None:
        """Shut it, for something beside it is wanted."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

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

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Shut it once the mouse leads the keyboard from it into the views."""
        if before is None or now is None or self.isHidden():
            return
        within = self.isAncestorOf(before) and self._ground.isAncestorOf(now)
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if within and pressed and not self.isAncestorOf(now):
            self.leave()

    def _place(self) -> None:
        width = min(scaled(self._wanted), round(self._ground.width() * _MOST))
        self.setGeometry(0, 0, width, self._ground.height())
